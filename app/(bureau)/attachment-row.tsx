import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/icon'
import { StatusChip } from '@/components/marks'
import { sizeWords } from '@/components/size-words'
import type { PlacedAttachment } from '@/db/read/attachment'
import { isMedia, mediaLabel, shownAs } from '@/domain/attachment/media'
import { AttachmentView } from './attachment-view'
import { filePartWords } from './file-part'
import { naming } from './naming'

/** One file: what it looks like or which type it is, what it proves, who brought it; to look at, to keep, to change. */
export async function AttachmentRow({ row, mayEdit }: { row: PlacedAttachment; mayEdit: boolean }) {
  const [t, names] = await Promise.all([getTranslations('attachment'), naming()])
  const shown = shownAs(row.mediaType)
  const view = `file-${row.id}`
  const facts = [
    row.part ? await filePartWords(row.part) : null,
    row.documentOn ? names.fullDay(row.documentOn) : null,
    row.documentNumber ? t('number', { number: row.documentNumber }) : null,
    sizeWords(row.size, names.locale),
    t('addedBy', { name: names.person(row.createdBy), at: names.shortMoment(row.createdAt) }),
  ]
  return (
    <li className="file">
      <span className="file-look" aria-hidden>
        {/* a look at a business card is logged: not a glance at a list */}
        {shown === 'image' && row.kind !== 'business_card' ? (
          // biome-ignore lint/performance/noImgElement: behind a permit, scaled by the browser
          // eslint-disable-next-line @next/next/no-img-element
          <img src={`/files/${row.id}?show`} alt="" loading="lazy" decoding="async" />
        ) : (
          <b>{isMedia(row.mediaType) ? mediaLabel(row.mediaType) : '?'}</b>
        )}
      </span>
      <span className="min-w-0">
        {shown ? (
          <button type="button" popoverTarget={view} className="file-title">
            {row.title}
          </button>
        ) : (
          <a className="file-title" href={`/files/${row.id}`} download>
            {row.title}
          </a>
        )}{' '}
        <StatusChip>{t(`kind.${row.kind}`)}</StatusChip>
        <span className="file-facts">{facts.filter(Boolean).join(' · ')}</span>
      </span>
      <span className="file-acts no-print">
        <a
          className="btn btn-quiet btn-icon"
          href={`/files/${row.id}`}
          download
          aria-label={`${t('act.download')} ${row.title}`}
          title={t('act.download')}
        >
          <Icon name="download" />
        </a>
        <a
          className="btn btn-quiet btn-icon"
          href={`/attachments/${row.id}`}
          aria-label={`${t(mayEdit ? 'act.edit' : 'act.open')} ${row.title}`}
          title={t(mayEdit ? 'act.edit' : 'act.open')}
        >
          <Icon name={mayEdit ? 'pencil' : 'eye'} />
        </a>
      </span>
      {shown ? (
        <div
          id={view}
          popover="auto"
          role="dialog"
          className="file-view"
          aria-label={t('preview', { title: row.title })}
        >
          <AttachmentView row={row} shown={shown} />
        </div>
      ) : null}
    </li>
  )
}
