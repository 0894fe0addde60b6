import { asc } from 'drizzle-orm'
import { as } from '@/db/as'
import { industries } from '@/db/schema/desk'
import type { Permit } from '@/domain/policy/permit'
import type { Names } from '@/domain/user/user'

export type IndustrySetting = {
  id: number
  name: string
  names: Names
  section: string
  active: boolean
  version: number
}

/** All key industries in their order, those no longer offered too. */
export async function listIndustries(permit: Permit<'industry.edit'>): Promise<IndustrySetting[]> {
  return as(permit, 'read', tx =>
    tx
      .select({
        id: industries.id,
        name: industries.name,
        names: industries.names,
        section: industries.section,
        active: industries.active,
        version: industries.version,
      })
      .from(industries)
      .orderBy(asc(industries.position), asc(industries.id)),
  )
}
