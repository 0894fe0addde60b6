import type ExcelJS from 'exceljs'
import { columnUnit } from '@/domain/money/column'
import { headerOf } from '@/domain/spreadsheet/column'
import { face } from '@/domain/spreadsheet/xlsx-style'
import type { Locale } from '@/domain/user/user'
import type { Field, Kind } from './fields/field'
import { choicesOf, type HintKind, type TemplateLists, type TemplateWords } from './template-choice'

const units: Partial<Record<Kind['is'], (locale: Locale) => string>> = {
  amount: locale => columnUnit(locale).word,
  area: () => 'm²',
}

/** A column's head with its unit, and * where it must be filled. */
export const headOf = ({ labels, kind, required }: Field, locale: Locale) =>
  headerOf({ header: labels[locale], unit: units[kind.is]?.(locale) }, locale) + (required ? ' *' : '')

/** A line for each column: its letter and head, and what may be written there. */
export function writeNotes(
  sheet: ExcelJS.Worksheet,
  fields: readonly Field[],
  locale: Locale,
  words: TemplateWords,
  lists: TemplateLists,
): void {
  for (const line of words.about) sheet.addRow([line])
  sheet.addRow([])
  sheet.addRow([words.heads.column, words.heads.required, words.heads.hint]).font = { ...face, bold: true }
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
  if (kind.is === 'name' && kind.of === 'leader') return 'leader'
  return kind.is === 'derived' ? 'line' : kind.is
}
