import { and, eq, isNull, sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { firstContactWith } from '@/db/first-contact'
import { companies } from '@/db/schema/company'
import { deals } from '@/db/schema/deal'
import { creditShares, firstContactCases } from '@/db/schema/first-contact'
import { leads } from '@/db/schema/lead'
import { zoneRules } from '@/db/zone'
import { addWorkingDays } from '@/domain/calendar/working-day'
import { sharesFrom } from '@/domain/first-contact/first-contact'
import type {
  ContestFirstContactInput,
  RuleFirstContactInput,
  StateFirstContactInput,
} from '@/domain/first-contact/input'
import { done, gone, invalidField, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { decidersOf, notify } from './notify'

/**
 * A desk that has met the investor too says that the first contact is its own: a case on the director's list, due within
 * five working days. Both desks' heads and the director are told. One case an investor at a time.
 */
export async function contestFirstContact(
  permit: Permit<'first_contact.contest'>,
  { record: number, reason }: ContestFirstContactInput,
): Promise<Outcome<{ id: number }>> {
  return write(permit, async tx => {
    const held = await lockCase(tx, number)
    if ('kind' in held) return held
    const { noun, id, deskId, name } = held
    const { investor, claims, holder } = await firstContactWith(tx, noun, id)
    if (!investor || !holder) return refused('first_contact.nobody')
    if (holder.deskId === deskId) return refused('first_contact.own')
    if (!claims.some(claim => claim.deskId === deskId)) return refused('first_contact.no_evidence')
    await tx.execute(sql`select pg_advisory_xact_lock(4120267, hashtext(${investor}))`)
    const open = and(eq(firstContactCases.investor, investor), isNull(firstContactCases.ruledAt))
    if ((await tx.$count(firstContactCases, open)) > 0) return refused('first_contact.open_already')
    const { today, settings, calendar } = await zoneRules(tx)
    const dueOn = addWorkingDays(today, settings.firstContactRulingWorkingDays, calendar)
    const [row] = await tx
      .insert(firstContactCases)
      .values({
        investor,
        name,
        noun,
        recordId: id,
        claimantDeskId: deskId,
        holderDeskId: holder.deskId,
        reason,
        dueOn,
        openedBy: permit.actor.id,
      })
      .returning({ id: firstContactCases.id })
    await record(tx, noun, id, { reason, desk: holder.deskId })
    const to = [...(await decidersOf(tx, deskId)), ...(await decidersOf(tx, holder.deskId)), holder.byId]
    const details = { name, on: dueOn, path: `/cases#case-${row?.id}` }
    await notify(tx, { kind: 'ruling_asked', to, noun, recordId: id, details })
    return done({ id: row?.id ?? 0 })
  })
}

/** What the desk that has it says to that; said again, it replaces what it said, until the ruling. */
export async function stateFirstContact(
  permit: Permit<'first_contact.state'>,
  { id, statement }: StateFirstContactInput,
): Promise<Outcome<{ id: number }>> {
  return write(permit, async tx => {
    const [seen] = await tx.select().from(firstContactCases).where(eq(firstContactCases.id, id))
    if (!seen) return gone()
    if (seen.ruledAt) return refused('first_contact.ruled_already')
    const stated = await tx
      .update(firstContactCases)
      .set({ statement, statedAt: sql`now()`, statedBy: permit.actor.id })
      .where(eq(firstContactCases.id, id))
      .returning({ id: firstContactCases.id })
    if (stated.length === 0) return refused('common.not_permitted')
    await record(tx, 'first_contact', id, { name: seen.name, statement })
    return done({ id })
  })
}

/** The director's ruling, once: whose it is and the shares of credit. Who rules second learns that it is ruled. */
export async function ruleFirstContact(
  permit: Permit<'first_contact.rule'>,
  { id, winner, claimantPercent, ruling }: RuleFirstContactInput,
): Promise<Outcome<{ id: number }>> {
  return write(permit, async tx => {
    const [seen] = await tx.select().from(firstContactCases).where(eq(firstContactCases.id, id))
    if (!seen) return gone()
    const { claimantDeskId, holderDeskId, noun, recordId, name } = seen
    const shares = sharesFrom([
      { deskId: claimantDeskId, percent: claimantPercent },
      { deskId: holderDeskId, percent: 100 - claimantPercent },
    ])
    if (!shares) return invalidField('claimantPercent', 'first_contact.shares')
    const winnerDeskId = winner === 'claimant' ? claimantDeskId : holderDeskId
    const ruled = await tx
      .update(firstContactCases)
      .set({ winnerDeskId, ruling, ruledAt: sql`now()`, ruledBy: permit.actor.id })
      .where(and(eq(firstContactCases.id, id), isNull(firstContactCases.ruledAt)))
      .returning({ id: firstContactCases.id })
    if (ruled.length === 0) return refused('first_contact.ruled_already')
    await tx.insert(creditShares).values(shares.map(share => ({ caseId: id, ...share })))
    await record(tx, noun, recordId, { desk: winnerDeskId, reason: ruling })
    const to = [
      ...(await decidersOf(tx, claimantDeskId)),
      ...(await decidersOf(tx, holderDeskId)),
      seen.openedBy,
    ]
    const details = { name, text: ruling, path: `/cases?state=ruled#case-${id}` }
    await notify(tx, { kind: 'ruled', to: [...to, seen.statedBy], noun, recordId, details })
    return done({ id })
  })
}

type Held = { noun: 'lead' | 'deal'; id: number; deskId: number; name: string }

/** The lead or deal that is worked, held; not seen is gone, seen and not one's own to write is refused. */
async function lockCase(tx: Tx, number: string): Promise<Held | Outcome<never>> {
  const noun = number.startsWith('L') ? 'lead' : 'deal'
  const table = noun === 'lead' ? leads : deals
  const [seen] = await tx.select({ deletedAt: table.deletedAt }).from(table).where(eq(table.number, number))
  if (!seen || seen.deletedAt) return gone()
  const { id, deskId, name, companyId } = table
  const [row] = await tx
    .select({ id, deskId, name, companyId })
    .from(table)
    .where(eq(table.number, number))
    .for('update')
  if (!row) return refused('common.not_permitted')
  const [company] = row.companyId
    ? await tx.select({ name: companies.name }).from(companies).where(eq(companies.id, row.companyId))
    : []
  return { noun, id: row.id, deskId: row.deskId, name: company?.name ?? row.name }
}
