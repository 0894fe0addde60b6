import { and, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import { record, type Tx, write, zoneToday } from '@/db/as'
import { covers } from '@/db/schema/cover'
import type { CreateCoverInput, EndCoverInput } from '@/domain/cover/input'
import { done, gone, invalidField, type Outcome, refused } from '@/domain/outcome'
import { type Actor, writingDesks } from '@/domain/policy/actor'
import type { Permit } from '@/domain/policy/permit'
import { worker } from './lead-people'
import { notify } from './notify'
import { oneAtATime } from './one-at-a-time'

/**
 * A colleague of the same desk stands in for somebody absent: asked for by himself, a head of his desk or the director.
 * Neither is covered, nor covers the other's cover, on those days.
 */
export async function createCover(
  permit: Permit<'cover.create'>,
  { submission, ...input }: CreateCoverInput,
): Promise<Outcome<{ id: number }>> {
  return write(
    permit,
    async tx => {
      const { absentId, colleagueId, from, until, reason } = input
      await oneAtATime(tx, 'cover')
      const today = await zoneToday(tx)
      if (until < today) return invalidField('until', 'cover.invalid.past')
      if (from < today) return invalidField('from', 'cover.invalid.past')
      const [absent, colleague] = [await worker(tx, absentId), await worker(tx, colleagueId)]
      if (!absent) return invalidField('absentId', 'input.not_offered')
      if (!mayArrange(permit, absent)) return refused('common.not_permitted')
      if (!colleague?.deskIds.some(id => absent.deskIds.includes(id)))
        return invalidField('colleagueId', 'cover.invalid.other_desk')
      const clash = await overlapping(tx, input)
      if (clash) return invalidField(clash.field, clash.reason)
      const [made] = await tx
        .insert(covers)
        .values({ absentId, colleagueId, fromOn: from, untilOn: until, reason, createdBy: permit.actor.id })
        .returning({ id: covers.id })
      const id = Number(made?.id)
      await record(tx, 'cover', id, { absentId, colleagueId, from, until, reason })
      await notify(tx, {
        kind: 'cover_started',
        to: [colleagueId],
        noun: 'user',
        recordId: absentId,
        details: { name: absent.name, on: from, text: reason ?? undefined, path: '/covers' },
      })
      return done({ id })
    },
    submission,
  )
}

/** Ends it now: at the very next request the colleague has his own reach again. */
export async function endCover(permit: Permit<'cover.end'>, { id }: EndCoverInput): Promise<Outcome> {
  return write(permit, async tx => {
    const [seen] = await tx.select().from(covers).where(eq(covers.id, id))
    if (!seen) return gone()
    const [cover] = await tx.select().from(covers).where(eq(covers.id, id)).for('update')
    if (!cover) return refused('common.not_permitted')
    if (cover.endedAt) return refused('cover.refused.ended_already')
    if (cover.untilOn < (await zoneToday(tx))) return refused('cover.refused.over')
    await tx
      .update(covers)
      .set({ endedAt: sql`now()` as never, endedBy: permit.actor.id })
      .where(eq(covers.id, id))
    const { absentId, colleagueId, fromOn: from, untilOn: until } = cover
    await record(tx, 'cover', id, { absentId, colleagueId, from, until })
    return done()
  })
}

/** The same rule as the policy of the table, so that it is said in words. */
function mayArrange({ actor, reach }: Permit, absent: { id: number; deskIds: number[] }): boolean {
  return reach === 'all' || absent.id === actor.id || (reach === 'desk' && heads(actor, absent.deskIds))
}
const heads = (actor: Actor, deskIds: number[]) => deskIds.some(id => writingDesks(actor).includes(id))

async function overlapping(tx: Tx, { absentId, colleagueId, from, until }: CreateCoverInput) {
  const two = [absentId, colleagueId]
  const others = await tx
    .select({ absentId: covers.absentId, colleagueId: covers.colleagueId })
    .from(covers)
    .where(
      and(
        isNull(covers.endedAt),
        lte(covers.fromOn, until),
        gte(covers.untilOn, from),
        or(inArray(covers.absentId, two), eq(covers.colleagueId, absentId)),
      ),
    )
  if (others.some(other => other.absentId === absentId))
    return { field: 'from', reason: 'cover.invalid.covered_already' }
  if (others.some(other => other.absentId === colleagueId))
    return { field: 'colleagueId', reason: 'cover.invalid.colleague_absent' }
  return others.length > 0 ? { field: 'absentId', reason: 'cover.invalid.covers_another' } : null
}
