import { listExport } from '@/app/(bureau)/list-export'
import { leadList } from '@/domain/lead/filter'
import { leadBook } from './lead-book'
import { leadDesks } from './lead-desks'

export const GET = listExport(leadList, 'lead.export', leadBook, leadDesks)
