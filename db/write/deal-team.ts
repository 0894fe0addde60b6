import { record, type Tx, write } from '@/db/as'
import { lockDeal, saveDeal, type TheirDeal } from '@/db/deal-lock'
import { factBegan, stateFact } from '@/db/fact'
import type { AddMemberDealInput, AssignDealInput, HandOverDealInput } from '@/domain/deal/verb-input'
import { refuseEffective } from '@/domain/fact/effective'
import { done, invalid, invalidField, type Outcome, refused } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { decidesFor } from '@/domain/policy/within'
import { membersOf } from '@/domain/record/team'
import { checkOfficer } from './deal-check'
import type { DealSaved } from './deal-edit'
import { openDesk } from './lead-link'
import { worker } from './lead-people'
import { tellAssigned } from './notify'

type Answer = Promise<Outcome<DealSaved, TheirDeal>>

/** The head gives a deal to one of the desk; whoever had it keeps it in sight. */
export async function assignDeal(permit: Permit<'deal.assign'>, input: AssignDealInput): Answer {
  return write(permit, async tx => {
    const held = await lockDeal(tx, input)
    if ('no' in held) return held.no
    const { deal } = held
    if (!decidesFor(permit.actor, deal.deskId)) return refused('common.not_permitted')
    if (deal.caseOfficerId === input.officerId) return refused('deal.refused.already_officer')
    const errors = await checkOfficer(tx, deal.deskId, input.officerId)
    if (Object.keys(errors).length > 0) return invalid(errors)
    const version = await saveDeal(tx, permit, deal, givenTo(deal, input.officerId))
    await record(tx, 'deal', deal.id, { changes: { officer: [deal.caseOfficerId, input.officerId] } })
    await tellAssigned(tx, 'deal', deal, [input.officerId], 'officer')
    return done({ number: deal.number, version })
  })
}

/** One more who works on it, of any desk, and with that sees it. */
export async function addMemberDeal(permit: Permit<'deal.add_member'>, input: AddMemberDealInput): Answer {
  return changeTeam(permit, input, async (tx, team) => {
    if (!(await worker(tx, input.memberId))) return invalidField('memberId', 'input.not_offered')
    if (team.includes(input.memberId)) return refused('deal.refused.already_member')
    return [...team, input.memberId]
  })
}

/** The case officer stays (another is assigned instead), and nobody puts himself out of sight of it. */
export async function removeMemberDeal(permit: Permit<'deal.add_member'>, input: AddMemberDealInput): Answer {
  return changeTeam(permit, input, async (_, team, officerId) => {
    if (input.memberId === officerId) return refused('deal.refused.officer_stays')
    if (input.memberId === permit.actor.id) return refused('deal.refused.not_oneself')
    if (!team.includes(input.memberId)) return refused('deal.refused.not_a_member')
    return team.filter(id => id !== input.memberId)
  })
}

/**
 * The director places a deal at another desk; without an officer it waits there to be assigned. The former case officer
 * keeps it in sight, members stay members, and progress begins anew.
 */
export async function handOverDeal(permit: Permit<'deal.hand_over'>, input: HandOverDealInput): Answer {
  return write(permit, async tx => {
    const held = await lockDeal(tx, input)
    if ('no' in held) return held.no
    const { deal, proposal, zone } = held
    const { deskId, officerId, reason } = input
    if (proposal) return refused('deal.refused.proposal_waits')
    if (!(await openDesk(tx, { id: deskId }))) return invalidField('deskId', 'input.not_offered')
    if (deskId === deal.deskId) return refused('deal.refused.same_desk')
    const errors = officerId === null ? {} : await checkOfficer(tx, deskId, officerId)
    if (Object.keys(errors).length > 0) return invalid(errors)
    const on = input.effectiveOn ?? zone.today
    const began = await factBegan(tx, 'deal', deal.id, 'desk')
    const wrong = refuseEffective(on, { today: zone.today, began })
    if (wrong) return wrong
    const version = await saveDeal(tx, permit, deal, { ...givenTo(deal, officerId), deskId, progress: true })
    await stateFact(tx, 'deal', deal.id, { fact: 'desk', deskId, effectiveOn: on, reason })
    const changes = { desk: [deal.deskId, deskId], officer: [deal.caseOfficerId, officerId] }
    await record(tx, 'deal', deal.id, { changes, effectiveOn: on, reason })
    return done({ number: deal.number, version })
  })
}

type Case = { caseOfficerId: number | null; teamIds: number[]; readerIds: number[] }

/** Whose a deal is once it is given to another, or to nobody: whoever had it keeps it in sight. */
export function givenTo({ caseOfficerId: before, teamIds, readerIds }: Case, officerId: number | null): Case {
  const team = teamIds.filter(id => id !== before)
  return {
    caseOfficerId: officerId,
    teamIds: officerId === null ? team : [...new Set([...team, officerId])],
    readerIds: [...new Set([...readerIds, ...(before === null ? [] : [before])])].filter(
      id => id !== officerId,
    ),
  }
}

type Team = (tx: Tx, team: number[], officerId: number | null) => Promise<number[] | Outcome<never, never>>

async function changeTeam(
  permit: Permit<'deal.add_member'>,
  input: AddMemberDealInput,
  change: Team,
): Answer {
  return write(permit, async tx => {
    const held = await lockDeal(tx, input)
    if ('no' in held) return held.no
    const { deal } = held
    const teamIds = await change(tx, deal.teamIds, deal.caseOfficerId)
    if (!Array.isArray(teamIds)) return teamIds
    const version = await saveDeal(tx, permit, deal, { teamIds })
    const members = [deal.teamIds, teamIds].map(team => membersOf(team, deal.caseOfficerId))
    await record(tx, 'deal', deal.id, { changes: { members } })
    await tellAssigned(
      tx,
      'deal',
      deal,
      teamIds.filter(id => !deal.teamIds.includes(id)),
      'member',
    )
    return done({ number: deal.number, version })
  })
}
