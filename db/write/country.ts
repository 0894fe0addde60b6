import { eq, sql } from 'drizzle-orm'
import { record, write } from '@/db/as'
import { countryNames } from '@/db/schema/zone'
import { changesBetween } from '@/db/write/change'
import { oneAtATime } from '@/db/write/one-at-a-time'
import { done, type Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { namesOf } from '@/domain/user/names-input'
import type { Names } from '@/domain/user/user'
import type { EditCountryInput } from '@/domain/zone/country-input'

/** The bureau's own words for a country or region; with none left the default stands again. */
export async function editCountry(permit: Permit<'country.edit'>, input: EditCountryInput): Promise<Outcome> {
  const { code, name } = input
  const names: Names = { ...namesOf(input), ...(name === null ? {} : { 'zh-Hans': name }) }
  return write(permit, async tx => {
    await oneAtATime(tx, 'country')
    const [found] = await tx
      .select({ names: countryNames.names })
      .from(countryNames)
      .where(eq(countryNames.code, code))
      .for('update')
    if (Object.keys(names).length === 0) await tx.delete(countryNames).where(eq(countryNames.code, code))
    else if (found)
      await tx.update(countryNames).set({ names, updatedAt: sql`now()` }).where(eq(countryNames.code, code))
    else await tx.insert(countryNames).values({ code, names })
    const changes = changesBetween({ names: found?.names ?? {} }, { names })
    await record(tx, 'country', null, { code, changes })
    return done()
  })
}
