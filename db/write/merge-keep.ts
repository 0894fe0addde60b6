import { eq, sql } from 'drizzle-orm'
import { type Tx, zoneToday } from '@/db/as'
import { dealSearchText } from '@/db/deal-fields'
import { factBegan, stateFact, takeBackFact } from '@/db/fact'
import type { Pair } from '@/db/merge-pair'
import { type MergeRow, tableOf } from '@/db/merge-row'
import type { MergeNoun } from '@/domain/merge/merge'
import { matchKeys } from '@/domain/name/likeness'
import { nameKey } from '@/domain/name/name-key'
import { invalidField } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { revalueCapital } from './capital-value'
import { companyMatchKeys, companySearchText } from './company-insert'
import { saveDetails } from './contact-details'
import { contactSearchText } from './contact-insert'
import { leadSearchText } from './lead-insert'

type Set = Record<string, unknown>

/**
 * Writes what changes of the kept record: its columns, what it is found by, a contact's details, a deal's total as a
 * line of that fact (from the day on which it was stated; `undo` takes that line back).
 */
export async function keep(
  tx: Tx,
  noun: MergeNoun,
  permit: Permit,
  { kept, other }: Pair,
  set: Set,
  { undo = false } = {},
): Promise<void> {
  const { phones, email, wechat, ...columns } = set
  const after = { ...kept, ...set } as MergeRow
  const table = tableOf(noun)
  await tx
    .update(table)
    .set({
      ...columns,
      ...(noun === 'company' && {
        nameKey: nameKey(after.name),
        matchKeys: companyMatchKeys(after as never),
      }),
      ...(noun === 'lead' && { matchKeys: matchKeys([after.name]) }),
      searchText: searchTextOf(noun, after),
      version: kept.version + 1,
      updatedAt: sql`now()`,
      updatedBy: permit.actor.id,
    } as never)
    .where(eq(table.id, kept.id))
  if (phones !== undefined || email !== undefined || wechat !== undefined)
    await saveDetails(tx, permit, kept.id, after as never)
  if (noun === 'deal' && 'totalMinor' in set) {
    await stateTotal(tx, kept.id, after, other.number, undo)
    await revalueCapital(tx, after as never, await zoneToday(tx))
  }
}

async function stateTotal(tx: Tx, dealId: number, after: MergeRow, why: string, undo: boolean) {
  if (undo) return takeBackFact(tx, 'deal', dealId, 'total_investment', why)
  const stated = (after.totalOn as string | null) ?? (await zoneToday(tx))
  const began = await factBegan(tx, 'deal', dealId, 'total_investment')
  const { totalMinor, totalCurrency, totalRate, totalCny } = after as Set
  await stateFact(tx, 'deal', dealId, {
    fact: 'total_investment',
    ...({ totalMinor, totalCurrency, totalRate, totalCny } as object),
    effectiveOn: began && began > stated ? began : stated,
    reason: why,
  })
}

function searchTextOf(noun: MergeNoun, row: MergeRow): string {
  const fields = row as never
  if (noun === 'company') return companySearchText(fields, row.number)
  if (noun === 'contact') return contactSearchText(fields, row.number)
  if (noun === 'deal') return dealSearchText(fields, row.number)
  return leadSearchText({ name: row.name, number: row.number })
}

/** The team and the readers of the other join those of the kept lead or deal: nobody loses sight of his work. */
export function peopleJoining({ kept, other }: Pair) {
  const more = (theirs: number[] = [], ours: readonly number[] = []) =>
    theirs.filter(id => !ours.includes(id))
  const team = more(other.teamIds, kept.teamIds)
  const teamIds = [...(kept.teamIds ?? []), ...team]
  const readers = more(other.readerIds, [...(kept.readerIds ?? []), ...teamIds])
  const set: Set = {
    ...(team.length > 0 && { teamIds }),
    ...(readers.length > 0 && { readerIds: [...(kept.readerIds ?? []), ...readers] }),
  }
  return {
    set,
    before: {},
    after: { ...(team.length > 0 && { team }), ...(readers.length > 0 && { readers }) },
  }
}

/** A company must not become its own ancestor: its children and those of the other are its own then. */
export async function circleFault(tx: Tx, { kept, other }: Pair, set: Set) {
  const parentId = ('parentId' in set ? set.parentId : kept.parentId) as number | null
  if (parentId === null) return null
  const [circle] = await tx.execute(sql`
    with recursive above(id, depth) as (
      select ${parentId}::bigint, 1
      union all
      select c.parent_id, a.depth + 1 from above a join companies c on c.id = a.id where c.parent_id is not null and a.depth < 50
    ) select 1 from above where id in (${kept.id}, ${other.id}) limit 1`)
  return circle ? invalidField('parentId', 'company.parent_circle') : null
}
