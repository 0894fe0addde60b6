import { and, desc, eq, gte, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import { as, zoneToday } from '@/db/as'
import { covers } from '@/db/schema/cover'
import type { Cover } from '@/domain/cover/cover'
import type { Permit } from '@/domain/policy/permit'

const columns = {
  id: covers.id,
  absentId: covers.absentId,
  colleagueId: covers.colleagueId,
  from: covers.fromOn,
  until: covers.untilOn,
  reason: covers.reason,
  createdBy: covers.createdBy,
  endedAt: covers.endedAt,
  endedBy: covers.endedBy,
}
const COVERS_SHOWN = 50

/**
 * Covers within reach (a desk's own, or all), those that run or lie ahead by their first day, or with `past` the others,
 * the latest first: at most COVERS_SHOWN of a page, and whether there are more. `of`: only this person's, on either side.
 */
export async function listCovers(
  permit: Permit<'cover.read'>,
  { past = false, of = null, page = 1 }: { past?: boolean; of?: number | null; page?: number } = {},
): Promise<{ covers: Cover[]; more: boolean }> {
  return as(permit, 'read', async tx => {
    const today = await zoneToday(tx)
    const when = past
      ? or(isNotNull(covers.endedAt), lt(covers.untilOn, today))
      : and(isNull(covers.endedAt), gte(covers.untilOn, today))
    const whose = of === null ? undefined : or(eq(covers.absentId, of), eq(covers.colleagueId, of))
    const rows = await tx
      .select(columns)
      .from(covers)
      .where(and(when, whose))
      .orderBy(...(past ? [desc(covers.untilOn), desc(covers.id)] : [sql`from_on`, covers.id]))
      .limit(COVERS_SHOWN + 1)
      .offset((page - 1) * COVERS_SHOWN)
    return { covers: rows.slice(0, COVERS_SHOWN), more: rows.length > COVERS_SHOWN }
  })
}
