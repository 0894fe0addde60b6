import Form from 'next/form'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Button } from '@/components/button'
import { Checkbox, DateInput, Select } from '@/components/inputs'
import type { BulkList, BulkVerb } from '@/domain/bulk/bulk'
import { addDays } from '@/domain/calendar/date'
import { endReasons } from '@/domain/deal/deal'
import { disqualifyReasons } from '@/domain/lead/lead'
import { nameIn } from '@/domain/user/user'
import { officerOptions } from '../case-people'
import { listSetting } from '../list-asked'
import { naming } from '../naming'
import type { BulkAsked } from './bulk-asked'

/** What decides about the records, as a GET form: its answer is the preview, an address that one can go back to. */
export async function BulkAsk({ list, verb, asked }: { list: BulkList; verb: BulkVerb; asked: BulkAsked }) {
  const [t, lead, deal, names, { tags }] = await Promise.all([
    getTranslations('bulk'),
    getTranslations('lead'),
    getTranslations('deal'),
    naming(),
    listSetting(list),
  ])
  const { ref, locale, today } = names
  const value = (name: string) => String(asked.fields[name] ?? '')
  const labelled = (label: string, input: ReactNode) => (
    <label className="field">
      <span className="field-label">{label}</span>
      {input}
    </label>
  )
  const select = (name: string, label: string, options: Parameters<typeof Select>[0]['options']) =>
    labelled(
      label,
      <Select name={name} empty={t('pick')} options={options} defaultValue={value(name)} required />,
    )
  const reason =
    list === 'leads'
      ? select(
          'reasonCode',
          lead('field.reasonCode'),
          disqualifyReasons.map(one => ({ value: one, label: lead(`disqualifyReason.${one}`) })),
        )
      : select(
          'reasonCode',
          deal('field.reasonCode'),
          endReasons.map(one => ({ value: one, label: deal(`endReason.${one}`) })),
        )
  const ticks = (name: 'add' | 'remove') => (
    <fieldset className="field">
      <legend className="field-label">{t(name)}</legend>
      <div className="max-h-60 overflow-auto">
        {tags.map(({ id, name: label }) => (
          <Checkbox
            key={id}
            name={name}
            value={id}
            label={label}
            defaultChecked={(asked.fields[name] ?? []).includes(String(id))}
          />
        ))}
      </div>
    </fieldset>
  )
  const desks = (name: string) =>
    select(
      name,
      deal('field.deskId'),
      ref.desks
        .filter(desk => desk.active)
        .map(desk => ({ value: String(desk.id), label: nameIn(locale, desk.name, desk.names) })),
    )
  const questions: Partial<Record<BulkVerb, ReactNode>> = {
    assign: select('officerId', deal('field.officerId'), officerOptions(names, null, [])),
    hand_over: desks('deskId'),
    propose_hand_over: desks('toDeskId'),
    tag:
      tags.length > 0 ? (
        <div className="form-pair">
          {ticks('add')}
          {ticks('remove')}
        </div>
      ) : (
        <p>{t('noTags')}</p>
      ),
    disqualify: reason,
    hold: (
      <>
        {reason}
        {labelled(
          deal('field.reviewOn'),
          <DateInput
            name="reviewOn"
            min={today}
            defaultValue={value('reviewOn') || addDays(today, 30)}
            required
          />,
        )}
      </>
    ),
    lose: reason,
    withdraw: reason,
  }
  const question = questions[verb]
  if (!question) return null
  return (
    <Form
      action={`/bulk/${list}`}
      prefetch={false}
      className="grid gap-3 max-w-120 mb-6"
      aria-label={t('ask')}
    >
      <input type="hidden" name="verb" value={verb} />
      <input type="hidden" name="of" value={asked.of} />
      {asked.all ? <input type="hidden" name="all" value="1" /> : null}
      {asked.after ? <input type="hidden" name="after" value={asked.after} /> : null}
      {asked.numbers.map(number => (
        <input key={number} type="hidden" name="n" value={number} />
      ))}
      {question}
      <div>
        <Button type="submit" look={asked.complete ? 'outlined' : 'primary'}>
          {t('preview')}
        </Button>
      </div>
    </Form>
  )
}
