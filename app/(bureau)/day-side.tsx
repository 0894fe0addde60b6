import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Icon } from '@/components/icon'
import { DeskChip, StatusChip } from '@/components/marks'
import { Section } from '@/components/page'
import type { DueSteps } from '@/db/read/day'
import type { LeadRow } from '@/db/read/lead-row'
import { daysBetween } from '@/domain/calendar/date'
import { type DealFilter, dealSearch, defaultDealFilter } from '@/domain/deal/filter'
import type { DealRow } from '@/domain/deal/row'
import { nameIn } from '@/domain/user/user'
import { countWords } from './count-words'
import { naming } from './naming'

const unassigned = '/leads?officer=none'
const line = 'flex items-start gap-2'

/** Leads without a case officer: their desk's head assigns one. */
export async function DayUnassigned({ leads, count }: { leads: readonly LeadRow[]; count: number }) {
  const [t, names] = await Promise.all([getTranslations('day.unassigned'), naming()])
  return (
    <Section
      title={<a href={unassigned}>{t('title')}</a>}
      count={count}
      aside={t('note', { count: names.ref.zone.settings.answerWorkingDays })}
    >
      {count === 0 ? <p className="text-ink-2">{t('none')}</p> : null}
      <ul className="rows">
        {leads.map(lead => (
          <li key={lead.id} className={line}>
            <span className="min-w-0 flex-1">
              <a href={`/leads/${lead.number}`} lang={lead.nameLocale ?? undefined}>
                {lead.name}
              </a>{' '}
              <DeskChip colour={names.desk(lead.deskId).colour}>{names.desk(lead.deskId).name}</DeskChip>{' '}
              {lead.unrouted ? <StatusChip tone="amber">{t('unrouted')}</StatusChip> : null}
              <span className="block text-ink-2">{names.country(lead.country)}</span>
            </span>
            <ClockWords due={lead.clockDue} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

type StuckProps = {
  rows: readonly DealRow[]
  total: number
  /** Whose they are: the list behind the number asks for the same. */
  of?: Partial<DealFilter>
}

/** Deals that stand too long, by the one definition of stuck. */
export async function DayStuck({ rows, total, of = {} }: StuckProps) {
  const [t, deal, names] = await Promise.all([
    getTranslations('day.stuck'),
    getTranslations('deal'),
    naming(),
  ])
  const all = `/deals${dealSearch({ ...defaultDealFilter, ...of }, { stuck: true })}`
  // one's own are counted from their rows, no further than a thousand; others by counters
  const shown = of.officer ? countWords(total) : new Intl.NumberFormat(names.locale).format(total)
  return (
    <Section title={<a href={all}>{t('title')}</a>} count={shown}>
      {total === 0 ? <p className="text-ink-2">{t('none')}</p> : null}
      <ul className="rows">
        {rows.map(row => (
          <li key={row.id} className={line}>
            <span className="min-w-0 flex-1">
              <a href={`/deals/${row.number}`}>{nameIn(names.locale, row.name, row.names)}</a>
              <span className="block text-ink-2">
                {names.person(row.officerId) || deal('mark.unassigned')} · {deal(`stage.${row.stage}`)}
              </span>
            </span>
            <span className="text-right text-red">
              {row.stuck.map(why => (
                <span key={why.kind} className="block">
                  <Icon name="triangle-alert" small />{' '}
                  {deal(`stuckWhy.${why.kind}`, { days: why.days, limit: why.limit })}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {total > rows.length ? (
        <a className="link" href={all}>
          {t('all', { count: shown })}
        </a>
      ) : null}
    </Section>
  )
}

/** Next steps, overdue ones first. */
export async function DayDue({ due, title }: { due: DueSteps; title?: ReactNode }) {
  const [t, names] = await Promise.all([getTranslations('day.due'), naming()])
  return (
    <Section
      id="due"
      title={title ?? t('title')}
      count={due.total}
      aside={due.overdue > 0 ? `${t('overdue')} ${due.overdue}` : null}
    >
      {due.total === 0 ? <p className="text-ink-2">{t('none')}</p> : null}
      <ul className="rows">
        {due.steps.map(step => (
          <li key={step.number} className={line}>
            <span className="min-w-0 flex-1">
              <a href={`/${step.noun}s/${step.number}`}>{step.nextStep}</a>
              <span className="block text-ink-2">
                {[step.name, names.person(step.officerId)].filter(Boolean).join(' · ')}
              </span>
            </span>
            <ClockWords due={step.nextStepOn} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** How long until a day, in words: overdue in red, today and tomorrow in amber. */
export async function ClockWords({ due }: { due: string | null }) {
  const [t, names] = await Promise.all([getTranslations('day.clock'), naming()])
  if (!due) return null
  const days = daysBetween(names.today, due)
  const look = days < 0 ? 'text-red' : days <= 1 ? 'text-amber' : 'text-ink-2'
  return (
    <time dateTime={due} title={names.fullDay(due)} className={`flex-none ${look}`}>
      {days <= 1 ? <Icon name="clock" small /> : null}{' '}
      {days < 0 ? t('overdue', { days: -days }) : days === 0 ? t('today') : t('left', { days })}
    </time>
  )
}
