import { dateIn } from '@/domain/calendar/date'
import { keptWhy } from '@/domain/import/kept'
import type { Said } from '@/domain/import/said'
import type { FieldErrors } from '@/domain/outcome'
import { membersOf } from '@/domain/record/team'
import { nameFault } from './finder'
import { type KnownPerson, peopleIn } from './known'
import { officerOf } from './people'
import type { Batch, Changes } from './row'

type Case = {
  deskId: number
  caseOfficerId: number | null
  teamIds: readonly number[]
  createdAt: Date
}

/** What an update says of a case that is no field of its form. */
type Standing = { errors: FieldErrors; kept: FieldErrors; changes: Changes; officerId: number | null }

/**
 * Whose a case is, as an update has it. Another case officer is taken where this person may assign; desk and members have
 * verbs of their own, and when it was entered stands for good. `officerId`: the new one, else null.
 */
export function standingOf(
  batch: Batch,
  noun: 'lead' | 'deal',
  found: Case,
  said: Said,
  assigns: boolean,
): Standing {
  const { known } = batch
  const standing: Standing = { errors: {}, kept: {}, changes: {}, officerId: null }
  const keep = (field: string) => void (standing.kept[field] = keptWhy(noun, field))
  if (said.deskId) {
    const desk = known.desk(said.deskId)
    if (typeof desk === 'string' || desk.id !== found.deskId) keep('deskId')
  }
  if (said.members && !sameTeam(peopleIn(known, said.members), found)) keep('members')
  if (said.createdOn && said.createdOn !== dateIn(known.rules.timezone, found.createdAt)) keep('createdOn')
  const officer = said.officerId ? known.person(said.officerId) : null
  if (!officer || (typeof officer !== 'string' && officer.id === found.caseOfficerId)) return standing
  if (!assigns) keep('officerId')
  else if (typeof officer === 'string')
    standing.errors.officerId = nameFault(known.worker(found.deskId), officer, said.officerId ?? '')
  else takeOfficer(batch, found, officer, standing)
  return standing
}

function takeOfficer(batch: Batch, found: Case, officer: KnownPerson, standing: Standing) {
  Object.assign(standing.errors, officerOf(batch, officer.id, found.deskId))
  const before = batch.known.people.find(({ id }) => id === found.caseOfficerId)
  standing.changes.officerId = [before?.name ?? '', officer.name]
  standing.officerId = officer.id
}

const sameTeam = (said: number[] | object, { teamIds, caseOfficerId }: Case): boolean => {
  const members = membersOf(teamIds, caseOfficerId)
  return Array.isArray(said) && said.length === members.length && members.every(id => said.includes(id))
}

type Step = { nextStep: string | null; nextStepOn: string | null }

/** The next step as an update leaves it: without a step there is no day, and none without a day. */
export function stepOf(
  { permit, known }: Batch,
  found: Step,
  sent: Record<string, string>,
): { step: Partial<Step>; errors: FieldErrors } {
  if (!('nextStep' in sent || 'nextStepOn' in sent)) return { step: {}, errors: {} }
  const nextStep = (sent.nextStep ?? found.nextStep) || null
  const nextStepOn =
    nextStep === null && !sent.nextStepOn ? null : (sent.nextStepOn ?? found.nextStepOn) || null
  const errors: FieldErrors = {}
  if (nextStep && !nextStepOn) errors.nextStepOn = { reason: 'activity.next_step_without_date' }
  if (!nextStep && nextStepOn) errors.nextStep = { reason: 'input.required' }
  if (sent.nextStepOn && sent.nextStepOn < known.rules.today && permit.reach === 'own')
    errors.nextStepOn = { reason: 'activity.next_step_past' }
  return { step: { nextStep, nextStepOn }, errors }
}
