import { getFormatter, getTranslations } from 'next-intl/server'
import { withDaysSaid } from '@/domain/calendar/date'
import type { Outcome } from '@/domain/outcome'

type Said = { reason: string; values?: Record<string, unknown> }

/** The same outcome with its sentences in the reader's language (`text`), so that no form needs a noun's words. */
export async function told<T, C>(outcome: Outcome<T, C>): Promise<Outcome<T, C>> {
  if (outcome.kind !== 'refused' && outcome.kind !== 'invalid') return outcome
  const [t, format] = await Promise.all([getTranslations() as unknown as Promise<Words>, getFormatter()])
  const day = (date: string) =>
    format.dateTime(new Date(`${date}T00:00:00Z`), { timeZone: 'UTC', dateStyle: 'medium' })
  const sentence = ({ reason, values = {} }: Said) =>
    t.has(reason) ? t(reason, withDaysSaid(values, day)) : reason
  const say = <S extends Said>(said: S) => ({ ...said, text: sentence(said) })
  if (outcome.kind === 'refused') return say(outcome)
  const fields = Object.entries(outcome.fields).map(([name, said]) => [name, say(said)])
  return { ...outcome, fields: Object.fromEntries(fields) }
}

type Words = ((key: string, values?: Record<string, unknown>) => string) & { has(key: string): boolean }
