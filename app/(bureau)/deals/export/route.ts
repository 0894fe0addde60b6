import { listExport } from '@/app/(bureau)/list-export'
import { dealList } from '@/domain/deal/filter'
import { dealBook } from './deal-book'
import { dealDesks } from './deal-desks'

export const GET = listExport(dealList, 'deal.export', dealBook, dealDesks)
