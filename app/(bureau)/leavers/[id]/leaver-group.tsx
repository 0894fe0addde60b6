import { getTranslations } from 'next-intl/server'
import { officerOptions } from '@/app/(bureau)/case-people'
import { naming } from '@/app/(bureau)/naming'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { Select, type SelectOption } from '@/components/inputs'
import { DeskChip } from '@/components/marks'
import { Section } from '@/components/page'
import type { LeaverGroup } from '@/domain/leaver/leaver'
import { formWords } from '@/i18n/form-words'
import { handOverGroupAction } from '../actions'

/** Open cases of one desk: one choice for all of them, and another for single ones; sent together. */
export async function LeaverGroupForm(props: { leaverId: number; group: LeaverGroup; gives: boolean }) {
  const { leaverId, group, gives } = props
  const { part, noun, deskId, total, cases } = group
  const [t, names, words] = await Promise.all([getTranslations('handover.leaver'), naming(), formWords()])
  const desk = names.desk(deskId)
  const title = t(`group.${part}_${noun}`)
  const label = `${title} ${desk.name}`
  const off: SelectOption[] = part === 'member' ? [{ value: '0', label: t('takeOff') }] : []
  const options = [...off, ...officerOptions(names, part === 'officer' ? [deskId] : null, [leaverId])]
  return (
    <Section title={title} count={total} aside={<DeskChip colour={desk.colour}>{desk.name}</DeskChip>}>
      <details open={total <= 12}>
        <summary className="link cursor-pointer">{t('show', { count: cases.length })}</summary>
        {gives ? null : <p className="text-ink-2">{t('notYours', { desk: desk.name })}</p>}
        <Form
          action={handOverGroupAction as FormAction}
          words={words}
          hidden={{ leaverId, part, noun, deskId }}
          says={{ text: t('said') }}
          aria-label={label}
        >
          <ul className="rows">
            {cases.map(one => (
              <li key={one.number} className="flex flex-wrap items-center gap-2">
                <span className="min-w-0 flex-1 wrap-anywhere">
                  <a className="link" href={`/${noun}s/${one.number}`}>
                    {one.number}
                  </a>{' '}
                  {one.name}
                </span>
                {gives ? (
                  <Select
                    small
                    className="!w-44"
                    name="picks[]"
                    aria-label={t('takerOf', { number: one.number })}
                    empty={t('asGroup')}
                    defaultValue=""
                    options={options.map(option => ({ ...option, value: `${one.number}:${option.value}` }))}
                  />
                ) : null}
              </li>
            ))}
          </ul>
          {total > cases.length ? (
            <p className="text-ink-2">{t('more', { count: total - cases.length })}</p>
          ) : null}
          {gives ? (
            <div className="mt-3 flex flex-wrap items-end gap-3">
              <Field name="takerId" label={t('taker')}>
                <Select className="!w-56" empty={t('stay')} defaultValue="" options={options} />
              </Field>
              <Submit>{t('give')}</Submit>
            </div>
          ) : null}
        </Form>
      </details>
    </Section>
  )
}
