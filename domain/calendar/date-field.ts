import { z } from 'zod'
import { type IsoDate, isIsoDate } from '@/domain/calendar/date'

/** zod: a date, or `date.unreadable`. */
export function isoDate() {
  return z.string('date.required').trim().min(1, 'date.required').refine(isIsoDate, 'date.unreadable')
}

/** zod: a date not after `today`, or `date.in_future`: what is entered as having happened has. */
export function pastDate(today: IsoDate) {
  return isoDate().refine(date => !isIsoDate(date) || date <= today, 'date.in_future')
}
