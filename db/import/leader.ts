import type { Leader } from '@/domain/deal/leader'
import { keptWhy } from '@/domain/import/kept'
import { searchTerm } from '@/domain/name/search-text'
import type { FieldErrors } from '@/domain/outcome'
import { within } from '@/domain/policy/within'
import type { FoundDeal } from './deal-found'
import { nameFault } from './finder'
import type { Known, KnownPerson } from './known'
import type { Batch, Changes } from './row'

/**
 * A leader as a cell names him: by login or name of an open account, else by the name of a cadre without one. Of a name that
 * two accounts bear only the sheet can say who is meant: a name beside them would be a third.
 */
export function leaderSaid(known: Known, text: string): { leader: Leader; errors: FieldErrors } {
  const person = known.leader(text)
  const leader =
    typeof person === 'string'
      ? { leaderId: null, leaderName: text || null }
      : { leaderId: person.id, leaderName: null }
  return { leader, errors: person === 'several' ? { leader: nameFault(known.leader, person, text) } : {} }
}

type Taken = { leader: Leader | null; errors: FieldErrors; kept: FieldErrors; changes: Changes }

/** Another leader, as an update has it: taken where this person may set him. `leader`: null where he stays. */
export function leaderTaken({ known, permit }: Batch, found: FoundDeal, text: string | undefined): Taken {
  const taken: Taken = { leader: null, errors: {}, kept: {}, changes: {} }
  const before = known.people.find(({ id }) => id === found.leaderId)
  if (text === undefined || isCalled(text, found.leaderName, before)) return taken
  if (!within(permit.actor, 'deal.set_leader', found))
    return { ...taken, kept: { leader: keptWhy('deal', 'leader') } }
  const { leader, errors } = leaderSaid(known, text)
  const after = known.people.find(({ id }) => id === leader.leaderId)
  const changes: Changes = { leader: [before?.name ?? found.leaderName ?? '', after?.name ?? text] }
  return { leader, errors, kept: {}, changes }
}

/** What is called as it was is not looked for: others may have the same name, or an account by now. */
function isCalled(text: string, name: string | null, person: KnownPerson | undefined): boolean {
  const names = person ? [person.login, person.name, ...Object.values(person.names)] : [name ?? '']
  return names.some(one => searchTerm(one) === searchTerm(text))
}
