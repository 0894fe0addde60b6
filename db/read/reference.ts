import { asc, getTableColumns, sql } from 'drizzle-orm'
import { as, zoneToday } from '@/db/as'
import { desks, industries } from '@/db/schema/desk'
import { deskMembers, users } from '@/db/schema/user'
import { countryNames, workDays, zones } from '@/db/schema/zone'
import { guessedFrom } from '@/domain/calendar/china'
import { yearOf } from '@/domain/calendar/date'
import type { CountryEdits } from '@/domain/country/country'
import type { Permit } from '@/domain/policy/permit'
import type { Names, Role } from '@/domain/user/user'
import { type ZoneSettings, zoneSettings } from '@/domain/zone/zone'

export type DeskOption = {
  id: number
  key: string
  name: string
  names: Names
  colour: number
  active: boolean
}
export type IndustryOption = { id: number; name: string; names: Names; section: string; active: boolean }
export type Person = {
  id: number
  name: string
  names: Names
  role: Role
  deskIds: number[]
  headOf: number[]
  active: boolean
}

/** What every page needs to name things: the zone, its day, desks, industries, people, words for countries. */
export type Reference = {
  zone: { name: string; names: Names; timezone: string; demo: boolean; settings: ZoneSettings }
  today: string
  /** The first year from this one on whose working days are a guess: its holiday notice is not known. */
  guessedFrom: number
  desks: DeskOption[]
  industries: IndustryOption[]
  people: Person[]
  countries: CountryEdits
}

const noticeYears = sql<number[] | null>`(select json_agg(distinct ${workDays.year}) from ${workDays})`

/** One short snapshot; small tables only (desks, industries, accounts' names). */
export async function getReference(permit: Permit): Promise<Reference> {
  return as(permit, 'read', async tx => {
    const [zone] = await tx.select({ ...getTableColumns(zones), noticeYears }).from(zones)
    const people = await tx
      .select({
        id: users.id,
        name: users.name,
        names: users.names,
        role: users.role,
        active: sql<boolean>`${users.disabledAt} is null`,
        deskIds: sql<
          number[]
        >`coalesce((select json_agg(m.desk_id) from ${deskMembers} m where m.user_id = ${users.id}), '[]')`,
        headOf: sql<
          number[]
        >`coalesce((select json_agg(m.desk_id) from ${deskMembers} m where m.user_id = ${users.id} and m.head), '[]')`,
      })
      .from(users)
      .orderBy(asc(users.id))
    const words = await tx.select({ code: countryNames.code, names: countryNames.names }).from(countryNames)
    const today = await zoneToday(tx)
    return {
      zone: {
        name: zone?.name ?? '',
        names: zone?.names ?? {},
        timezone: zone?.timezone ?? 'Asia/Shanghai',
        demo: zone?.demo ?? false,
        settings: zoneSettings(zone?.settings),
      },
      today,
      guessedFrom: guessedFrom(yearOf(today), zone?.noticeYears ?? []),
      desks: await tx
        .select({
          id: desks.id,
          key: desks.key,
          name: desks.name,
          names: desks.names,
          colour: desks.colour,
          active: desks.active,
        })
        .from(desks)
        .orderBy(asc(desks.position), asc(desks.id)),
      industries: await tx
        .select({
          id: industries.id,
          name: industries.name,
          names: industries.names,
          section: industries.section,
          active: industries.active,
        })
        .from(industries)
        .orderBy(asc(industries.position), asc(industries.id)),
      people,
      countries: Object.fromEntries(words.map(({ code, names }) => [code, names])) as CountryEdits,
    }
  })
}
