import { and, eq, isNull, sql } from 'drizzle-orm'
import { record, write } from '@/db/as'
import { duplicateProbes, duplicateRulings } from '@/db/schema/duplicate'
import type { AskDuplicateInput, RuleDuplicateInput } from '@/domain/duplicate/input'
import { done, gone, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { decidersOf, notify } from './notify'

/**
 * Asks the officer of a record that one met beyond one's sight, or the heads of its desk where it has none. The token
 * proves the meeting: it is made by the check alone, and another's is not found. Asked twice, it is asked once.
 */
export async function askDuplicate(
  permit: Permit<'duplicate.ask'>,
  { ask, name }: AskDuplicateInput,
): Promise<Outcome<{ deskId: number | null; officerId: number | null }>> {
  return write(permit, async tx => {
    const [met] = await tx
      .select()
      .from(duplicateProbes)
      .where(and(eq(duplicateProbes.token, ask), eq(duplicateProbes.userId, permit.actor.id)))
      .for('update')
    if (!met?.noun || met.recordId === null || !met.how) return gone()
    const { noun, recordId, how, deskId, officerId } = met
    const answer = done({ deskId, officerId })
    const mine = and(
      eq(duplicateRulings.askedBy, permit.actor.id),
      eq(duplicateRulings.otherNoun, noun),
      eq(duplicateRulings.otherId, recordId),
      isNull(duplicateRulings.verdict),
    )
    if ((await tx.$count(duplicateRulings, mine)) > 0) return answer
    const typed = name ?? met.name ?? ''
    await tx.insert(duplicateRulings).values({
      noun: noun === 'deal' ? 'deal' : 'lead',
      typed,
      otherNoun: noun,
      otherId: recordId,
      otherName: met.name ?? typed,
      otherDeskId: deskId,
      how,
      askedBy: permit.actor.id,
    })
    const to = officerId === null && deskId !== null ? await decidersOf(tx, deskId) : [officerId]
    await notify(tx, {
      kind: 'duplicate_asked',
      to,
      noun,
      recordId,
      details: { name: typed, path: '/cases?show=duplicates' },
    })
    await record(tx, noun, recordId, { asked: typed })
    return answer
  })
}

/** What the other's officer, its head or the director says of an open question; who rules second learns that it is ruled. */
export async function ruleDuplicate(
  permit: Permit<'duplicate.rule'>,
  { id, verdict, reason }: RuleDuplicateInput,
): Promise<Outcome<{ id: number }>> {
  return write(permit, async tx => {
    const [seen] = await tx.select().from(duplicateRulings).where(eq(duplicateRulings.id, id))
    if (!seen) return gone()
    if (verdict === 'different' && !reason)
      return { kind: 'invalid', fields: { reason: { reason: 'text.required' } } }
    const ruled = await tx
      .update(duplicateRulings)
      .set({ verdict, reason, ruledAt: sql`now()`, ruledBy: permit.actor.id })
      .where(and(eq(duplicateRulings.id, id), isNull(duplicateRulings.verdict)))
      .returning({ id: duplicateRulings.id })
    if (ruled.length === 0) {
      const [now] = await tx.select().from(duplicateRulings).where(eq(duplicateRulings.id, id))
      return refused(now?.verdict ? 'duplicate.ruled_already' : 'common.not_permitted')
    }
    await notify(tx, {
      kind: 'ruled',
      to: [seen.askedBy],
      noun: seen.otherNoun,
      recordId: seen.otherId,
      details: { name: seen.typed, text: reason ?? undefined, path: '/cases?show=duplicates&state=ruled' },
    })
    await record(tx, seen.otherNoun, seen.otherId, { ruled: verdict, reason })
    return done({ id })
  })
}
