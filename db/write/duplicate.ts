import { and, eq, gt, isNotNull, sql } from 'drizzle-orm'
import { as, record, type Tx, write, zoneToday } from '@/db/as'
import { valued } from '@/db/rate'
import { duplicateProbes, duplicateRulings } from '@/db/schema/duplicate'
import type { CheckLookAlikesInput } from '@/domain/duplicate/input'
import { blocks, LIMITS, type LookAlike, type Ruled } from '@/domain/duplicate/look-alike'
import { type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { lookAlikes, type Met, type Typed } from './look-alike'
import { inChunksOf } from './many'

/**
 * A write that asks for look-alikes. What it wrote is rolled back when it must not go on, but what the person has met is
 * not: each record of another desk that he learned of is logged, counts against his hour, and gets a token of his.
 */
export async function writeUnlike<T, C>(
  who: Permit,
  run: (tx: Tx) => Promise<Outcome<T, C>>,
  submission?: string,
): Promise<Outcome<T, C>> {
  const outcome = await write(who, run, submission)
  if (outcome.kind !== 'invalid' || !outcome.matches?.some(met => met.number === null))
    return withoutIds(outcome)
  return as(who, 'write', async tx => {
    const matches = await meet(tx, who, outcome.matches as Met[])
    return matches ? { ...outcome, matches } : refused('duplicate.too_many')
  })
}

const withoutIds = <T, C>(outcome: Outcome<T, C>): Outcome<T, C> =>
  outcome.kind === 'invalid' && outcome.matches
    ? { ...outcome, matches: outcome.matches.map(shown) }
    : outcome

const shown = ({ key, noun, how, name, number, deskId, officerId, since }: LookAlike): LookAlike => ({
  key,
  noun,
  how,
  name,
  number,
  deskId,
  officerId,
  since,
})

/** The same question while one types. Nothing when this person has asked too often within the hour. */
export async function checkWhileTyping(
  permit: Permit<'duplicate.check'>,
  input: CheckLookAlikesInput,
): Promise<LookAlike[]> {
  const { typed, money } = input
  return as(permit, 'write', async tx => {
    const mine = eq(duplicateProbes.userId, permit.actor.id)
    const hour = gt(duplicateProbes.at, sql`now() - interval '1 hour'`)
    if ((await tx.$count(duplicateProbes, and(mine, hour))) >= LIMITS.checks) return []
    await tx.insert(duplicateProbes).values({ userId: permit.actor.id })
    const cny = money && typed.companyId ? (await valued(tx, money, await zoneToday(tx))).cny : null
    const found = await lookAlikes(tx, { ...typed, cny })
    return (await meet(tx, permit, found)) ?? []
  })
}

/** Null when the hour's hits beyond one's sight are used up; nothing of this answer is told then. */
export async function meet(tx: Tx, permit: Permit, found: readonly Met[]): Promise<LookAlike[] | null> {
  const beyond = found.filter(met => met.number === null)
  const before = beyond.length ? await metBefore(tx, permit) : new Map<string, string>()
  const fresh = beyond.filter(met => !before.has(`${met.noun}:${met.id}`))
  if (before.size + fresh.length > LIMITS.hits && fresh.length > 0) return null
  for (const met of fresh) before.set(`${met.noun}:${met.id}`, await probe(tx, permit, met))
  return found.map(met =>
    shown(met.number === null ? { ...met, key: before.get(`${met.noun}:${met.id}`) ?? '' } : met),
  )
}

/**
 * Of an import's warnings as many as the hour allows, true where one is told: half of the hour is left for what blocks and
 * for forms.
 */
export async function meetSome(tx: Tx, permit: Permit, found: readonly Met[]): Promise<boolean[]> {
  const before = found.some(met => met.number === null)
    ? await metBefore(tx, permit)
    : new Map<string, string>()
  const told: boolean[] = []
  for (const met of found) {
    const key = `${met.noun}:${met.id}`
    const isTold = met.number !== null || before.has(key) || before.size < LIMITS.hits / 2
    if (isTold && met.number === null && !before.has(key)) before.set(key, await probe(tx, permit, met))
    told.push(isTold)
  }
  return told
}

/** One record beyond this person's sight that he learns of: counted, logged, and answered by a token. */
async function probe(
  tx: Tx,
  permit: Permit,
  { noun, id, how, name, deskId, officerId }: Met,
): Promise<string> {
  const [row] = await tx
    .insert(duplicateProbes)
    .values({ userId: permit.actor.id, noun, recordId: id, how, name, deskId, officerId })
    .returning({ token: duplicateProbes.token })
  await record(tx, 'duplicate', null, { met: noun, desk: deskId, name, how })
  return row?.token ?? ''
}

async function metBefore(tx: Tx, permit: Permit): Promise<Map<string, string>> {
  const rows = await tx
    .select()
    .from(duplicateProbes)
    .where(
      and(
        eq(duplicateProbes.userId, permit.actor.id),
        isNotNull(duplicateProbes.noun),
        gt(duplicateProbes.at, sql`now() - interval '1 hour'`),
      ),
    )
    .limit(LIMITS.hits + 1)
  return new Map(rows.map(row => [`${row.noun}:${row.recordId}`, row.token]))
}

/** Keeps with the record that was entered what a person ruled of those that looked like it. */
export async function keepRulings(
  tx: Tx,
  permit: Permit,
  of: { noun: Typed['noun']; id: number; name: string },
  found: readonly Met[],
  said: Ruled,
): Promise<void> {
  await keepAllRulings(tx, permit, [{ of, found, said }])
}

type Ruling = { of: { noun: Typed['noun']; id: number; name: string }; found: readonly Met[]; said: Ruled }

/** The same for many records at once. */
export async function keepAllRulings(tx: Tx, permit: Permit, all: readonly Ruling[]): Promise<void> {
  await inChunksOf(
    all.flatMap(one => rulingRows(permit, one)),
    chunk => tx.insert(duplicateRulings).values(chunk),
  )
}

function rulingRows(permit: Permit, { of, found, said }: Ruling) {
  return found.map(({ noun, id, key, name, deskId, how }) => {
    const same = said.attach.includes(key)
    return {
      noun: of.noun,
      recordId: of.id,
      typed: of.name,
      otherNoun: noun,
      otherId: id,
      otherName: name,
      otherDeskId: deskId,
      how,
      verdict: same ? ('same' as const) : ('different' as const),
      reason: same || !blocks(how) ? null : said.different,
      askedBy: permit.actor.id,
      ruledAt: sql`now()`,
      ruledBy: permit.actor.id,
    }
  })
}
