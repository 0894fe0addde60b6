import './calendar.css'
import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { LinkButton } from '@/components/button'
import { Icon } from '@/components/icon'
import { EmptyState, Page, PageBar, PageHead } from '@/components/page'
import { PrintHead } from '@/components/print-head'
import { Segments } from '@/components/tabs'
import { calendarEntries } from '@/db/read/calendar'
import type { IsoDate } from '@/domain/calendar/date'
import {
  type CalendarAsked,
  calendarDays,
  calendarSearch,
  calendarViews,
  ownersFor,
  parseCalendar,
} from '@/domain/calendar/view'
import type { SearchParams } from '@/domain/filter/parameter'
import { nameIn } from '@/domain/user/user'
import { naming } from '../naming'
import { CalendarGrid } from './calendar-grid'
import { DayList } from './day-list'

const perDay = { month: 4, week: 12, day: 500 } as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('calendar'))('title') }
}

/** Next steps, tasks, clocks and events by day: mine, my desk's, the bureau's. */
export default async function CalendarPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const permit = await page('calendar.read')
  const [names, t] = await Promise.all([naming(), getTranslations('calendar')])
  const { asked, ignored } = parseCalendar(await searchParams)
  const owners = ownersFor(permit.actor)
  const whose = owners.includes(asked.whose) ? asked.whose : (owners[0] ?? 'all')
  const day = asked.from ?? names.today
  const days = calendarDays(asked.view, day)
  const range = { first: days.first, last: days.last, whose, perDay: perDay[asked.view] }
  const found = await calendarEntries(permit, range)
  const here = { ...asked, whose }
  const count = [...found.totals.values()].reduce((sum, one) => sum + one, 0)
  const title = await spanOf(asked.view, days)
  return (
    <Page>
      <PageHead title={t('title')} says={`${title} · ${t('says', { count })}`} />
      <PrintHead
        zone={nameIn(names.locale, names.ref.zone.name, names.ref.zone.names)}
        filter={`${title} · ${t(`whose.${whose}`)}`}
        printed={names.moment(new Date())}
      />
      <CalendarBar asked={here} title={title} days={days} owners={owners} />
      {ignored.length > 0 ? <p className="note mx-(--gutter)">{t('ignored')}</p> : null}
      {count === 0 ? <EmptyState title={title} says={t('none')} /> : null}
      {asked.view === 'day' ? (
        <DayList {...found} day={day} />
      ) : (
        <CalendarGrid
          {...found}
          asked={here}
          days={days}
          month={asked.view === 'month' ? day.slice(0, 7) : null}
        />
      )}
    </Page>
  )
}

type Bar = {
  asked: CalendarAsked
  title: string
  days: ReturnType<typeof calendarDays>
  owners: ReturnType<typeof ownersFor>
}

async function CalendarBar({ asked, title, days, owners }: Bar) {
  const t = await getTranslations('calendar')
  const to = (changes: Partial<CalendarAsked>) => `/calendar${calendarSearch(asked, changes)}`
  const { view } = asked
  const turn = (from: IsoDate, label: string, icon: 'chevron-left' | 'chevron-right', key: string) => (
    <LinkButton
      look="quiet"
      small
      square
      href={to({ from })}
      aria-label={label}
      title={`${label} ${key}`}
      data-key={key}
    >
      <Icon name={icon} />
    </LinkButton>
  )
  return (
    <PageBar
      end={
        <Segments
          label={t('view.label')}
          items={calendarViews.map(one => ({
            label: t(`view.${one}`),
            href: to({ view: one }),
            current: one === view,
          }))}
        />
      }
    >
      {turn(days.before, t(`previous.${view}`), 'chevron-left', '[')}
      <strong className="tabular-nums">{title}</strong>
      {turn(days.after, t(`next.${view}`), 'chevron-right', ']')}
      <LinkButton small href={to({ from: null })}>
        {t('today')}
      </LinkButton>
      {owners.length > 1 ? (
        <Segments
          label={t('whose.label')}
          items={owners.map(one => ({
            label: t(`whose.${one}`),
            href: to({ whose: one }),
            current: one === asked.whose,
          }))}
        />
      ) : null}
    </PageBar>
  )
}

/** The days that are shown, in words. */
async function spanOf(view: CalendarAsked['view'], days: ReturnType<typeof calendarDays>): Promise<string> {
  const format = await getFormatter()
  const at = (day: IsoDate) => new Date(`${day}T00:00:00Z`)
  const { first, last, after } = days
  if (view === 'month') {
    const inside = at(after)
    inside.setUTCDate(0)
    return format.dateTime(inside, { timeZone: 'UTC', year: 'numeric', month: 'long' })
  }
  const how = { timeZone: 'UTC', dateStyle: 'medium' } as const
  return view === 'day'
    ? format.dateTime(at(first), { ...how, dateStyle: 'full' })
    : format.dateTimeRange(at(first), at(last), how)
}
