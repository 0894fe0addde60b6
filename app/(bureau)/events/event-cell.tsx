import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DeskChip } from '@/components/marks'
import type { EventRow } from '@/db/read/event'
import type { EventColumn } from '@/domain/event/column'
import { nameIn } from '@/domain/user/user'
import { yuanIn } from '../amount'
import { naming } from '../naming'

/** Number columns are right-aligned; the classes for a phone say which cells make the card. */
export const cellClass: Partial<Record<EventColumn, string>> = {
  number: 'no',
  name: 'nm c1',
  kind: 'w c2',
  starts: 'w cr',
  ends: 'w',
  city: 'w c3',
  country: 'w',
  leads: 'n',
  deals: 'n',
  deals_cny: 'n',
}

type Cells = Record<EventColumn, (event: EventRow) => ReactNode>

/** What stands in each column, with the reader's names; made once a page, not once a cell. */
export async function eventCells(): Promise<Cells> {
  const [names, t, common, money] = await Promise.all([
    naming(),
    getTranslations('event'),
    getTranslations('common.say'),
    getTranslations('money'),
  ])
  const none = <span className="text-ink-3">{common('none')}</span>
  const day = (date: string) => <time dateTime={date}>{names.fullDay(date)}</time>
  return {
    number: event => <a href={`/events/${event.number}`}>{event.number}</a>,
    name: event => (
      <span className="two" title={event.name}>
        {nameIn(names.locale, event.name, event.names)}
      </span>
    ),
    kind: event => t(`kind.${event.kind}`),
    starts: event => day(event.startsOn),
    ends: event => day(event.endsOn),
    country: event => names.country(event.country),
    city: event => event.city,
    desks: event => (
      <span className="flex gap-1">
        {event.deskIds.map(id => (
          <DeskChip key={id} colour={names.desk(id).colour}>
            {names.desk(id).name}
          </DeskChip>
        ))}
      </span>
    ),
    leads: event => event.leads || none,
    deals: event => event.deals.count || none,
    deals_cny: ({ deals }) => {
      if (deals.count === 0) return none
      const left = [
        deals.notStated > 0 ? money('notStated', { count: deals.notStated }) : null,
        deals.withoutRate > 0 ? money('withoutRate', { count: deals.withoutRate }) : null,
      ].filter(Boolean)
      return (
        <>
          {deals.cny > 0n || left.length === 0 ? yuanIn(names.locale, deals.cny) : null}
          {left.length > 0 ? (
            <span className="block text-ink-2">
              {deals.cny > 0n ? '+ ' : null}
              {left.join(' + ')}
            </span>
          ) : null}
        </>
      )
    },
    staff: event => event.staffIds.map(names.person).filter(Boolean).join(names.comma) || none,
    venue: event => event.venue ?? none,
    organiser: event => event.organiser ?? none,
  }
}
