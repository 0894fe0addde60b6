import { and, eq, inArray, sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { amountOf, partsOf } from '@/db/capital'
import { type HeldDeal, lockDeal, type TheirDeal } from '@/db/deal-lock'
import { capitalParts, capitalStructures } from '@/db/schema/capital'
import { capitalFormValues } from '@/domain/capital/form'
import { partFaults } from '@/domain/capital/part-fault'
import type { EditCapitalInput } from '@/domain/capital/structure-input'
import { conflict, done, invalid, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { usesOf } from './capital-use'
import { revaluePlans, type ValuedPart, valuedParts } from './capital-value'
import { lastChange } from './last-change'

/**
 * The structure as a whole takes the place of the one that stood. Another's version in between is a conflict that shows
 * theirs. A part with plans or arrivals stays what it is, and is not made smaller than they are.
 */
export async function editCapital(
  permit: Permit<'capital.edit'>,
  { number, version, submission, parts }: EditCapitalInput,
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
      const after = await valuedParts(tx, deal, parts, zone.today)
      const uses = await usesOf(tx, deal.id)
      const faults = partFaults(before, after, uses)
      if (Object.keys(faults.fields).length > 0) return invalid(faults.fields)
      if (faults.removed) return refused('capital.refused.part_in_use', { values: faults.removed })
      if (same(before, after)) return done({ number, version })
      await store(tx, permit, held, before, after)
      const next = await raise(tx, permit, deal.id, structure?.version)
      await record(tx, 'deal', deal.id, { changes: { capital: [said(before), said(after)] } })
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

/** First what goes and what is not the rest: there is never more than one that is. */
async function store(
  tx: Tx,
  permit: Permit,
  { deal }: HeldDeal,
  before: Standing,
  after: readonly ValuedPart[],
) {
  const gone = before.filter(part => !after.some(({ id }) => id === part.id)).map(({ id }) => id)
  if (gone.length > 0)
    await tx
      .update(capitalParts)
      .set({ deletedAt: sql`now()`, deletedBy: permit.actor.id })
      .where(inArray(capitalParts.id, gone))
  const inOrder = after.map((part, position) => ({ ...part, position }))
  for (const { row: _, id, ...part } of inOrder.sort((a, b) => Number(a.rest) - Number(b.rest))) {
    if (id === null)
      await tx.insert(capitalParts).values({ ...part, dealId: deal.id, createdBy: permit.actor.id })
    else {
      await tx
        .update(capitalParts)
        .set(part)
        .where(and(eq(capitalParts.id, id), eq(capitalParts.dealId, deal.id)))
      await revaluePlans(tx, { ...part, id })
    }
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
