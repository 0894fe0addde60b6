import { listExport } from '@/app/(bureau)/list-export'
import { eventList } from '@/domain/event/filter'
import { eventBook } from './event-book'

export const GET = listExport(eventList, 'event.export', eventBook)
