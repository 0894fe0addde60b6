import { and, eq, inArray, sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { amountOf, partsOf } from '@/db/capital'
import { lockDeal, type TheirDeal } from '@/db/deal-lock'
import { capitalParts, capitalStructures } from '@/db/schema/capital'
import { capitalFormValues } from '@/domain/capital/form'
import { partFaults } from '@/domain/capital/part-fault'
import type { EditCapitalInput } from '@/domain/capital/structure-input'
import { refuseEffective } from '@/domain/fact/effective'
import { conflict, done, invalid, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { usesOf } from './capital-use'
import { revaluePlans, type ValuedPart, valuedParts } from './capital-value'
import { lastChange } from './last-change'

/**
 * The structure as a whole takes the place of the one that stood, from `effectiveOn` (today) on. Another's version in between is a
 * conflict that shows theirs. A part with plans or arrivals stays what it is, and is not made smaller than they are.
 */
export async function editCapital(
  permit: Permit<'capital.edit'>,
  { number, version, effectiveOn, submission, parts }: EditCapitalInput,
): Promise<Outcome<{ number: string; version: number }, TheirDeal>> {
  return write(
    permit,
    async tx => {
      const held = await lockDeal(tx, { number })
      if ('no' in held) return held.no
      const { deal, zone } = held
      const [structure] = await tx
        .select()
        .from(capitalStructures)
        .where(eq(capitalStructures.dealId, deal.id))
      const before = await partsOf(tx, deal.id)
      if ((structure?.version ?? 0) !== version) return conflict(await theirs(tx, structure, before))
      const on = effectiveOn ?? zone.today
      const wrong = refuseEffective(on, { today: zone.today, began: await structureBegan(tx, deal.id) })
      if (wrong) return wrong
      const after = await valuedParts(tx, deal, parts, zone.today)
      const uses = await usesOf(tx, deal.id)
      const faults = partFaults(before, after, uses)
      if (Object.keys(faults.fields).length > 0) return invalid(faults.fields)
      if (faults.removed) return refused('capital.refused.part_in_use', { values: faults.removed })
      if (same(before, after)) return done({ number, version })
      await store(tx, permit, deal.id, before, after, on)
      const next = await raise(tx, permit, deal.id, structure?.version)
      await record(tx, 'deal', deal.id, {
        changes: { capital: [said(before), said(after)] },
        effectiveOn: on,
      })
      return done({ number, version: next })
    },
    submission,
  )
}

type Standing = Awaited<ReturnType<typeof partsOf>>
type Structure = typeof capitalStructures.$inferSelect

async function theirs(tx: Tx, structure: Structure | undefined, parts: Standing): Promise<TheirDeal> {
  return {
    values: capitalFormValues(parts),
    shown: {},
    version: structure?.version ?? 0,
    ...(structure ? await lastChange(tx, structure) : { by: '', at: '' }),
  }
}

/** The day on which the last line of it began; null while there is none. */
async function structureBegan(tx: Tx, dealId: number): Promise<string | null> {
  const [row] = await tx.execute<{ on: string | null }>(
    sql`select to_char(max(effective_on), 'YYYY-MM-DD') as on from capital_parts where deal_id = ${dealId}`,
  )
  return row?.on ?? null
}

/** First what goes and what is not the rest: there is never more than one that is. What stays as it was keeps its day. */
async function store(
  tx: Tx,
  permit: Permit,
  dealId: number,
  before: Standing,
  after: readonly ValuedPart[],
  effectiveOn: string,
) {
  const gone = before.filter(part => !after.some(({ id }) => id === part.id)).map(({ id }) => id)
  if (gone.length > 0)
    await tx
      .update(capitalParts)
      .set({ deletedAt: sql`now()`, deletedBy: permit.actor.id, effectiveOn })
      .where(inArray(capitalParts.id, gone))
  const inOrder = after.map((part, position) => ({ ...part, position }))
  for (const { row: _, id, ...part } of inOrder.sort((a, b) => Number(a.rest) - Number(b.rest))) {
    if (id === null) {
      await tx.insert(capitalParts).values({ ...part, dealId, effectiveOn, createdBy: permit.actor.id })
      continue
    }
    const stood = before.find(one => one.id === id)
    const stays = stood && [...keys, 'cny' as const].every(key => key === 'id' || stood[key] === part[key])
    await tx
      .update(capitalParts)
      .set(stays ? part : { ...part, effectiveOn })
      .where(and(eq(capitalParts.id, id), eq(capitalParts.dealId, dealId)))
    await revaluePlans(tx, { ...part, id }, effectiveOn)
  }
}

async function raise(tx: Tx, permit: Permit, dealId: number, version: number | undefined): Promise<number> {
  const by = permit.actor.id
  if (version === undefined) {
    await tx.insert(capitalStructures).values({ dealId, createdBy: by, updatedBy: by })
    return 1
  }
  await tx
    .update(capitalStructures)
    .set({ version: version + 1, updatedAt: sql`now()`, updatedBy: by })
    .where(eq(capitalStructures.dealId, dealId))
  return version + 1
}

const keys = ['id', 'kind', 'origin', 'form', 'party', 'rest', 'minor', 'currency'] as const
const same = (before: Standing, after: readonly ValuedPart[]) =>
  before.length === after.length &&
  before.every((part, at) => keys.every(key => part[key] === after[at]?.[key]))

/** For the log: the amounts, a rest by what it came to. */
const said = (parts: readonly Pick<ValuedPart, 'minor' | 'currency'>[]) =>
  parts.map(amountOf).map(money => money && { minor: String(money.minor), currency: money.currency })
