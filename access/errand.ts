import { randomUUID } from 'node:crypto'
import type { ExportFormat, ExportList } from '@/domain/export/export'

/**
 * What a job of this process asks of this process's own pages, in the name of whoever started it: the files of lists are
 * made of a page's words and names, which only a request has. `rows` and what follows is said back by the page.
 */
export type Errand = {
  userId: number
  exportId: number
  list: ExportList
  format: ExportFormat
  search: string
  rows: number
  total: number | null
  name: string
  words: string
}

export const ERRAND = 'x-errand'

/* Of this process alone, and of the moment: nobody can guess one, and none is written anywhere. */
const errands = ((globalThis as { zhaoshangErrands?: Map<string, Errand> }).zhaoshangErrands ??= new Map())

/** The word by which a request is known to be this errand, until it is ended. */
export function sendErrand(errand: Errand): { word: string; end: () => void } {
  const word = randomUUID()
  errands.set(word, errand)
  return { word, end: () => void errands.delete(word) }
}

export const errandIn = (headers: Headers): Errand | null => errands.get(headers.get(ERRAND) ?? '') ?? null
