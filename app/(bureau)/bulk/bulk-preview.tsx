import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/button'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { Checkbox, TextArea, TextInput } from '@/components/inputs'
import { Banner, Section } from '@/components/page'
import { Change } from '@/components/timeline'
import type { BulkAnswer } from '@/db/read/bulk'
import { type BulkList, type BulkVerb, itemWord } from '@/domain/bulk/bulk'
import { formWords } from '@/i18n/form-words'
import { applyBulkAction } from './actions'
import type { BulkAsked } from './bulk-asked'
import { KeptLines } from './bulk-lines'
import { bulkWords } from './bulk-words'

/* Of which verbs a reason is said, and whether it must be. */
const reasonOf: Partial<Record<BulkVerb, 'must' | 'may'>> = {
  hand_over: 'must',
  propose_hand_over: 'must',
  disqualify: 'must',
  reopen: 'must',
  hold: 'may',
  lose: 'must',
  withdraw: 'must',
  revive: 'must',
}

/** What will change, each with a box to leave it out, and what will not; then the one button that does it. */
export async function BulkPreview(props: {
  list: BulkList
  verb: BulkVerb
  asked: BulkAsked
  answer: BulkAnswer
  /** The address of the next lot, where the filter lists more. */
  rest: string
}) {
  const { list, verb, asked, answer, rest } = props
  const [common, words, say, deal] = await Promise.all([
    getTranslations('common'),
    formWords(),
    bulkWords(list, verb, asked.fields),
    getTranslations('deal'),
  ])
  const { t, change, why } = say
  const { changed, kept } = answer
  const back = `/${list}${asked.of}`
  const hidden = Object.entries(asked.fields).flatMap(([name, value]) =>
    Array.isArray(value) ? value.map(one => [`${name}[]`, one] as const) : [[name, value] as const],
  )
  const reason = reasonOf[verb]
  return (
    <>
      <p className="mb-4" role="status">
        {t('counts', { changed: changed.length, kept: kept.length })}
      </p>
      {changed.length === 0 ? (
        <Banner
          tone="amber"
          icon="info"
          acts={
            <a className="link" href={back}>
              {common('act.back')}
            </a>
          }
        >
          {t('refused.nothing')}
        </Banner>
      ) : (
        <Form
          action={applyBulkAction as FormAction}
          words={words}
          hidden={{ list, verb, rest }}
          className="grid gap-3 mb-6"
          aria-label={say.verb}
        >
          {hidden.map(([name, value]) => (
            <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
          ))}
          <Section title={t('changedTitle')} count={changed.length}>
            <ul className="rows">
              {changed.map(row => {
                const { from, to } = change(row)
                return (
                  <li key={row.number}>
                    <label className="check">
                      <input type="checkbox" name="items[]" value={itemWord(row)} defaultChecked />
                      <span className="flex flex-wrap items-baseline gap-x-3">
                        <span className="text-12 text-ink-3">{row.number}</span>
                        <span className="font-medium">{row.name}</span>
                        <span className="text-ink-2">{from ? <Change from={from} to={to} /> : to}</span>
                      </span>
                    </label>
                  </li>
                )
              })}
            </ul>
          </Section>
          {verb === 'lose' ? (
            <Field
              name="lostTo"
              label={deal('field.lostTo')}
              optional={common('say.optional')}
              className="max-w-120"
            >
              <TextInput maxLength={200} />
            </Field>
          ) : null}
          {reason ? (
            <Field
              name="reason"
              label={deal('field.reason')}
              required={reason === 'must' ? common('say.required') : undefined}
              optional={reason === 'may' ? common('say.optional') : undefined}
              className="max-w-120"
            >
              <TextArea rows={2} maxLength={2_000} />
            </Field>
          ) : null}
          <Checkbox name="whole" value="on" label={t('whole')} />
          <div className="form-foot">
            <Submit>{t('apply', { verb: say.verb })}</Submit>
            <LinkButton href={back}>{common('act.cancel')}</LinkButton>
          </div>
        </Form>
      )}
      <KeptLines list={list} kept={kept} why={why} />
    </>
  )
}
