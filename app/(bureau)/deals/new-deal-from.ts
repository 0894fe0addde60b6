import { page } from '@/access/page'
import type { ComboOption } from '@/components/combobox'
import { getCompany } from '@/db/read/company'
import { getEvent } from '@/db/read/event'
import { type Actor, writingDesks } from '@/domain/policy/actor'
import { nameIn } from '@/domain/user/user'
import { naming } from '../naming'

/** What a new deal begins with: one's own desk, and the company and the event that the address names. */
export async function newDealFrom(
  actor: Actor,
  asked: { company?: string; event?: string },
): Promise<{ values: Record<string, string>; company?: ComboOption; event?: ComboOption }> {
  const { locale, ref } = await naming()
  const company = asked.company ? await getCompany(await page('company.read'), asked.company) : null
  const event = asked.event ? await getEvent(await page('event.read'), asked.event) : null
  const desks = writingDesks(actor)
  const works = actor.role === 'officer' || actor.role === 'manager'
  const [desk] = desks.length === 1 ? desks : []
  const industry = ref.industries.find(one => one.active && one.id === company?.industryId)
  return {
    values: {
      deskId: desk ? String(desk) : '',
      officerId: works && desk ? String(actor.id) : '',
      country: company?.country ?? '',
      province: company?.province ?? '',
      industryId: industry ? String(industry.id) : '',
      source: event ? 'event' : '',
    },
    ...(company && {
      company: { value: String(company.id), label: company.name, lang: company.nameLocale ?? undefined },
    }),
    ...(event && { event: { value: String(event.id), label: nameIn(locale, event.name, event.names) } }),
  }
}
