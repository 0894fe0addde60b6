import type { Currency } from '@/domain/money/currency'
import { exact } from '@/domain/money/words'
import type { FieldErrors } from '@/domain/outcome'
import type { PartStanding } from './form'

/** What hangs on a part, in its currency. */
export type PartUse = { planned: bigint; arrived: bigint }
type Entered = Omit<PartStanding, 'id'> & { id: number | null; row: number }

const fixed = ['kind', 'origin', 'form', 'currency'] as const

/**
 * What a new structure may not do with the parts that stood: change one that has plans or arrivals into another, make it
 * smaller than they are, leave it out (`removed`: its amounts), or name one that never stood there.
 */
export function partFaults(
  before: readonly PartStanding[],
  after: readonly Entered[],
  uses: ReadonlyMap<number, PartUse>,
): { fields: FieldErrors; removed: Record<string, string> | null } {
  const fields: FieldErrors = {}
  for (const part of after.filter(({ id }) => id !== null)) {
    const stood = before.find(({ id }) => id === part.id)
    const use = uses.get(part.id as number)
    if (!stood) fields[`kind-${part.row}`] = { reason: 'input.not_offered' }
    else if (use) Object.assign(fields, faultsInUse(stood, part, use))
  }
  const gone = before.find(({ id }) => uses.has(id) && !after.some(part => part.id === id))
  const use = gone && uses.get(gone.id)
  return { fields, removed: gone && use ? amountsOf(use, gone.currency) : null }
}

function faultsInUse(stood: PartStanding, part: Entered, use: PartUse): FieldErrors {
  const changed = fixed.find(key => stood[key] !== part[key])
  if (changed) return { [`${changed}-${part.row}`]: { reason: 'capital.invalid.part_in_use' } }
  const least = use.arrived > use.planned ? use.arrived : use.planned
  if (part.minor !== null && part.minor >= least) return {}
  const values = amountsOf(use, part.currency)
  return { [`amount-${part.row}`]: { reason: 'capital.invalid.below_use', values } }
}

const amountsOf = ({ planned, arrived }: PartUse, currency: string) => ({
  planned: exact({ minor: planned, currency: currency as Currency }),
  arrived: exact({ minor: arrived, currency: currency as Currency }),
})
