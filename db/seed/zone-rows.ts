import { hashPassword } from '@/db/door/password'
import { daysBetween, startOfDay } from '@/domain/calendar/date'
import { firstDesks } from '@/domain/desk/desk'
import { firstRoutes } from '@/domain/desk/first-routes'
import { searchText } from '@/domain/name/search-text'
import { demoPassword } from '@/domain/password/demo'
import { firstTemplates } from '@/domain/procedure/first-templates'
import { TIMEZONE } from './days'
import { hiredOn, type Kit } from './kit'
import type { People } from './people'
import { deskKeys } from './people'
import type { IndustryKey } from './product-line'
import { industries, rateSource, rates, zoneName, zoneNames } from './zone'

export const industryKeys = Object.keys(industries) as IndustryKey[]

/** Zone, desks, routes, key industries, rates and accounts: what an administrator sets up. */
export async function zoneRows({ days }: Kit, people: People) {
  const begun = startOfDay(TIMEZONE, days.begun)
  const touched = { version: 1, updatedAt: begun }
  const passwordHash = await hashPassword(demoPassword)
  return {
    zones: [
      { id: 1, name: zoneName, names: zoneNames, timezone: TIMEZONE, demo: true, settings: {}, ...touched },
    ],
    desks: firstDesks.map(({ key, name, names }, position) => ({
      id: position + 1,
      key,
      name,
      names,
      position,
      colour: position,
      active: true,
      ...touched,
    })),
    industries: industryKeys.map((key, position) => ({
      id: position + 1,
      position,
      active: true,
      ...industries[key],
      ...touched,
    })),
    deskRoutes: firstRoutes.map(({ places: countries, desk }, position) => ({
      id: position + 1,
      position,
      countries,
      industryId: null,
      deskId: people.desk(desk),
      ...touched,
    })),
    procedureTemplates: firstTemplates.map(({ key: _, after, ...template }, position) => ({
      id: position + 1,
      ...template,
      afterIds: after.map(one => firstTemplates.findIndex(({ key }) => key === one) + 1),
      position,
      active: true,
      ...touched,
    })),
    users: people.all.map((person, index) => {
      const at = startOfDay(TIMEZONE, hiredOn(person, days.year))
      return {
        id: index + 1,
        login: person.login,
        name: person.name,
        names: { en: person.en },
        role: person.role,
        locale: person.locale ?? null,
        theme: 'system',
        preferences: {},
        hiredOn: hiredOn(person, days.year),
        passwordHash,
        mustChangePassword: false,
        sessionVersion: 1,
        version: 1,
        disabledAt: null,
        createdAt: at,
        updatedAt: at,
      }
    }),
    deskMembers: people.all.flatMap(({ name, desk, role }) =>
      desk ? [{ userId: people.id(name), deskId: people.desk(desk), head: role === 'manager' }] : [],
    ),
    rates: Object.entries(rates)
      .filter(([on]) => daysBetween(days.inYear(on), days.today) >= 0)
      .flatMap(([on, set]) =>
        Object.entries(set).map(([currency, rate]) => ({ currency, rate, onDate: days.inYear(on) })),
      )
      .map((line, index) => ({
        id: index + 1,
        ...line,
        source: rateSource,
        createdAt: startOfDay(TIMEZONE, line.onDate),
        createdBy: people.director,
      })),
  }
}

/** Events by their key. */
export function eventRows({ events, random, days }: Kit, people: People) {
  const counts = new Map<string, number>()
  return events.map(({ key: _key, desks, ...event }, index) => {
    const year = event.startsOn.slice(0, 4)
    const count = (counts.get(year) ?? 0) + 1
    counts.set(year, count)
    const number = `E-${year}-${String(count).padStart(4, '0')}`
    const team = desks.flatMap(desk => [
      people.headOf(desk),
      people.all.find(one => one.desk === desk && one.role === 'officer')?.name ?? '',
    ])
    const staffIds = team.filter(Boolean).map(name => people.id(name))
    const planned =
      startOfDay(TIMEZONE, event.startsOn).getTime() - random.int(20, 40) * 86_400_000 + 36_000_000
    const at = new Date(Math.min(planned, days.now.getTime() - 3_600_000))
    const by = people.id(people.headOf(desks[0] ?? deskKeys[0] ?? 'domestic'))
    return {
      id: index + 1,
      ...event,
      deskIds: desks.map(people.desk),
      staffIds,
      searchText: searchText(event.name, ...Object.values(event.names), number, event.city, event.venue),
      number,
      version: 1,
      createdAt: at,
      createdBy: by,
      updatedAt: at,
      updatedBy: by,
      deletedAt: null,
      deletedBy: null,
    }
  })
}
