import type { Tx } from '@/db/as'
import { tellAllAssigned } from '@/db/write/notify'
import type { Planned } from './row'

type Given = { found: { id: number; number: string; name: string }; officerId: number | null }

/** Those to whom an update gives a case are told, as when it is assigned to them. */
export const tellOfficers = (
  tx: Tx,
  noun: 'lead' | 'deal',
  updates: readonly (Planned<Given> & { work: Given })[],
) =>
  tellAllAssigned(
    tx,
    noun,
    updates.flatMap(({ work: { found, officerId } }) =>
      officerId === null ? [] : [{ id: found.id, number: found.number, name: found.name, to: officerId }],
    ),
  )
