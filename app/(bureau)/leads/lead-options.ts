import { getTranslations } from 'next-intl/server'
import type { SelectOption } from '@/components/inputs'
import { sources } from '@/domain/lead/lead'
import { nameIn } from '@/domain/user/user'
import { naming } from '../naming'

/** What the select boxes of a lead offer; `now`: what it has already, even if it is no longer offered. */
export async function leadOptions(now: { industryId?: number | null } = {}) {
  const [{ ref, locale }, t] = await Promise.all([naming(), getTranslations('lead')])
  const option = (id: number, label: string): SelectOption => ({ value: String(id), label })
  return {
    sources: sources.map(source => ({ value: source, label: t(`source.${source}`) })),
    industries: ref.industries
      .filter(one => one.active || one.id === now.industryId)
      .map(one => option(one.id, nameIn(locale, one.name, one.names))),
    desks: ref.desks
      .filter(desk => desk.active)
      .map(desk => option(desk.id, nameIn(locale, desk.name, desk.names))),
    /** Officers and heads with an open account; of one desk, or all of them. */
    workers: (deskId?: number) =>
      ref.people
        .filter(person => person.active && (person.role === 'officer' || person.role === 'manager'))
        .filter(person => deskId === undefined || person.deskIds.includes(deskId))
        .map(person => option(person.id, nameIn(locale, person.name, person.names))),
  }
}
