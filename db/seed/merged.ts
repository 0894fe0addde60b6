import { readableNumber } from '@/db/as'
import type { mergeLinks, merges, mergeValues } from '@/db/schema/merge'
import { companyMatchKeys, companySearchText } from '@/db/write/company-insert'
import { dateIn, yearOf } from '@/domain/calendar/date'
import { nameKey } from '@/domain/name/name-key'
import { TIMEZONE } from './days'
import type { Kit } from './kit'
import { seriesOf } from './number'
import type { People } from './people'
import type { CompanyRow, ContactRow, LogDraft } from './world'

const FIVE_DAYS = 5 * 86_400_000

/**
 * A Japanese company that had been entered a second time, by its English name from a card, and was merged by the
 * director five days ago: its second contact had hung on the double. The undo is still open.
 */
export function mergedPair(
  kit: Kit,
  people: People,
  companies: readonly CompanyRow[],
  contacts: readonly ContactRow[],
) {
  const second = (id: number) => contacts.filter(({ companyId }) => companyId === id)[1]
  const kept = companies.findLast(one => one.nameLocale === 'ja' && one.names.en && second(one.id))
  const contact = kept && second(kept.id)
  if (!kept || !contact) throw new Error('no company of the demonstration has two contacts')
  const name = kept.names.en ?? kept.name
  const at = new Date(kit.days.now.getTime() - FIVE_DAYS)
  const year = yearOf(dateIn(TIMEZONE, contact.createdAt))
  const last = seriesOf(companies).find(series => series.year === year)?.last ?? 0
  const number = readableNumber('C', year, last + 1)
  const double: CompanyRow = {
    ...kept,
    id: companies.length + 1,
    number,
    name,
    names: {},
    nameLocale: 'en',
    nameKey: nameKey(name),
    matchKeys: companyMatchKeys({ name }),
    creditCode: null,
    searchText: companySearchText({ name }, number),
    version: 2,
    createdAt: contact.createdAt,
    createdBy: contact.createdBy,
    updatedAt: at,
    updatedBy: people.director,
    deletedAt: at,
    deletedBy: people.director,
    mergedInto: kept.id,
  }
  const line = (
    recordId: number,
    verb: LogDraft['verb'],
    when: Date,
    by: number,
    details: object,
  ): LogDraft => ({
    at: when,
    actorId: by,
    verb,
    noun: 'company',
    recordId,
    details: details as Record<string, unknown>,
  })
  const merge: typeof merges.$inferSelect = {
    id: 1,
    noun: 'company',
    keptId: kept.id,
    mergedId: double.id,
    moved: { contacts: 1 },
    mergedAt: at,
    mergedBy: people.director,
    undoneAt: null,
    undoneBy: null,
    stayed: null,
    linksStayed: null,
  }
  const values: typeof mergeValues.$inferSelect = { mergeId: 1, before: {}, after: {} }
  const link: typeof mergeLinks.$inferSelect = {
    mergeId: 1,
    point: 'contacts.company_id',
    key: [String(contact.id)],
  }
  return {
    companies: companies
      .map(one =>
        one === kept
          ? {
              ...one,
              version: 2,
              searchText: `${one.searchText} ${double.searchText}`,
              matchKeys: [...new Set([...one.matchKeys, ...double.matchKeys])],
            }
          : one,
      )
      .concat(double),
    merges: [merge],
    mergeValues: [values],
    mergeLinks: [link],
    logs: [
      line(double.id, 'company.create', contact.createdAt, contact.createdBy, { name }),
      line(kept.id, 'company.merge', at, people.director, { other: number, name, moved: { contacts: 1 } }),
      line(double.id, 'company.merge', at, people.director, { into: kept.number, name: kept.name }),
    ],
  }
}
