import ExcelJS from 'exceljs'
import { displayWidth, widthOf } from '@/domain/spreadsheet/column'
import { face } from '@/domain/spreadsheet/xlsx-style'
import { type Locale, locales } from '@/domain/user/user'
import type { Field } from './fields/field'
import type { ImportNoun } from './noun'
import { MOST_ROWS } from './raw'
import { fieldsFor } from './required'
import { exampleWords } from './skip'
import { choicesOf, type TemplateLists, type TemplateWords } from './template-choice'
import { headOf, writeNotes } from './template-notes'

/**
 * A template of a noun as .xlsx: heads that are read back as they stand (with * what this person must fill), an example row that is
 * passed over, lists to choose from, and a sheet that explains each column.
 */
export async function templateOf(
  who: { noun: ImportNoun; actor: Parameters<typeof fieldsFor>[1] },
  locale: Locale,
  words: TemplateWords,
  lists: TemplateLists = {},
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const fields = fieldsFor(who.noun, who.actor)
  const sheet = book.addWorksheet(words.title, {
    views: [{ state: 'frozen', xSplit: 2, ySplit: 1 }],
    pageSetup: across,
  })
  const notes = book.addWorksheet(words.notes, {
    pageSetup: { ...across, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
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

/** How it is printed: A4 across. */
const across = { orientation: 'landscape', paperSize: 9 } as const

function writeColumn(
  column: Partial<ExcelJS.Column> & { values?: unknown },
  field: Field,
  locale: Locale,
  words: TemplateWords,
  lists: TemplateLists,
): void {
  const header = headOf(field, locale)
  const example = exampleOf(field, locale, words, lists)
  const seen = typeof example === 'string' ? displayWidth(example) + 2 : 14
  column.width = widthOf(
    { header, width: field.kind.is === 'note' ? 36 : Math.min(36, Math.max(14, seen)) },
    locale,
  )
  // text stays text: a number would lose digits of a credit code and the 0 of a telephone number
  const format =
    field.kind.is === 'date'
      ? 'yyyy-mm-dd'
      : field.kind.is === 'creditCode' || field.kind.is === 'phones'
        ? '@'
        : ''
  if (format) column.numFmt = format
  column.values = [header, example]
  const cells = column as ExcelJS.Column
  cells.eachCell((cell, row) => {
    cell.font = row === 1 ? { ...face, bold: true } : { ...face, italic: true, color: { argb: 'FF666666' } }
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
