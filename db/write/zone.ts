import { eq, sql } from 'drizzle-orm'
import { record, write } from '@/db/as'
import { zones } from '@/db/schema/zone'
import { changesBetween } from '@/db/write/change'
import { criteria } from '@/domain/lead/lead'
import { decimalOf } from '@/domain/money/money'
import { conflict, done, gone, type Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { namesOf } from '@/domain/user/names-input'
import type { EditZoneInput } from '@/domain/zone/input'
import { type ZoneSettings, zoneSettings } from '@/domain/zone/zone'

/** Whose office this is, its clock on the wall, and its limits. */
export async function editZone(permit: Permit<'zone.edit'>, input: EditZoneInput): Promise<Outcome> {
  return write(permit, async tx => {
    const [found] = await tx.select().from(zones).where(eq(zones.id, 1)).for('update')
    if (!found) return gone()
    const { name, names, timezone, version } = found
    const own = zoneSettings(found.settings)
    if (version !== input.version) {
      const other = Object.entries(names).map(([locale, text]) => [`name_${locale}`, text])
      // as a person types it
      const criteriaThresholdCny = decimalOf({ minor: BigInt(own.criteriaThresholdCny), currency: 'CNY' })
      const { weights: _, ...plain } = own
      const weights = criteria.map(name => [`weight_${name}`, own.weights[name]])
      const said = Object.fromEntries([...other, ...weights])
      const values = { name, timezone, ...plain, ...said, criteriaThresholdCny }
      return conflict({ version, values })
    }
    const {
      answerWorkingDays,
      appraiseWorkingDays,
      tellIntroducerWorkingDays,
      progressDays,
      stuckNegotiationDays,
      stuckEntryDays,
      stuckQuietDays,
      stuckNextStepDays,
      slippedTimes,
      firstContactDays,
      firstContactRulingWorkingDays,
      exportDays,
      criteriaThresholdCny,
    } = input
    const settings = {
      answerWorkingDays,
      appraiseWorkingDays,
      tellIntroducerWorkingDays,
      progressDays,
      stuckNegotiationDays,
      stuckEntryDays,
      stuckQuietDays,
      stuckNextStepDays,
      slippedTimes,
      firstContactDays,
      firstContactRulingWorkingDays,
      exportDays,
      criteriaThresholdCny,
      weights: Object.fromEntries(
        criteria.map(name => [name, input[`weight_${name}`]]),
      ) as ZoneSettings['weights'],
    }
    const after = { name: input.name, names: namesOf(input), timezone: input.timezone }
    await tx
      .update(zones)
      .set({ ...after, settings, version: version + 1, updatedAt: sql`now()` })
      .where(eq(zones.id, 1))
    const changes = changesBetween({ name, names, timezone, ...own }, { ...after, ...settings })
    await record(tx, 'zone', 1, { changes })
    return done()
  })
}
