import { listExport } from '@/app/(bureau)/list-export'
import { capitalList } from '@/domain/capital/filter'
import { capitalBook } from './capital-book'

export const GET = listExport(capitalList, 'capital.export', capitalBook)
