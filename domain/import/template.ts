import ExcelJS from 'exceljs'
import { countryOptions } from '@/domain/country/country'
import { provinceOptions } from '@/domain/country/province'
import { columnUnit } from '@/domain/money/column'
import { headerOf, widthOf } from '@/domain/spreadsheet/column'
import { type Locale, locales } from '@/domain/user/user'
import type { Field, Kind } from './fields/field'
import { type ImportNoun, nounFields } from './noun'
import { MOST_ROWS } from './raw'
import { wordsOffered } from './read-word'
import { exampleWords } from './skip'

/** What a template says around the columns, in its language. */
export type TemplateWords = {
  /** The sheet of records, and the one that explains it. */
  title: string
  notes: string
  heads: { column: string; required: string; hint: string }
  /** Lines above the explanations. */
  about: readonly string[]
  yes: string
  no: string
  /** What may be written, by kind. */
  hints: Record<HintKind, string>
  /** Of the example row: by the field's key, else by its kind. */
  examples: Readonly<Record<string, string>>
  languages: readonly string[]
}
export type HintKind = Exclude<Kind['is'], 'derived'> | 'someDay' | 'names'

/** The names that may be chosen from, as the reader of the template has them. */
export type TemplateLists = Readonly<
  Partial<Record<'desk' | 'person' | 'industry' | 'event', readonly string[]>>
>

/**
 * A template of a noun as .xlsx: heads that are read back as they stand (required ones with *), an example row that is
 * passed over, lists to choose from, and a sheet that explains each column.
 */
export async function templateOf(
  noun: ImportNoun,
  locale: Locale,
  words: TemplateWords,
  lists: TemplateLists = {},
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const fields = nounFields[noun].fields.filter(({ kind }) => kind.is !== 'derived')
  const sheet = book.addWorksheet(words.title, { views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }] })
  const notes = book.addWorksheet(words.notes)
  const hidden = book.addWorksheet('lists', { state: 'veryHidden' })
  fields.forEach((field, at) => {
    writeColumn(sheet.getColumn(at + 1), field, locale, words, lists)
    const choices = choicesOf(field.kind, locale, words, lists)
    if (choices.length > 0) offer(sheet, hidden, at + 1, choices)
  })
  sheet.getRow(1).height = 24
  writeNotes(notes, fields, locale, words, lists)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const units: Partial<Record<Kind['is'], (locale: Locale) => string>> = {
  amount: locale => columnUnit(locale).word,
  area: () => 'm²',
}

const headOf = ({ labels, kind, required }: Field, locale: Locale) =>
  headerOf({ header: labels[locale], unit: units[kind.is]?.(locale) }, locale) + (required ? ' *' : '')

function writeColumn(
  column: Partial<ExcelJS.Column> & { values?: unknown },
  field: Field,
  locale: Locale,
  words: TemplateWords,
  lists: TemplateLists,
): void {
  const header = headOf(field, locale)
  column.width = widthOf({ header, width: field.kind.is === 'note' ? 36 : 14 }, locale)
  // text stays text: a number would lose digits of a credit code and the 0 of a telephone number
  const format =
    field.kind.is === 'date'
      ? 'yyyy-mm-dd'
      : field.kind.is === 'creditCode' || field.kind.is === 'phones'
        ? '@'
        : ''
  if (format) column.numFmt = format
  column.values = [header, exampleOf(field, locale, words, lists)]
  const cells = column as ExcelJS.Column
  cells.eachCell((cell, row) => {
    cell.font = row === 1 ? { bold: true } : { italic: true, color: { argb: 'FF666666' } }
    if (row > 1) return
    cell.fill = {
      type: 'pattern',
      pattern: 'solid',
      fgColor: { argb: field.required ? 'FFFFF3D6' : 'FFF2F2F0' },
    }
    cell.alignment = { vertical: 'middle', wrapText: true }
  })
}

function exampleOf(
  field: Field,
  locale: Locale,
  words: TemplateWords,
  lists: TemplateLists,
): ExcelJS.CellValue {
  const { key, kind } = field
  if (kind.is === 'number') return exampleWords[locales.indexOf(locale)] ?? ''
  const said = words.examples[key] ?? words.examples[kind.is]
  if (said !== undefined) return said
  if (kind.is === 'amount') return locale === 'en' ? 116 : 11_600
  if (kind.is === 'whole') return 120
  if (kind.is === 'area') return 46_667
  if (kind.is === 'date') return new Date('2026-03-05T00:00:00Z')
  return choicesOf(kind, locale, words, lists)[0] ?? null
}

/** What may be chosen in a column; empty where anything may be written. */
function choicesOf(
  kind: Kind,
  locale: Locale,
  words: TemplateWords,
  lists: TemplateLists,
): readonly string[] {
  switch (kind.is) {
    case 'word':
      return wordsOffered(kind.words, locale)
    case 'sourceOrEvent':
      return [...wordsOffered('source', locale), ...(lists.event ?? [])]
    case 'yesNo':
      return [words.yes, words.no]
    case 'locale':
      return words.languages
    case 'province':
      return provinceOptions(locale).map(({ name }) => name)
    case 'place': {
      const { promoted, others } = countryOptions(locale)
      return [...promoted, ...others].map(({ name }) => name)
    }
    case 'name':
      return kind.of === 'company' || kind.of === 'contact' || kind.many ? [] : (lists[kind.of] ?? [])
    default:
      return []
  }
}

/** A list to choose from, kept on a sheet of its own: written into the cell's rule it may have 255 characters only. */
function offer(
  sheet: ExcelJS.Worksheet,
  hidden: ExcelJS.Worksheet,
  at: number,
  choices: readonly string[],
): void {
  const column = hidden.getColumn(at)
  column.values = [...choices]
  const letter = column.letter
  const rules = sheet as ExcelJS.Worksheet & {
    dataValidations: { add: (range: string, rule: ExcelJS.DataValidation) => void }
  }
  rules.dataValidations.add(`${letter}2:${letter}${MOST_ROWS + 2}`, {
    type: 'list',
    allowBlank: true,
    formulae: [`lists!$${letter}$1:$${letter}$${choices.length}`],
    // other spellings are read as well, so nothing is forbidden
    showErrorMessage: false,
  })
}

function writeNotes(
  sheet: ExcelJS.Worksheet,
  fields: readonly Field[],
  locale: Locale,
  words: TemplateWords,
  lists: TemplateLists,
): void {
  for (const line of words.about) sheet.addRow([line])
  sheet.addRow([])
  sheet.addRow([words.heads.column, words.heads.required, words.heads.hint]).font = { bold: true }
  for (const [at, field] of fields.entries()) {
    const choices = choicesOf(field.kind, locale, words, lists)
    const offered = choices.length > 0 && choices.length <= 12 ? ` ${choices.join(' | ')}` : ''
    sheet.addRow([
      `${sheet.getColumn(at + 1).letter}: ${headOf(field, locale)}`,
      field.required ? '*' : '',
      words.hints[hintOf(field.kind)] + offered,
    ])
  }
  ;[30, 10, 90].forEach((width, at) => {
    sheet.getColumn(at + 1).width = width
  })
}

function hintOf(kind: Kind): HintKind {
  if (kind.is === 'date' && kind.partial) return 'someDay'
  if (kind.is === 'name' && kind.many) return 'names'
  return kind.is === 'derived' ? 'line' : kind.is
}
