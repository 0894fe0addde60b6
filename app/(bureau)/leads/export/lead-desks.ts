import { getTranslations } from 'next-intl/server'
import { deskBookOf } from '@/app/(bureau)/desk-book'
import type { LeadColumn } from '@/domain/lead/column'
import type { LeadFilter } from '@/domain/lead/filter'
import { intendedOf } from '@/domain/lead/intended'
import type { Permit } from '@/domain/policy/permit'
import { leadBook } from './lead-book'

/** The list by desk, with what investors mean to invest. */
export async function leadDesks(
  permit: Permit<'lead.export'>,
  filter: LeadFilter,
  columns: readonly LeadColumn[],
) {
  const t = await getTranslations('lead.field')
  return deskBookOf(permit, filter, one => leadBook(permit, one, columns), [
    {
      key: 'intended_cny',
      label: t('intended_cny'),
      amount: lead => ({ stated: intendedOf(lead) !== null, cny: lead.intendedCny }),
    },
  ])
}
