import { naming } from '@/app/(bureau)/naming'
import type { ComboOption } from '@/components/combobox'
import type { SelectOption } from '@/components/inputs'
import type { ContactPick } from '@/db/read/contact-pick'
import type { DealRecord } from '@/domain/deal/row'
import { nameIn } from '@/domain/user/user'

/** Company, event and contact as the form opens with them; contacts are those of the company, and the one that stands. */
export async function linkedOptions(
  { company, companyId, event, eventId, contact, contactId }: DealRecord,
  contacts: readonly ContactPick[],
): Promise<{ company: ComboOption; event?: ComboOption; contacts: SelectOption[] }> {
  const { locale } = await naming()
  const options = contacts.map(({ id, name, title }) => ({
    value: String(id),
    label: [name, title].filter(Boolean).join(' · '),
  }))
  if (contact && !contacts.some(({ id }) => id === contactId))
    options.unshift({ value: String(contactId), label: nameIn(locale, contact.name, contact.names) })
  return {
    company: { value: String(companyId), label: company.name, lang: company.nameLocale ?? undefined },
    event:
      event && eventId !== null
        ? { value: String(eventId), label: nameIn(locale, event.name, event.names) }
        : undefined,
    contacts: options,
  }
}
