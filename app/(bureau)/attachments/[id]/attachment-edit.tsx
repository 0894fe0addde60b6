import { getTranslations } from 'next-intl/server'
import { editAttachmentAction } from '@/app/(bureau)/attachment-action'
import { naming } from '@/app/(bureau)/naming'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { DateInput, Select, TextInput } from '@/components/inputs'
import { Facts } from '@/components/page'
import { sizeWords } from '@/components/size-words'
import type { Attachment } from '@/db/read/attachment'
import { attachmentKinds } from '@/domain/attachment/attachment'
import { formWords } from '@/i18n/form-words'

/** What is said of a file: to change for whoever may, else to read; and what cannot be changed. */
export async function AttachmentEdit({ row, may }: { row: Attachment; may: boolean }) {
  const [t, common, words, names] = await Promise.all([
    getTranslations('attachment'),
    getTranslations('common'),
    formWords(),
    naming(),
  ])
  const none = common('say.none')
  const said = [
    { key: 'kind', label: t('field.kind'), value: t(`kind.${row.kind}`) },
    {
      key: 'documentOn',
      label: t('field.documentOn'),
      value: row.documentOn ? names.fullDay(row.documentOn) : none,
    },
    { key: 'documentNumber', label: t('field.documentNumber'), value: row.documentNumber ?? none },
  ]
  const stands = [
    { key: 'fileName', label: t('field.fileName'), value: row.fileName },
    { key: 'size', label: t('field.size'), value: sizeWords(row.size, names.locale) },
    {
      key: 'addedBy',
      label: t('field.addedBy'),
      value: t('addedBy', { name: names.person(row.createdBy), at: names.moment(row.createdAt) }),
    },
  ]
  return (
    <div className="grid max-w-160 gap-4">
      {may ? (
        <Form
          action={editAttachmentAction as FormAction}
          words={words}
          draft={`attachment.${row.id}`}
          hidden={{ id: row.id, version: row.version }}
          says={{ text: t('said.saved') }}
          className="form-column"
          aria-label={t('act.edit')}
        >
          <Field name="kind" label={t('field.kind')}>
            <Select
              defaultValue={row.kind}
              options={attachmentKinds.map(kind => ({ value: kind, label: t(`kind.${kind}`) }))}
            />
          </Field>
          <Field name="title" label={t('field.title')}>
            <TextInput maxLength={200} defaultValue={row.title} />
          </Field>
          <Field name="documentOn" label={t('field.documentOn')}>
            <DateInput defaultValue={row.documentOn ?? ''} />
          </Field>
          <Field name="documentNumber" label={t('field.documentNumber')}>
            <TextInput maxLength={100} defaultValue={row.documentNumber ?? ''} />
          </Field>
          <div className="form-foot">
            <Submit>{common('act.save')}</Submit>
          </div>
        </Form>
      ) : null}
      <Facts items={may ? stands : [...said, ...stands]} />
    </div>
  )
}
