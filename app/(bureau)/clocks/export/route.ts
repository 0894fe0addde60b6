import { listExport } from '@/app/(bureau)/list-export'
import { clockList } from '@/domain/clock/filter'
import { clockBook } from './clock-book'

export const GET = listExport(clockList, 'clock.export', clockBook)
