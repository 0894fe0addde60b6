import { z } from 'zod'
import { type Criterion, criteria } from '@/domain/lead/lead'
import { readMoney } from '@/domain/money/read'
import { cleanLine } from '@/domain/text/clean'
import { nameFields } from '@/domain/user/names-input'
import { isTimezone } from './timezone'

const days = (most: number) => z.coerce.number().int().min(1).max(most)

/** `5000万`, read as the bureau writes it, in yuan; kept as fen. */
const threshold = z.string().transform((text, context) => {
  const read = readMoney(text, 'CNY')
  if (read.ok && read.money.currency === 'CNY') return String(read.money.minor)
  const reason = read.ok ? 'admin.zone.threshold_in_yuan' : read.reason
  const values = read.ok ? undefined : read.values
  context.addIssue({ code: 'custom', message: reason, params: { values } })
  return z.NEVER
})

export const zoneFields = {
  name: cleanLine(100),
  ...nameFields(100),
  timezone: z.string().refine(isTimezone, 'input.not_offered'),
}

/** What each criterion counts, in whole per cent. */
const weight = z.coerce.number().int().min(0).max(100)
const weightFields = Object.fromEntries(criteria.map(name => [`weight_${name}`, weight])) as {
  [K in `weight_${Criterion}`]: typeof weight
}

export const editZoneInput = z
  .object({
    version: z.coerce.number().int().positive(),
    ...zoneFields,
    answerWorkingDays: days(60),
    appraiseWorkingDays: days(60),
    tellIntroducerWorkingDays: days(60),
    progressDays: days(365),
    stuckNegotiationDays: days(1000),
    stuckEntryDays: days(1000),
    stuckQuietDays: days(365),
    stuckNextStepDays: days(365),
    slippedTimes: z.coerce.number().int().min(0).max(99).default(2),
    firstContactDays: days(365).default(30),
    firstContactRulingWorkingDays: days(60).default(5),
    exportDays: days(365).default(30),
    criteriaThresholdCny: threshold,
    ...weightFields,
  })
  .superRefine((input, context) => {
    const sum = criteria.reduce((total, name) => total + input[`weight_${name}`], 0)
    if (sum === 100) return
    const issue = { code: 'custom' as const, message: 'admin.zone.weights_sum', params: { values: { sum } } }
    context.addIssue({ ...issue, path: ['weight_industry_fit'] })
  })

export type EditZoneInput = z.output<typeof editZoneInput>
