import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Field } from '@/components/field'
import { DateInput, Select, type SelectOption, TextArea, TextInput } from '@/components/inputs'

export type FieldKey =
  | 'name'
  | 'companyId'
  | 'contactId'
  | 'partner'
  | 'target'
  | 'country'
  | 'province'
  | 'industryId'
  | 'highTech'
  | 'form'
  | 'content'
  | 'source'
  | 'eventId'
  | 'total'
  | 'foreign'
  | 'statedOn'
  | 'entryDocumentKind'
  | 'entryDocumentOn'
  | 'entryDocumentReference'
  | 'intentOn'
  | 'intentReference'
  | 'agreementOn'
  | 'agreementReference'
  | 'approvalExpectedOn'
  | 'landM2'
  | 'jobs'
  | 'output'
  | 'tax'
  | 'note'
  | 'deskId'
  | 'officerId'
  | 'nextStep'
  | 'nextStepOn'
  | 'effectiveOn'
  | 'stage'
  | 'negotiationOn'
  | 'entryProceduresOn'
  | 'approvedOn'
  | 'approvalAuthority'
  | 'approvalNumber'
  | 'approvalOn'
  | 'status'
  | 'statusOn'
  | 'reasonCode'
  | 'reason'
  | 'lostTo'
  | 'reviewOn'

export type Questions = Awaited<ReturnType<typeof dealQuestions>>

/** The kinds of questions that the forms of a deal put, each under its anchor (`f-total`). */
export async function dealQuestions(values: Record<string, string>) {
  const [t, common] = await Promise.all([getTranslations('deal'), getTranslations('common.say')])
  const value = (name: string) => values[name] ?? ''
  const ask = (
    name: FieldKey,
    input: ReactNode,
    { must = false, hint }: { must?: boolean; hint?: string } = {},
  ) => (
    <div id={`f-${name}`} key={name} className="scroll-mt-24">
      <Field
        name={name}
        label={t(`field.${name}`)}
        hint={hint}
        {...(must ? { required: common('required') } : { optional: common('optional') })}
      >
        {input}
      </Field>
    </div>
  )
  type More = { must?: boolean; hint?: string }
  return {
    value,
    ask,
    line: (name: FieldKey, most: number, more?: More) =>
      ask(name, <TextInput maxLength={most} defaultValue={value(name)} />, more),
    text: (name: FieldKey, most: number, more?: More) =>
      ask(name, <TextArea rows={4} maxLength={most} defaultValue={value(name)} />, more),
    whole: (name: FieldKey, more?: More) =>
      ask(name, <TextInput inputMode="numeric" maxLength={12} defaultValue={value(name)} />, more),
    date: (name: FieldKey, max?: string, more?: More) =>
      ask(name, <DateInput max={max} defaultValue={value(name)} className="!w-auto" />, more),
    select: (name: FieldKey, options: readonly SelectOption[], more?: More & { empty?: string }) =>
      ask(
        name,
        <Select
          options={options}
          empty={more?.empty ?? (more?.must ? '' : common('notStated'))}
          defaultValue={value(name)}
        />,
        more,
      ),
  }
}
