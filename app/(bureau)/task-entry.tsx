import { getTranslations } from 'next-intl/server'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { TextInput } from '@/components/inputs'
import { formWords } from '@/i18n/form-words'
import { naming } from './naming'
import { QuickHelp } from './quick-help'
import { quickWords } from './quick-words'
import { createTaskAction } from './task-action'
import { TaskFields } from './task-fields'

/** A new task in one line, with its day and @colleague in it; what else can be asked is folded. `a` leads here with `shortcut`. */
export async function TaskEntry({ record, shortcut }: { record?: string; shortcut?: boolean }) {
  const [t, words, help, { today }] = await Promise.all([
    getTranslations('task'),
    formWords(),
    quickWords(false),
    naming(),
  ])
  return (
    <Form
      action={createTaskAction as FormAction}
      words={words}
      hidden={{ record, quick: 1 }}
      says={{ text: t('said.created') }}
      again
      className="grid gap-2 no-print"
      aria-label={t('entry.label')}
    >
      <div className="flex items-start gap-2">
        <Field
          name="title"
          label={t('field.title')}
          className="min-w-0 flex-1 [&>label]:sr-only"
          hint={shortcut ? t('entry.hint') : undefined}
        >
          <QuickHelp record={record} words={help} today={today}>
            <TextInput
              maxLength={300}
              placeholder={t('entry.placeholder')}
              data-key={shortcut ? 'a' : undefined}
            />
          </QuickHelp>
        </Field>
        <Submit look={shortcut ? 'primary' : 'outlined'}>{t('entry.add')}</Submit>
      </div>
      <details>
        <summary className="w-fit cursor-pointer text-12 text-ink-2 underline">{t('entry.more')}</summary>
        <div className="mt-2 grid max-w-160 gap-3">
          <TaskFields />
        </div>
      </details>
    </Form>
  )
}
