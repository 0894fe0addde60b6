import { companyMatchKeys, companySearchText } from '@/db/write/company-insert'
import { contactSearchText } from '@/db/write/contact-insert'
import { reachKeys } from '@/db/write/look-alike'
import { nameKey } from '@/domain/name/name-key'
import type { CompanySpec } from './company'
import { numberer } from './number'
import type { PersonSpec } from './person'
import type { CompanyRow, ContactDetailRow, ContactRow, LogDraft } from './world'
import { industryKeys } from './zone-rows'

/** A case that names a company; `bare`: only a card was kept, and its person belongs to no company yet. */
export type CompanyUse = { company: CompanySpec; at: Date; by: number; bare: boolean }
export type CompanyIds = { companyId: number | null; contactId: number | null }

/** Companies, people and their details, entered when the first case names them. */
export function companyRows(uses: readonly CompanyUse[]) {
  const first = new Map<CompanySpec, CompanyUse>()
  for (const use of [...uses].sort((a, b) => a.at.getTime() - b.at.getTime()))
    if (!first.has(use.company)) first.set(use.company, use)
  const numberOf = { C: numberer('C'), K: numberer('K') }
  const companies: CompanyRow[] = []
  const contacts: ContactRow[] = []
  const contactDetails: ContactDetailRow[] = []
  const logs: LogDraft[] = []
  const ids = new Map<CompanySpec, CompanyIds>()

  for (const use of first.values()) {
    const companyId = use.bare ? null : company(use)
    const [contactId = null] = use.company.people
      .slice(0, use.bare ? 1 : 9)
      .map(one => contact(one, companyId, use))
    ids.set(use.company, { companyId, contactId })
  }
  return { companies, contacts, contactDetails, logs, ids }

  function company({ company, at, by }: CompanyUse): number {
    const { people: _people, industry, short: _short, ...fields } = company
    const id = companies.length + 1
    const number = numberOf.C(at)
    companies.push({
      id,
      ...fields,
      industryId: industryKeys.indexOf(industry) + 1,
      parentId: null,
      note: null,
      nameKey: nameKey(company.name),
      matchKeys: companyMatchKeys(company),
      searchText: companySearchText(company, number),
      number,
      ...created(at, by),
    })
    logs.push({
      at,
      actorId: by,
      verb: 'company.create',
      noun: 'company',
      recordId: id,
      details: { name: company.name },
    })
    return id
  }

  function contact(
    { phones, email, wechat, ...person }: PersonSpec,
    companyId: number | null,
    { at, by }: CompanyUse,
  ) {
    const id = contacts.length + 1
    const number = numberOf.K(at)
    const searchText = contactSearchText(person, number)
    contacts.push({ id, companyId, ...person, note: null, searchText, number, ...created(at, by) })
    contactDetails.push({
      contactId: id,
      phones,
      email,
      wechat,
      matchKeys: reachKeys({ phones, email }),
      updatedAt: at,
      updatedBy: by,
    })
    logs.push({
      at,
      actorId: by,
      verb: 'contact.create',
      noun: 'contact',
      recordId: id,
      details: { name: person.name },
    })
    return id
  }
}

const created = (at: Date, by: number) => ({
  version: 1,
  createdAt: at,
  createdBy: by,
  updatedAt: at,
  updatedBy: by,
  deletedAt: null,
  deletedBy: null,
  mergedInto: null,
})
