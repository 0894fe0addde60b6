import { getTranslations } from 'next-intl/server'
import type { AttachmentKind } from '@/domain/attachment/attachment'
import type { DealRecord } from '@/domain/deal/row'

/** The files that prove a document of the deal, or that there is none yet and where it would go. */
export async function DealPaper(props: { deal: DealRecord; kind: AttachmentKind; known: boolean }) {
  const { deal, kind, known } = props
  const t = await getTranslations('attachment')
  const count = deal.files[kind] ?? 0
  const href = `/deals/${deal.number}/files`
  if (count > 0)
    return (
      <a className="link" href={`${href}#files`}>
        {t('files', { count })}
      </a>
    )
  return (
    <>
      <span className={known ? 'text-amber' : 'text-ink-3'}>{t('noFileYet')}</span>
      {deal.can.log ? (
        <>
          {' '}
          <a className="link" href={`${href}?kind=${kind}#attach`}>
            {t('addOne')}
          </a>
        </>
      ) : null}
    </>
  )
}
