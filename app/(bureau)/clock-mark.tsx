import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { use } from 'react'
import { Icon } from '@/components/icon'
import { type CountedClock, clockState } from '@/domain/calendar/clock'
import { naming } from './naming'

/** Which clock runs and how it stands: red with an icon when over, amber when near; the day itself on hover. */
export function ClockMark({ kind, due }: { kind: CountedClock | null; due: string | null }) {
  const t = useTranslations('clock')
  const names = use(naming())
  if (!kind || !due) return <span className="text-ink-3">{t('none')}</span>
  const { state, days } = clockState(due, names.today)
  const look = state === 'overdue' ? 'text-red' : state === 'ok' ? 'text-ink-2' : 'text-amber'
  return (
    <time dateTime={due} className={look} title={`${t(`kind.${kind}`)} · ${names.fullDay(due)}`}>
      {state === 'overdue' ? <Icon name="triangle-alert" small /> : null}
      {state === 'soon' || state === 'due_today' ? <Icon name="clock" small /> : null}{' '}
      {t(`due.${state}`, { days, date: names.day(due) })}
    </time>
  )
}

/** That the working days of the year in which it is due are a guess: no notice is out yet. Else nothing. */
export async function GuessedDue({ due }: { due: string }) {
  const [t, { ref }] = await Promise.all([getTranslations('clock'), naming()])
  const year = Number(due.slice(0, 4))
  return year >= ref.guessedFrom ? (
    <p className="text-12 text-ink-3">{t('guessed', { year: String(ref.guessedFrom) })}</p>
  ) : null
}
