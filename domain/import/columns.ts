import { cut } from '@/domain/text/cut'
import { saying, textOf } from './cell-text'
import { headKey, splitUnit } from './head'
import type { Row, Sheet } from './raw'
import type { Column } from './table'
import { amountUnit } from './unit'

/** The columns under the heads: each that has a head, or values below it. `heads` are spread over what they span. */
export function columnsOf(
  heads: readonly Row[],
  above: readonly Row[],
  below: readonly Row[],
  { hiddenColumns }: Pick<Sheet, 'hiddenColumns'>,
): readonly Column[] {
  const shared = sharedUnit(above)
  const hidden = new Set(hiddenColumns)
  const first = below.slice(0, 200)
  const width = Math.max(...[...heads, ...first].map(({ cells }) => cells.length))
  const columns: Column[] = []
  for (let at = 0; at < width; at += 1) {
    const parts = partsAt(heads, at)
    const values = first.map(({ cells }) => textOf(cells[at])).filter(Boolean)
    if (parts.length === 0 && values.length === 0) continue
    const unit = [...parts].reverse().map(unitIn).find(Boolean) ?? shared
    columns.push({
      at,
      header: parts.join(' / '),
      parts,
      unit,
      hidden: hidden.has(at),
      serial: isSerial(parts.join(''), values),
      samples: values.slice(0, 5).map(value => cut(value, 80)),
    })
  }
  return columns
}

/** A part that spans several columns in a file without joined cells stands over the first of them only. */
function partsAt(heads: readonly Row[], at: number): string[] {
  const parts = heads.map(({ cells }, level) => {
    const own = textOf(cells[at])
    const isUnder = level < heads.length - 1 && heads.slice(level + 1).some(row => textOf(row.cells[at]))
    if (own || !isUnder) return own
    return groupOver(heads, level, at)
  })
  return parts
    .map(part => part.replace(/\s+/g, ' '))
    .filter((part, index) => part !== '' && part !== parts[index - 1])
}

/** The nearest head to the left in that row which has something below it as well. */
function groupOver(heads: readonly Row[], level: number, at: number): string {
  for (let left = at - 1; left >= 0; left -= 1) {
    const text = textOf(heads[level]?.cells[left])
    if (text) return heads.slice(level + 1).some(row => textOf(row.cells[left])) ? text : ''
  }
  return ''
}

const unitIn = (part: string): string | null => {
  const bare = part.replace(/^[(（[]|[)）\]]$/g, '').trim()
  return splitUnit(part).unit ?? (amountUnit(bare) ? bare : null)
}

/** 单位：万元 above a table is the unit of all its amounts. */
function sharedUnit(above: readonly Row[]): string | null {
  const said = above.flatMap(({ cells }) => saying(cells).map(({ raw }) => textOf(raw)))
  for (const text of said) {
    const found = /(?:单位|單位|単位|단위|unit)\s*[:：]\s*([^()（）,，;；]{1,30})/i
      .exec(text.normalize('NFKC'))?.[1]
      ?.trim()
    if (found && amountUnit(found)) return found
  }
  return null
}

const serialHeads = new Set(
  [
    '序号',
    '序',
    '编号',
    'no',
    '番号',
    '项番',
    '顺番',
    '通番',
    '번호',
    '순번',
    '연번',
    '일련번호',
    '순',
    'sn',
    'serial',
    'serialno',
    'serialnumber',
    'number',
    'item',
    '#',
  ].map(headKey),
)

/** 1, 2, 3 … for nearly all rows, under a head that says no more than that, or none. */
function isSerial(header: string, values: readonly string[]): boolean {
  if (header !== '' && !serialHeads.has(headKey(header)) && headKey(header) !== '') return false
  const numbers = values.filter(value => /^\d{1,5}$/.test(value)).map(Number)
  if (headKey(header) === headKey('序号')) return true
  return (
    numbers.length > 0 &&
    numbers.length >= values.length * 0.8 &&
    numbers.every((n, i) => i === 0 || n >= (numbers[i - 1] ?? 0))
  )
}
