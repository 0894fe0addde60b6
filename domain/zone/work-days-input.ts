import { z } from 'zod'
import { type NoticeFault, readNoticeDays } from '@/domain/calendar/notice'

const text = z.string().max(3_000)

/** The State Council's notice for a year, as the office types it. Both empty: what was entered is taken away. */
export const editWorkDaysInput = z
  .object({
    version: z.coerce.number().int().positive(),
    year: z.coerce.number().int().min(2000).max(2100),
    off: text,
    works: text,
  })
  .transform(({ version, year, ...texts }, context) => {
    const read = (field: 'off' | 'works') => {
      const found = readNoticeDays(texts[field], year)
      if (found.ok) return found.days
      fault(field, found)
      return []
    }
    const fault = (field: 'off' | 'works', { reason, values }: NoticeFault) =>
      context.addIssue({ code: 'custom', path: [field], message: reason, params: { values } })
    const off = read('off')
    const works = read('works')
    const both = works.find(date => off.includes(date))
    if (both) fault('works', { reason: 'admin.work.both', values: { date: both } })
    return { version, year, off, works }
  })
export type EditWorkDaysInput = z.output<typeof editWorkDaysInput>
