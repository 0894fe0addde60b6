import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { FileInput } from '@/components/file-input'
import { Icon } from '@/components/icon'
import { DateInput, Select, TextInput } from '@/components/inputs'
import { fileLimit } from '@/db/write/attachment'
import { type AttachmentKind, attachmentKinds } from '@/domain/attachment/attachment'
import { acceptedEndings } from '@/domain/attachment/media'
import { fileWords } from '@/i18n/file-words'
import { AttachmentForm } from './attachment-form'

/** What new files are for: a step or an arrival of the deal, and the kind that is meant. */
export type AttachFor = {
  procedureId?: number
  arrivalId?: number
  kind?: AttachmentKind
  says?: string
}

const MOST_FILES = 20
const MEGABYTE = 1024 ** 2

/** Files to choose, or to drop onto the field; on a phone also from the camera. Date and number of the document are folded. */
export async function AttachmentAdd(props: { record: string; back: string; for?: AttachFor }) {
  const { record, back, for: meant = {} } = props
  const t = await getTranslations('attachment')
  const bytes = fileLimit()
  const said = await fileWords(bytes / MEGABYTE)
  const words = {
    // what is only known in the browser stands as its own name
    sending: t('add.sending', { percent: '{percent}' }),
    broken: t('said.broken'),
    tooLarge: said.tooLarge,
    refused: t('said.refused', { name: '{name}', text: '{text}' }),
    attached: t('said.attachedNames', { names: '{names}' }),
  }
  const { procedureId, arrivalId } = meant
  return (
    <AttachmentForm
      label={t('add.label')}
      limits={{ bytes, words }}
      stop={t('add.stop')}
      hidden={{ record, back, procedureId, arrivalId }}
    >
      {meant.says ? <p className="text-13 text-ink-2">{meant.says}</p> : null}
      <div className="attach-line">
        <Field name="kind" label={t('field.kind')} className="attach-kind">
          <Select
            defaultValue={meant.kind ?? 'other'}
            options={attachmentKinds.map(kind => ({ value: kind, label: t(`kind.${kind}`) }))}
          />
        </Field>
        <details className="attach-more">
          <summary className="w-fit cursor-pointer text-12 text-ink-2 underline">{t('add.more')}</summary>
          <div className="attach-line">
            <Field name="title" label={t('field.title')}>
              <TextInput maxLength={200} />
            </Field>
            <Field name="documentOn" label={t('field.documentOn')}>
              <DateInput />
            </Field>
            <Field name="documentNumber" label={t('field.documentNumber')}>
              <TextInput maxLength={100} />
            </Field>
          </div>
        </details>
      </div>
      {/* the files last: what is said of them is read before they come */}
      <FileInput
        className="attach-drop"
        pick={
          <>
            <Icon name="paperclip" />
            {t('add.pick')}
          </>
        }
        words={said}
        name="file"
        multiple
        accept={acceptedEndings.join(',')}
      />
      <FileInput
        className="attach-camera"
        pick={t('add.camera')}
        words={{ ...said, none: '' }}
        name="file"
        accept="image/*"
        capture="environment"
      />
      <p className="text-12 text-ink-3">{t('add.hint', { most: MOST_FILES, limit: bytes / MEGABYTE })}</p>
      <div>
        <Button type="submit" look="primary">
          {t('add.send')}
        </Button>
      </div>
    </AttachmentForm>
  )
}
