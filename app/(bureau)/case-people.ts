import type { SelectOption } from '@/components/inputs'
import { nameIn } from '@/domain/user/user'
import type { naming } from './naming'

type Naming = Awaited<ReturnType<typeof naming>>

/** Officers and heads with an open account, under their desk; of some desks, or (null) of all. Those named are left out. */
export function officerOptions(
  { ref, locale, desk }: Naming,
  deskIds: readonly number[] | null,
  without: readonly (number | null)[],
): SelectOption[] {
  const desks = ref.desks.filter(one => one.active && (deskIds === null || deskIds.includes(one.id)))
  const workers = ref.people.filter(
    ({ id, role, active }) => active && (role === 'officer' || role === 'manager') && !without.includes(id),
  )
  return desks.flatMap(({ id }) =>
    workers
      .filter(person => person.deskIds.includes(id))
      .map(person => ({
        value: String(person.id),
        label: nameIn(locale, person.name, person.names),
        group: desks.length > 1 ? desk(id).name : undefined,
      })),
  )
}
