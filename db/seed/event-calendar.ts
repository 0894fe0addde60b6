import { addDays } from '@/domain/calendar/date'
import type { Days } from './days'
import type { EventSpec } from './event'
import { fairs } from './event-fairs'
import { otherEvents } from './event-others'

/** How far ahead the calendar is filled. */
const AHEAD_DAYS = 45

/** The events of the source document in its year, a few of the years before, and what came after until now. */
export function eventSpecs(days: Days): EventSpec[] {
  return [...fairs(days), ...otherEvents(days)]
    .filter(({ startsOn }) => startsOn <= addDays(days.today, AHEAD_DAYS))
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
}
