import './attachments.css'
import { getTranslations } from 'next-intl/server'
import { Form, type FormAction, Submit } from '@/components/form'
import { Icon } from '@/components/icon'
import { Card, EmptyState, Section } from '@/components/page'
import type { Attachment } from '@/db/read/attachment'
import type { AttachmentNoun } from '@/domain/attachment/attachment'
import { attachmentRights } from '@/domain/attachment/right'
import { formWords } from '@/i18n/form-words'
import { restoreAttachmentAction } from './attachment-action'
import { type AttachFor, AttachmentAdd } from './attachment-add'
import { AttachmentRow } from './attachment-row'
import { filesOf } from './files-of'
import { naming } from './naming'

/** The files of a record: a field to add some, those that are there, and those that were struck for whoever may bring them back. */
export async function Attachments(props: {
  of: { noun: AttachmentNoun; id: number }
  /** Where a form without JavaScript comes back to. */
  back: string
  for?: AttachFor
  /** Beside other things: the field to add some is folded. */
  folded?: boolean
}) {
  const { of, back } = props
  const found = await filesOf(of.noun, of.id)
  if (!found) return null
  const { record, rows, deleted, actor } = found
  const t = await getTranslations('attachment')
  const rights = attachmentRights(actor, record)
  const adds = rights.add && record.deletedAt === null
  const add = <AttachmentAdd record={record.number} back={back} for={props.for} />
  const list =
    rows.length > 0 ? (
      <ul className="files">
        {rows.map(row => (
          <AttachmentRow key={row.id} row={row} mayEdit={rights.edit(row)} />
        ))}
      </ul>
    ) : null
  const struck = <Deleted rows={deleted.filter(rights.strike)} />
  if (props.folded)
    return (
      <Card title={t('title')} aside={rows.length || t('noFileYet')} id="files">
        {list}
        {adds ? (
          <details className="no-print">
            <summary className="btn btn-s mt-2 w-fit cursor-pointer">
              <Icon name="paperclip" small />
              {t('add.label')}
            </summary>
            {add}
          </details>
        ) : null}
        {struck}
      </Card>
    )
  return (
    <Section title={t('title')} count={rows.length || undefined} id="files">
      {adds ? add : null}
      {list ?? <EmptyState title={t('none.title')} says={t(adds ? 'none.says' : 'none.readonly')} />}
      {struck}
    </Section>
  )
}

async function Deleted({ rows }: { rows: Attachment[] }) {
  if (rows.length === 0) return null
  const [t, common, words, names] = await Promise.all([
    getTranslations('attachment'),
    getTranslations('common'),
    formWords(),
    naming(),
  ])
  return (
    <details className="mt-3 no-print">
      <summary className="w-fit cursor-pointer text-12 text-ink-2 underline">
        {t('deleted', { count: rows.length })}
      </summary>
      <ul className="files">
        {rows.map(row => (
          <li key={row.id} className="file file-struck">
            <span className="min-w-0">
              {row.title}
              <span className="file-facts">
                {t('addedBy', { name: names.person(row.deletedBy), at: names.moment(row.updatedAt) })}
              </span>
            </span>
            <Form
              action={restoreAttachmentAction as FormAction}
              words={words}
              hidden={{ id: row.id }}
              says={{ text: common('say.restored') }}
            >
              <Submit look="plain" small>
                {common('act.restore')}
              </Submit>
            </Form>
          </li>
        ))}
      </ul>
    </details>
  )
}
