import { companySearchText } from '@/db/write/company-insert'
import { contactSearchText } from '@/db/write/contact-insert'
import { nameKey } from '@/domain/name/name-key'
import type { CompanySpec } from './company'
import { numberer } from './number'
import type { CompanyRow, ContactDetailRow, ContactRow, LogDraft } from './world'
import { industryKeys } from './zone-rows'

export type CompanyUse = { company: CompanySpec; at: Date; by: number }

/** Companies, people and their details, entered when the first case names them. */
export function companyRows(uses: readonly CompanyUse[]) {
  const first = new Map<CompanySpec, CompanyUse>()
  for (const use of [...uses].sort((a, b) => a.at.getTime() - b.at.getTime()))
    if (!first.has(use.company)) first.set(use.company, use)
  const number = { C: numberer('C'), K: numberer('K') }
  const companies: CompanyRow[] = []
  const contacts: ContactRow[] = []
  const contactDetails: ContactDetailRow[] = []
  const logs: LogDraft[] = []
  const ids = new Map<CompanySpec, { companyId: number; contactId: number | null }>()

  for (const { company, at, by } of first.values()) {
    const { people, industry, ...fields } = company
    const created = {
      version: 1,
      createdAt: at,
      createdBy: by,
      updatedAt: at,
      updatedBy: by,
      deletedAt: null,
      deletedBy: null,
    }
    const id = companies.length + 1
    const no = number.C(at)
    companies.push({
      id,
      ...fields,
      industryId: industryKeys.indexOf(industry) + 1,
      parentId: null,
      note: null,
      nameKey: nameKey(company.name),
      searchText: companySearchText(company, no),
      number: no,
      ...created,
    })
    logs.push({
      at,
      actorId: by,
      verb: 'company.create',
      noun: 'company',
      recordId: id,
      details: { name: company.name },
    })
    ids.set(company, { companyId: id, contactId: people.length ? contacts.length + 1 : null })
    for (const { phones, email, wechat, ...person } of people) {
      const contactId = contacts.length + 1
      const numbered = number.K(at)
      contacts.push({
        id: contactId,
        companyId: id,
        ...person,
        note: null,
        searchText: contactSearchText(person, numbered),
        number: numbered,
        ...created,
      })
      contactDetails.push({ contactId, phones, email, wechat, updatedAt: at, updatedBy: by })
      logs.push({
        at,
        actorId: by,
        verb: 'contact.create',
        noun: 'contact',
        recordId: contactId,
        details: { name: person.name },
      })
    }
  }
  return { companies, contacts, contactDetails, logs, ids }
}
