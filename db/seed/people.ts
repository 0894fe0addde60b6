import { otherAccounts, staff } from './staff'
import type { DeskKey } from './zone'

export const deskKeys: readonly DeskKey[] = ['domestic', 'japan_korea', 'europe_us', 'general']

/** Ids of people and desks: the places that they have in their lists. */
export type People = ReturnType<typeof peopleOf>

export function peopleOf() {
  const all = [...otherAccounts.slice(0, 1), ...staff, ...otherAccounts.slice(1)]
  const ids = new Map(all.map(({ name }, index) => [name, index + 1]))
  const id = (name: string): number => {
    const found = ids.get(name)
    if (!found) throw new Error(`nobody is called ${name}`)
    return found
  }
  return {
    all,
    id,
    director: id('顾怀章'),
    admin: id('系统管理'),
    desk: (key: DeskKey) => deskKeys.indexOf(key) + 1,
    headOf: (key: DeskKey): string =>
      staff.find(one => one.role === 'manager' && one.desk === key)?.name ?? '顾怀章',
  }
}
