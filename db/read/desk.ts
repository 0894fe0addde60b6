import { asc, sql } from 'drizzle-orm'
import { as } from '@/db/as'
import { desks } from '@/db/schema/desk'
import { deskMembers, users } from '@/db/schema/user'
import type { Permit } from '@/domain/policy/permit'
import type { Names } from '@/domain/user/user'

export type DeskSetting = {
  id: number
  key: string
  name: string
  names: Names
  colour: number
  active: boolean
  version: number
  /** People with an account that works, and the names of those who head it. */
  people: number
  heads: string[]
}

/** All desks in their order, for those who name and order them. */
export async function listDesks(permit: Permit<'desk.edit'>): Promise<DeskSetting[]> {
  const staff = sql`${deskMembers} m join ${users} u on u.id = m.user_id and u.disabled_at is null where m.desk_id = desks.id`
  return as(permit, 'read', tx =>
    tx
      .select({
        id: desks.id,
        key: desks.key,
        name: desks.name,
        names: desks.names,
        colour: desks.colour,
        active: desks.active,
        version: desks.version,
        people: sql<number>`(select count(*) from ${staff})`.mapWith(Number),
        heads: sql<
          string[]
        >`coalesce((select json_agg(u.name order by u.id) from ${staff} and m.head), '[]')`,
      })
      .from(desks)
      .orderBy(asc(desks.position), asc(desks.id)),
  )
}
