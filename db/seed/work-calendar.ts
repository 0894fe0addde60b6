import { workCalendar } from '@/domain/calendar/china'

/** The demonstration's office goes by the published notices; none is entered by hand. */
export const nationalCalendar = workCalendar()
