import { listExport } from '@/app/(bureau)/list-export'
import { dealList } from '@/domain/deal/filter'
import { dealBook } from './deal-book'

export const GET = listExport(dealList, 'deal.export', dealBook)
