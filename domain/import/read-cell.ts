import { phones } from '@/domain/contact/input'
import type { CountryEdits } from '@/domain/country/country'
import { readReachAt } from '@/domain/lead/reach-at'
import { neutralise } from '@/domain/spreadsheet/cell'
import { cleanText } from '@/domain/text/clean'
import { creditCodeOf, isCreditCode } from '@/domain/text/credit-code'
import { emailOf } from '@/domain/text/email'
import { websiteOf } from '@/domain/text/website'
import { wechat } from '@/domain/text/wechat'
import { textOf } from './cell-text'
import type { Field, Kind } from './fields/field'
import type { Raw } from './raw'
import { type AmountValue, readAmount, readArea } from './read-amount'
import { readDate } from './read-date'
import { type Place, readLocale, readPlace, readProvince, readWord, readYesNo } from './read-word'
import type { Column } from './table'

/**
 * What a cell becomes, by its field's kind: `amount` → AmountValue, `place` → Place, `sourceOrEvent` → `{ source, event }`,
 * `yesNo` → boolean, `whole` and `area` → number, lists (`many`, `tags`, `phones`) → string[], all else a string: text, a
 * code, a date, or a name as it is written. Null is an empty cell, or one that says that nothing is stated.
 */
export type CellValue =
  | string
  | number
  | boolean
  | readonly string[]
  | AmountValue
  | Place
  | { source: string; event: string | null }
  | null

/** `reason` is a message key, `values` fill it; `value` is what stood there, to be shown beside it. */
export type ReadCell =
  | { ok: true; value: CellValue }
  | { ok: false; reason: string; values?: Record<string, string | number> }

/** `year`: of days that have none (the table's); `countries`: the zone's own names. */
export type Reading = { year?: number | null; countries?: CountryEdits }

/**
 * Reads one cell. Reasons beside those of texts, dates and amounts: `sheet.cell.error` (#REF!), `…formula_unsaved`,
 * `…formula` (a text that a spreadsheet would work out), `…not_offered` (`text`), `…number` (not one of our numbers).
 */
export function readCell(
  field: Field,
  raw: Raw | undefined,
  column: Pick<Column, 'unit'>,
  reading: Reading = {},
): ReadCell {
  if (!raw) return value(null)
  if (raw.kind === 'error') return refusedAs('sheet.cell.error', { text: raw.text.slice(0, 40) })
  if (raw.kind === 'unsaved') return refusedAs('sheet.cell.formula_unsaved')
  const text = restored(textOf(raw))
  if (text === null) return refusedAs('sheet.cell.formula')
  if (text === '' || saysNothing(text, field.kind)) return value(null)
  return byKind(field.kind, raw, text, column, reading)
}

function byKind(
  kind: Kind,
  raw: NonNullable<Raw>,
  text: string,
  column: Pick<Column, 'unit'>,
  reading: Reading,
): ReadCell {
  switch (kind.is) {
    case 'line':
    case 'note':
      return cleaned(text, kind.max, kind.is)
    case 'amount': {
      const read = readAmount(raw, column.unit, kind.yuan)
      return read.ok ? value(read.amount) : read
    }
    case 'area': {
      const read = readArea(raw, column.unit)
      return read.ok ? value(read.m2) : read
    }
    case 'date': {
      const read = readDate(raw, { partial: kind.partial ?? false, year: reading.year ?? null })
      return read.ok ? value(read.date) : read
    }
    case 'whole':
      return wholeNumber(text, kind.max)
    case 'place':
      return orNot(readPlace(text, reading.countries), text)
    case 'sourceOrEvent': {
      const source = readWord('source', text)
      if (source) return value({ source, event: null })
      const event = cleaned(text, 200, 'line')
      return event.ok ? value({ source: 'event', event: event.value as string }) : event
    }
    case 'name':
      return kind.many ? list(text) : cleaned(text, 200, 'line')
    case 'tags':
      return list(text)
    default:
      return asWord(kind, text)
  }
}

type WordKind = Exclude<
  Kind,
  { is: 'line' | 'note' | 'amount' | 'area' | 'date' | 'whole' | 'place' | 'sourceOrEvent' | 'name' | 'tags' }
>

function asWord(kind: WordKind, text: string): ReadCell {
  switch (kind.is) {
    case 'word':
      return orNot(readWord(kind.words, text), text)
    case 'yesNo':
      return orNot(readYesNo(text), text)
    case 'province':
      return orNot(readProvince(text), text)
    case 'locale':
      return orNot(readLocale(text), text)
    case 'number':
      return orReason(
        new RegExp(`^${kind.letter}-\\d{4}-\\d{1,7}$`).test(text.toUpperCase()) ? text.toUpperCase() : null,
        'sheet.cell.number',
      )
    case 'creditCode':
      return orReason(isCreditCode(creditCodeOf(text)) ? creditCodeOf(text) : null, 'text.credit_code')
    case 'email':
      return orReason(emailOf(text), 'text.email')
    case 'website':
      return websiteOf(text)
        ? value(websiteOf(text))
        : refusedAs(/^http:/i.test(text) ? 'website.https_only' : 'website.unreadable')
    case 'wechat':
      return orReason(wechat().safeParse(text).data ?? null, 'text.wechat')
    case 'phones': {
      const read = phones().safeParse(text)
      return read.success ? value(read.data) : issueOf(read.error.issues[0])
    }
    case 'reach': {
      const read = readReachAt(text)
      return 'reason' in read ? refusedAs(read.reason) : cleaned(text, 200, 'line')
    }
    case 'derived':
      return value(null)
  }
}

const value = (value: CellValue): ReadCell => ({ ok: true, value })
const refusedAs = (reason: string, values?: Record<string, string | number>): ReadCell & { ok: false } => ({
  ok: false,
  reason,
  ...(values && { values }),
})
const orReason = (read: CellValue, reason: string) => (read === null ? refusedAs(reason) : value(read))
const orNot = (read: CellValue, text: string) =>
  read === null ? refusedAs('sheet.cell.not_offered', { text: text.slice(0, 60) }) : value(read)

function issueOf(issue: { message: string; params?: Record<string, unknown> } | undefined): ReadCell {
  return refusedAs(
    issue?.message ?? 'input.unreadable',
    issue?.params?.values as Record<string, string | number> | undefined,
  )
}

function cleaned(text: string, max: number, kind: 'line' | 'note'): ReadCell {
  // a line that was broken to fit its cell is one line all the same
  const read = cleanText(kind === 'line' ? text.replace(/\s*[\r\n]+\s*/g, ' ') : text, max, kind)
  return 'text' in read ? value(read.text) : refusedAs(read.reason, read.values)
}

/** Names with a comma of any script between them, or one a line. */
function list(text: string): ReadCell {
  const items = text.split(/[,，、;；\n/／]|\s+[·|]\s+/u).map(item => item.trim())
  const wrong = items
    .map(item => (item === '' ? null : cleaned(item, 200, 'line')))
    .find(read => read && !read.ok)
  return wrong ?? value([...new Set(items.filter(Boolean))])
}

const wholeShape = /^([\d,]+)(?:\.0+)?\s*(?:人|名|명|个|個|persons?|people|jobs?)?$/i

function wholeNumber(text: string, max: number): ReadCell {
  const digits = wholeShape.exec(text.normalize('NFKC').replace(/^[约約]/, ''))?.[1]?.replaceAll(',', '')
  const number = digits && digits.length <= 15 ? Number(digits) : Number.NaN
  if (Number.isNaN(number)) return refusedAs('input.wrong_kind')
  return number <= max ? value(number) : refusedAs('input.too_big', { max })
}

/** Without the apostrophe that our own files put before what looks like a formula; null for a formula itself. */
function restored(text: string): string | null {
  const bare = text.startsWith("'") && neutralise(text.slice(1)) === text ? text.slice(1) : null
  return bare ?? (/^\s*[=＝]/.test(text) ? null : text)
}

/** What our files, and ledgers, write where nothing is known. */
const nothing = new Set(
  '未填|未填写|not stated|未入力|미입력|n/a|na|nil|none|null|无|無|なし|없음|해당 없음|空|未记录|待认定|待認定|not yet decided|未認定|미확정|待指派|unassigned|担当未定|담당 미지정|无汇率|無匯率|no rate|レートなし|환율 없음'
    .split('|')
    .map(word => word.normalize('NFKC').toLowerCase()),
)
const ours = new Set('未填|not stated|未入力|미입력'.split('|'))

function saysNothing(text: string, kind: Kind): boolean {
  const said = text.normalize('NFKC').trim().toLowerCase()
  if (/^[-—–―‐/\\.·*]+$/.test(said)) return true
  if (kind.is === 'line' || kind.is === 'note') return ours.has(said)
  // to some questions 无 is the answer
  if (kind.is === 'yesNo' && /^(?:无|無|なし|없음)$/.test(said)) return false
  return nothing.has(said)
}
