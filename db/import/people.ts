import { officerFault } from '@/db/write/deal-check'
import type { Said } from '@/domain/import/said'
import type { FieldErrors } from '@/domain/outcome'
import { writingDesks } from '@/domain/policy/actor'
import { nameFault } from './finder'
import { peopleIn } from './known'
import type { Batch } from './row'

/** A head brings records of his own desks in, the director of any; an officer captures a lead for any desk (domain.md §5). */
export function deskFault({ permit, known }: Batch, deskId: number): FieldErrors {
  const desk = known.desks.find(({ id }) => id === deskId)
  if (!desk?.active) return { deskId: { reason: 'input.not_offered' } }
  const own = permit.reach !== 'desk' || writingDesks(permit.actor).includes(deskId)
  return own ? {} : { deskId: { reason: 'deal.invalid.desk_not_yours' } }
}

/** The desk that a row names, else the one of a head. */
export function deskOf(batch: Batch, said: Said): number | null {
  const desk = said.deskId ? batch.known.desk(said.deskId) : 'none'
  return typeof desk === 'string' ? ownDesk(batch) : desk.id
}

/** The one desk of a head whose sheet names none. */
export function ownDesk({ permit }: Batch): number | null {
  const [only, ...others] = writingDesks(permit.actor)
  return permit.reach === 'desk' && only !== undefined && others.length === 0 ? only : null
}

/** The case officer keeps what he had: he works on that desk, with an account that is open. */
export function officerOf({ known }: Batch, officerId: number | null, deskId: number | null): FieldErrors {
  if (officerId === null || deskId === null) return {}
  const person = known.people.find(({ id, active }) => id === officerId && active)
  const works = person?.role === 'officer' || person?.role === 'manager'
  return officerFault(works ? person : null, deskId)
}

/** Who else works on it; an officer who brings it in is one of them. */
export function membersOf({ known, permit }: Batch, said: Said): { ids: number[]; errors: FieldErrors } {
  const own = permit.actor.role === 'officer' ? [permit.actor.id] : []
  const found = peopleIn(known, said.members)
  if (Array.isArray(found)) return { ids: [...found, ...own], errors: {} }
  const { not, why } = found
  return {
    ids: own,
    errors: { members: nameFault(known.worker(null), why, not) },
  }
}
