import { z } from 'zod'
import { pastDate } from '@/domain/calendar/date-field'
import { currencies } from '@/domain/money/currency'
import { isRate } from '@/domain/money/money'
import { cleanLine } from '@/domain/text/clean'

const FOREIGN = currencies.filter(currency => currency !== 'CNY')

/**
 * Yuan for one unit, from a day on. Typed as in a bank's table: full width, with a comma for thousands. A rate of a
 * day to come is refused when it is written, where the zone's today is known.
 */
export const createRateInput = z.object({
  currency: z.enum(FOREIGN as [string, ...string[]]),
  onDate: pastDate('9999-12-31'),
  rate: z
    .string()
    .max(40, 'admin.rate.unreadable')
    .transform(text => text.normalize('NFKC').replace(/[,\s]/g, ''))
    .refine(text => isRate(text) && /^\d{1,6}(\.\d{1,8})?$/.test(text), 'admin.rate.unreadable'),
  source: cleanLine(200),
})
export type CreateRateInput = z.output<typeof createRateInput>

export const deleteRateInput = z.object({ id: z.coerce.number().int().positive() })
export type DeleteRateInput = z.output<typeof deleteRateInput>
