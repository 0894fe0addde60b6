import { getTranslations } from 'next-intl/server'
import { deskBookOf } from '@/app/(bureau)/desk-book'
import type { DealColumn } from '@/domain/deal/column'
import type { DealFilter } from '@/domain/deal/filter'
import type { DealAmount } from '@/domain/deal/row'
import type { Permit } from '@/domain/policy/permit'
import { dealBook } from './deal-book'

/** The list by desk, with what each has in investment and in foreign capital. */
export async function dealDesks(
  permit: Permit<'deal.export'>,
  filter: DealFilter,
  columns: readonly DealColumn[],
) {
  const t = await getTranslations('deal.field')
  return deskBookOf(permit, filter, one => dealBook(permit, one, columns), [
    { key: 'total_cny', label: t('total_cny'), amount: deal => amountOf(deal.total) },
    { key: 'foreign_cny', label: t('foreign_cny'), amount: deal => amountOf(deal.foreign) },
  ])
}

/** What has none is not counted as unknown. */
const amountOf = ({ money, cny, none }: DealAmount) => (none ? null : { stated: money !== null, cny })
