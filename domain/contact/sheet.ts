import { type Cell, moment, text } from '@/domain/spreadsheet/cell'
import type { Column } from '@/domain/spreadsheet/column'
import type { Locale } from '@/domain/user/user'
import { type ContactColumn, nameColumns } from './column'
import type { ContactDetails, ContactFields } from './contact'
import { maskedCells } from './masked'

/** A contact as a file has it; `details` null where they are masked. */
export type ContactOfSheet = Omit<ContactFields, 'companyId'> & {
  number: string
  companyName: string | null
  details: ContactDetails | null
  createdAt: Date
  updatedAt: Date
}

/* No phone has one, and an import parts them by it, in every language. */
const BETWEEN_PHONES = '; '

/** The reader's words, and the time zone of the moments. */
export type SheetWords = {
  locale: Locale
  timezone: string
  column: (column: ContactColumn) => string
  consent: (consent: ContactFields['consent']) => string
  language: (language: Locale) => string
}

/**
 * The columns of a file of contacts: an import reads each back as it was. What is masked on the screen says so in its
 * cell too: an empty one would say that there is no phone, and clear it when it comes in again.
 */
export function contactSheet(columns: readonly ContactColumn[], say: SheetWords): Column<ContactOfSheet>[] {
  const detail = (row: ContactOfSheet, of: (details: ContactDetails) => string | null) =>
    text(row.details ? of(row.details) : maskedCells[say.locale])
  const inLanguage = (column: keyof typeof nameColumns) => (row: ContactOfSheet) =>
    text(row.names[nameColumns[column]])
  const cells: Record<ContactColumn, [cell: (row: ContactOfSheet) => Cell, width: number]> = {
    number: [row => text(row.number), 14],
    name: [row => text(row.name), 16],
    company: [row => text(row.companyName), 32],
    title: [row => text(row.title), 18],
    phones: [row => detail(row, ({ phones }) => phones.join(BETWEEN_PHONES)), 26],
    email: [row => detail(row, ({ email }) => email), 26],
    wechat: [row => detail(row, ({ wechat }) => wechat), 18],
    language: [row => text(row.language && say.language(row.language)), 12],
    consent: [row => text(say.consent(row.consent)), 14],
    updated: [row => moment(row.updatedAt, say.timezone), 18],
    name_zh_hans: [inLanguage('name_zh_hans'), 16],
    name_zh_hant: [inLanguage('name_zh_hant'), 16],
    name_en: [inLanguage('name_en'), 20],
    name_ja: [inLanguage('name_ja'), 16],
    name_ko: [inLanguage('name_ko'), 16],
    note: [row => text(row.note), 40],
    created: [row => moment(row.createdAt, say.timezone), 18],
  }
  return columns.map(key => ({ key, header: say.column(key), cell: cells[key][0], width: cells[key][1] }))
}
