import { as } from '@/db/as'
import { nameable } from '@/db/nameable'
import type { Nameable } from '@/domain/activity/mention'
import type { Permit } from '@/domain/policy/permit'

/** Whom one can name: colleagues, and the contacts of a record that one sees ('' for none). */
export async function listNameable(permit: Permit<'activity.create'>, record: string): Promise<Nameable[]> {
  return as(permit, 'read', tx => nameable(tx, record))
}
