import { and, eq, isNull, sql } from 'drizzle-orm'
import { record, type Tx, write } from '@/db/as'
import { stateFact } from '@/db/fact'
import { leads } from '@/db/schema/lead'
import { deskMembers, users } from '@/db/schema/user'
import { zoneRules } from '@/db/zone'
import type { AddLeadMemberInput, AssignLeadInput, HandOverLeadInput } from '@/domain/lead/move-input'
import { conflict, done, invalidField, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { membersOf } from '@/domain/record/team'
import { lastChange } from './last-change'
import { clockColumns } from './lead-clock'
import { openDesk } from './lead-link'
import { lockLiveLead } from './lead-lock'
import { tellAssigned } from './notify'

type Answer = Promise<Outcome<{ number: string }>>

/** The head gives a lead to one of the desk; whoever had it keeps it in sight. */
export async function assignLead(
  permit: Permit<'lead.assign'>,
  input: AssignLeadInput,
): Promise<Outcome<{ number: string }, unknown>> {
  return write(permit, async tx => {
    const locked = await lockLiveLead(tx, input.number)
    if ('no' in locked) return locked.no
    const { lead } = locked
    if (input.version !== undefined && input.version !== lead.version) {
      const { version, caseOfficerId: officerId } = lead
      return conflict({ values: { officerId }, version, ...(await lastChange(tx, lead)) })
    }
    const person = await worker(tx, input.officerId)
    if (!person?.deskIds.includes(lead.deskId)) return invalidField('officerId', 'lead.officer_not_on_desk')
    const before = lead.caseOfficerId
    if (before === person.id) return done({ number: lead.number })
    await update(tx, permit, lead.id, leadGivenTo(lead, person.id))
    await record(tx, 'lead', lead.id, { changes: { officer: [before, person.id] } })
    await tellAssigned(tx, 'lead', lead, [person.id], 'officer')
    return done({ number: lead.number })
  })
}

type Had = Pick<typeof leads.$inferSelect, 'caseOfficerId' | 'teamIds' | 'readerIds' | 'createdBy'>

/** Whose a lead is once it is given to another: whoever had it keeps it in sight, whoever entered it stays a member. */
export function leadGivenTo(
  { caseOfficerId: before, teamIds, readerIds, createdBy }: Had,
  officerId: number,
) {
  return {
    caseOfficerId: officerId,
    teamIds: union(
      teamIds.filter(id => id !== before || id === createdBy),
      [officerId],
    ),
    readerIds: union(readerIds, before ? [before] : []),
  }
}

/** One more who works on it, of any desk. */
export async function addLeadMember(permit: Permit<'lead.add_member'>, input: AddLeadMemberInput): Answer {
  return write(permit, async tx => {
    const locked = await lockLiveLead(tx, input.number)
    if ('no' in locked) return locked.no
    const { lead } = locked
    const person = await worker(tx, input.memberId)
    if (!person) return invalidField('memberId', 'input.not_offered')
    if (lead.teamIds.includes(person.id)) return done({ number: lead.number })
    const teamIds = union(lead.teamIds, [person.id])
    await update(tx, permit, lead.id, { teamIds })
    const members = [lead.teamIds, teamIds].map(team => membersOf(team, lead.caseOfficerId))
    await record(tx, 'lead', lead.id, { changes: { members } })
    await tellAssigned(tx, 'lead', lead, [person.id], 'member')
    return done({ number: lead.number })
  })
}

/** The director places it at another desk: its head assigns anew, those who had it stay readers, progress begins again. */
export async function handOverLead(permit: Permit<'lead.hand_over'>, input: HandOverLeadInput): Answer {
  return write(permit, async tx => {
    const locked = await lockLiveLead(tx, input.number)
    if ('no' in locked) return locked.no
    const { lead } = locked
    const desk = await openDesk(tx, { id: input.deskId })
    if (!desk) return invalidField('deskId', 'input.not_offered')
    if (desk.id === lead.deskId && !lead.unrouted) return refused('lead.refused.same_desk')
    const rules = await zoneRules(tx)
    const moves = desk.id !== lead.deskId
    await update(tx, permit, lead.id, {
      unrouted: false,
      ...(moves && {
        deskId: desk.id,
        caseOfficerId: null,
        teamIds: [],
        readerIds: union(lead.readerIds, lead.teamIds),
        lastProgressAt: sql`now()` as never,
        ...clockColumns({ ...lead, lastProgressAt: new Date() }, rules),
      }),
    })
    if (moves)
      await stateFact(tx, 'lead', lead.id, { fact: 'desk', deskId: desk.id, effectiveOn: rules.today })
    await record(tx, 'lead', lead.id, { changes: { desk: [lead.deskId, desk.id] }, reason: input.reason })
    return done({ number: lead.number })
  })
}

function update(tx: Tx, permit: Permit, id: number, set: Partial<typeof leads.$inferInsert>) {
  return tx
    .update(leads)
    .set({ ...set, version: sql`${leads.version} + 1`, updatedAt: sql`now()`, updatedBy: permit.actor.id })
    .where(eq(leads.id, id))
}

/** An officer or a head with an account that is open, and his desks; null for anybody else. */
export async function worker(
  tx: Tx,
  id: number,
): Promise<{ id: number; name: string; deskIds: number[] } | null> {
  const [person] = await tx
    .select({ id: users.id, name: users.name, role: users.role })
    .from(users)
    .where(and(eq(users.id, id), isNull(users.disabledAt)))
  if (!person || (person.role !== 'officer' && person.role !== 'manager')) return null
  const desks = await tx
    .select({ id: deskMembers.deskId })
    .from(deskMembers)
    .where(eq(deskMembers.userId, id))
  return { id: person.id, name: person.name, deskIds: desks.map(desk => desk.id) }
}

const union = (one: readonly number[], other: readonly number[]) => [...new Set([...one, ...other])]
