import { type Actor, writingDesks } from '@/domain/policy/actor'
import { reachOf } from '@/domain/policy/table'
import type { Cover } from './cover'

/** The absent person himself, a head of his desk, the director: the same rule as the policy of the table. */
export function mayEndCover(actor: Actor, cover: Pick<Cover, 'absentId'>, desksOfAbsent: readonly number[]) {
  const reach = reachOf('cover.end', actor.role)
  if (reach === 'none') return false
  if (reach === 'all' || cover.absentId === actor.id) return true
  return reach === 'desk' && desksOfAbsent.some(id => writingDesks(actor).includes(id))
}
