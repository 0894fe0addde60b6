import '@/app/(bureau)/attachments.css'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { page } from '@/access/page'
import { deleteAttachmentAction, restoreAttachmentAction } from '@/app/(bureau)/attachment-action'
import { AttachmentView } from '@/app/(bureau)/attachment-view'
import { naming } from '@/app/(bureau)/naming'
import { recordPath } from '@/app/(bureau)/record-path'
import { LinkButton } from '@/components/button'
import { Form, type FormAction, Submit } from '@/components/form'
import { Icon } from '@/components/icon'
import { Breadcrumb, Page, PageHead } from '@/components/page'
import { getAttachment } from '@/db/read/attachment'
import { shownAs } from '@/domain/attachment/media'
import { attachmentRights } from '@/domain/attachment/right'
import { nameIn } from '@/domain/user/user'
import { formWords } from '@/i18n/form-words'
import { AttachmentEdit } from './attachment-edit'

type Props = { params: Promise<{ id: string }> }

/* Title and page ask for the same one. Struck, it is there for whoever may bring it back. */
const found = cache(async (said: string) => {
  const permit = await page('attachment.read')
  const it = /^\d{1,15}$/.test(said) ? await getAttachment(permit, Number(said), true) : null
  if (!it) notFound()
  const rights = attachmentRights(permit.actor, it.record)
  if (it.row.deletedAt && !rights.strike(it.row)) notFound()
  return { ...it, rights }
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await found((await params).id)).row.title }
}

/** One file: as it is, where a browser can show it; what is said of it; and what it is on. */
export default async function AttachmentPage({ params }: Props) {
  const { row, record, rights } = await found((await params).id)
  const [t, common, words, names] = await Promise.all([
    getTranslations('attachment'),
    getTranslations('common'),
    formWords(),
    naming(),
  ])
  const home = `/${recordPath[record.noun]}/${record.number}${record.noun === 'deal' ? '/files' : '#files'}`
  const name = nameIn(names.locale, record.name, record.names)
  const struck = row.deletedAt !== null
  const shown = struck ? null : shownAs(row.mediaType)
  return (
    <Page>
      <Breadcrumb
        label={t('title')}
        items={[{ label: `${record.number} ${name}`, href: home }, { label: row.title }]}
      />
      <PageHead title={row.title} marks={struck ? common('say.deleted') : null}>
        {struck ? null : (
          <LinkButton look="primary" href={`/files/${row.id}`} download>
            <Icon name="download" />
            {t('act.download')}
          </LinkButton>
        )}
        {rights.strike(row) ? (
          <Form
            action={(struck ? restoreAttachmentAction : deleteAttachmentAction) as FormAction}
            words={words}
            hidden={{ id: row.id }}
            says={
              struck
                ? { text: common('say.restored') }
                : {
                    text: t('said.deleted'),
                    undo: {
                      label: common('act.undo'),
                      action: restoreAttachmentAction as (value: never) => Promise<unknown>,
                    },
                  }
            }
          >
            <Submit look="plain">{struck ? common('act.restore') : t('act.delete')}</Submit>
          </Form>
        ) : null}
      </PageHead>
      <div className="page-body file-page">
        <AttachmentEdit row={row} may={!struck && rights.edit(row)} />
        <div className="file-whole">
          {shown ? (
            <AttachmentView row={row} shown={shown} />
          ) : struck ? null : (
            <p className="text-ink-2">{t('noPreview')}</p>
          )}
        </div>
      </div>
    </Page>
  )
}
