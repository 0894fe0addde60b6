import { searchTerm } from '@/domain/name/search-text'
import type { Field } from './fields/field'
import { type ImportNoun, nounFields } from './noun'
import { amountUnit, areaUnit, endsInUnit } from './unit'

/** How surely a column's head means a field: what our own files write, a usual name, or one that ends in a usual name. */
export type HeadMatch = { field: Field; how: 'label' | 'alias' | 'near' }

/** A head under which all its spellings are the same: width, case, script variant, spaces and punctuation. */
export function headKey(text: string): string {
  const seen = keys.get(text)
  if (seen !== undefined) return seen
  const key = searchTerm(text.slice(0, 200))
  if (keys.size < 5_000) keys.set(text, key)
  return key
}
const keys = new Map<string, string>()

const brackets = /[(（[［【〔]([^()（）[\]［］【】〔〕]*)[)）\]］】〕]/g

/** The head without its unit, and the unit: `总投资(万元)`, `投资额：万美元`, `用地亩`, `Total investment, USD million`. */
export function splitUnit(text: string): { name: string; unit: string | null } {
  for (const [whole, inside = ''] of text.matchAll(brackets))
    if (isUnit(inside)) return { name: text.replace(whole, '').trim(), unit: inside.trim() }
  const end = text.normalize('NFKC').trimEnd()
  if (!endsInUnit(end) && !areaTail.test(end)) return { name: text, unit: null }
  for (let at = Math.max(1, text.length - 40); at < text.length; at += 1) {
    const rest = text.slice(at)
    if (/^[a-z]/i.test(rest) && /[a-z]/i.test(text[at - 1] ?? '')) continue
    const unit = rest.replace(/^[\s,，/／:：;；、—–-]+|^\s*in\s+/i, '')
    if (unit !== '' && isUnit(unit) && at + rest.length - unit.length > 1)
      return {
        name: text
          .slice(0, at)
          .replace(/[\s,，/／:：;；、—–-]+$|\s+in$/i, '')
          .trim(),
        unit,
      }
  }
  return { name: text, unit: null }
}

const areaTail = /[米亩畝顷頃尺里坪평ル터무a2]$|acres?$|met(?:er|re)s?$/i
const isUnit = (text: string) => amountUnit(text) !== null || areaUnit(text) !== null

/** The field that a column means, by the parts of its head from above to below: 批准 over 日期 is 批准日期. */
export function matchHead(parts: readonly string[], noun: ImportNoun): HeadMatch | null {
  const { exact, suffixes } = index(noun)
  const written = candidates(parts)
  const sure = written.find(key => exact.has(key))
  if (sure !== undefined) return exact.get(sure) ?? null
  for (const key of written) {
    const near = suffixes.find(([alias]) => key.endsWith(alias) && alias.length >= key.length * 0.4)
    if (near) return { field: near[1], how: 'near' }
  }
  return null
}

/** The same by usual names alone: how a head ends says little where it is not known to be one. */
export function sureHead(parts: readonly string[], noun: ImportNoun): Field | null {
  const { exact } = index(noun)
  const sure = candidates(parts).find(key => exact.has(key))
  return sure === undefined ? null : (exact.get(sure)?.field ?? null)
}

const called = new Set(['名称', '全称', '姓名', 'name', '名前', '명칭', '이름'].map(headKey))

/** What a head may be looked up by, the fullest first: all its parts, the lower ones, the last, the first. */
function candidates(parts: readonly string[]): string[] {
  const joined = parts.map((_, from) => parts.slice(from).join(' '))
  const above = parts.slice(0, -1).reverse()
  // 投资方 over 名称 is the investor: 名称 alone may be anybody's
  const joins = called.has(headKey(parts.at(-1) ?? ''))
    ? [...joined.slice(0, -1), ...above, ...joined.slice(-1)]
    : [...joined, ...above]
  const texts = joins.flatMap(text => {
    const { name } = splitUnit(text)
    return [text, name, name.replace(brackets, '')]
  })
  return [
    ...new Set(
      texts.map(text =>
        headKey(text.replace(/^[*＊※\s]+|[*＊※\s]+$/g, '').replace(/^(?:其中|うち|그중)\s*[:：]?\s*/, '')),
      ),
    ),
  ].filter(Boolean)
}

type Index = { exact: ReadonlyMap<string, HeadMatch>; suffixes: readonly (readonly [string, Field])[] }
const indexes = new Map<ImportNoun, Index>()

function index(noun: ImportNoun): Index {
  const known = indexes.get(noun)
  if (known) return known
  const exact = new Map<string, HeadMatch>()
  const enter = (text: string, match: HeadMatch) => {
    const key = headKey(text)
    if (key && !exact.has(key)) exact.set(key, match)
  }
  const { fields } = nounFields[noun]
  for (const field of fields)
    for (const label of Object.values(field.labels)) enter(label, { field, how: 'label' })
  for (const field of fields) for (const alias of field.aliases) enter(alias, { field, how: 'alias' })
  const suffixes = [...exact]
    .filter(
      ([key, { field }]) =>
        field.kind.is !== 'derived' && (key.length >= 2 || /^[\uac00-\ud7a3]{2}/.test(key)),
    )
    .map(([key, { field }]) => [key, field] as const)
    .sort((a, b) => b[0].length - a[0].length)
  const made = { exact, suffixes }
  indexes.set(noun, made)
  return made
}
