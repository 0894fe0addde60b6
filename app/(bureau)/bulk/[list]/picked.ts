import type { BulkAsked } from '@/app/(bureau)/bulk/bulk-asked'
import { knownNames, listSetting } from '@/app/(bureau)/list-asked'
import { pickBulk } from '@/db/read/bulk'
import type { BulkList } from '@/domain/bulk/bulk'
import { companyList } from '@/domain/company/filter'
import { dealList } from '@/domain/deal/filter'
import { leadList } from '@/domain/lead/filter'
import type { Permit } from '@/domain/policy/permit'

/** The records of a run: those that were ticked, or a lot of all that the filter of the list lists. */
export async function picked(
  permit: Permit<'lead.read' | 'deal.read' | 'company.read'>,
  list: BulkList,
  { numbers, all, of, after }: BulkAsked,
) {
  if (!all) return pickBulk(permit, { numbers })
  const [known, { tags }] = await Promise.all([knownNames(), listSetting(list)])
  const params = new URLSearchParams(of)
  const names = { ...known, tagIds: tags.map(tag => tag.id) }
  if (list === 'companies')
    return pickBulk(permit, { noun: 'company', filter: companyList.parse(params, names).filter, after })
  if (list === 'deals')
    return pickBulk(permit, { noun: 'deal', filter: dealList.parse(params, names).filter, after })
  return pickBulk(permit, { noun: 'lead', filter: leadList.parse(params, names).filter, after })
}
