import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { companies } from '@/db/schema/company'
import { deskRoutes, desks, industries } from '@/db/schema/desk'
import { events } from '@/db/schema/event'
import type { FieldErrors } from '@/domain/outcome'
import type { DeskRoute } from '@/domain/route/route'
import type { Locale, Names } from '@/domain/user/user'

export type LeadLinks = {
  company: { id: number; name: string; names: Names; nameLocale: Locale | null } | null
  event: { id: number; number: string; name: string } | null
}

/** What a form names must be there: the records it links, or an error at the field that names one that is not. */
export async function leadLinks(
  tx: Tx,
  input: { companyId: number | null; eventId: number | null; industryId: number | null },
): Promise<{ links: LeadLinks } | { fields: FieldErrors }> {
  const fields: FieldErrors = {}
  const found = async <T>(field: string, asked: unknown, rows: PromiseLike<T[]> | null) => {
    const [row] = asked && rows ? await rows : []
    if (asked && !row) fields[field] = { reason: 'input.not_offered' }
    return row ?? null
  }
  const { companyId, eventId, industryId } = input
  const company = await found(
    'companyId',
    companyId,
    companyId
      ? tx
          .select({
            id: companies.id,
            name: companies.name,
            names: companies.names,
            nameLocale: companies.nameLocale,
          })
          .from(companies)
          .where(and(eq(companies.id, companyId), isNull(companies.deletedAt)))
      : null,
  )
  const event = await found(
    'eventId',
    eventId,
    eventId
      ? tx
          .select({ id: events.id, number: events.number, name: events.name })
          .from(events)
          .where(and(eq(events.id, eventId), isNull(events.deletedAt)))
      : null,
  )
  await found(
    'industryId',
    industryId,
    industryId
      ? tx.select({ id: industries.id }).from(industries).where(eq(industries.id, industryId))
      : null,
  )
  return Object.keys(fields).length ? { fields } : { links: { company, event } }
}

/** A desk that still takes cases; null for one that does not. */
export async function openDesk(tx: Tx, by: { id: number } | { key: string }) {
  const [desk] = await tx
    .select({ id: desks.id, key: desks.key })
    .from(desks)
    .where(and(eq(desks.active, true), 'id' in by ? eq(desks.id, by.id) : eq(desks.key, by.key)))
  return desk ?? null
}

/** The zone's rules in their order. */
export function routesOf(tx: Tx): Promise<DeskRoute[]> {
  return tx
    .select({
      id: deskRoutes.id,
      position: deskRoutes.position,
      countries: deskRoutes.countries,
      industryId: deskRoutes.industryId,
      deskId: deskRoutes.deskId,
    })
    .from(deskRoutes)
    .orderBy(asc(deskRoutes.position), asc(deskRoutes.id))
}
