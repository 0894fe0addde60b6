import { type Said, textOf } from './cell-text'
import type { Raw } from './raw'
import type { SkippedWhy } from './table'

/** What a template's example row says where a record's number would stand, in the order of the locales. */
export const exampleWords = [
  '示例（不导入）',
  '示例（不匯入）',
  'Example, not imported',
  '記入例（取込対象外）',
  '작성 예(가져오지 않음)',
]

const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
const examples = new Set(exampleWords.map(plain))

const totals =
  /^(?:本页|本頁|本表|全部|年度|当年|總|总)?(?:合计|合計|小计|小計|总计|總計|総計|共计|共計|累计|累計|grandtotal|subtotal|sub-total|total|totals|sum|합계|소계|총계|누계|계)(?:[:：]|[(（].{0,20}[)）]|(?:\d|,)+(?:项|項|个|個|家|件|户|건|개|records?|projects?|deals?|companies)?)*$/
const remarks =
  /^(?:[*＊※]|(?:注|註|备注|備註|備考|说明|說明|附注|附註|note|notes|remark|remarks|비고|참고|주)\s*(?:\d*\s*[:：.、]|$)|(?:填表说明|填报说明|填表說明))/i
const signers =
  /^(?:填\s*表|填\s*报|填\s*報|制\s*表|製\s*表|审\s*核|審\s*核|复\s*核|複\s*核|单位负责人|單位負責人|单位盖章|經辦|经办|负责人签字|主管领导|联系电话|聯絡電話|报送|報送|作成|確認|承認|作成者|작성|확인|검토|결재|prepared|checked|reviewed|approved|compiled|signature|date|日期|날짜)[^:：]{0,12}[:：]/i
const heading =
  /^(?:[一二三四五六七八九十]+\s*[、.．]|[(（][一二三四五六七八九十\d]+[)）]|[ⅠⅡⅢⅣⅤⅥ]+[、.\s]|第[一二三四五六七八九十\d]+[部章节類类])/

/** In a file of lines numbers are texts too. */
const isWords = (raw: NonNullable<Raw>) => raw.kind === 'text' && !/^[\s\d０-９.．,，%％+-]+$/.test(raw.text)

/**
 * Why a row below the heads is no record; null if it may be one. `said`: its cells that say something; `width`: how many columns the table has; `nameAt`:
 * where its records are named, from 0, or -1.
 */
export function whySkipped(said: readonly Said[], width: number, nameAt: number): SkippedWhy | null {
  const [first] = said
  if (!first) return 'section'
  const firsts = said.slice(0, 3).filter(({ raw }) => raw.kind === 'text' && raw.text.length <= 40)
  if (firsts.some(({ raw }) => examples.has(plain(textOf(raw))))) return 'example'
  const texts = said.filter(({ raw }) => isWords(raw))
  if (texts.length <= 2 && firsts.some(({ raw }) => totals.test(plain(textOf(raw))))) return 'totals'
  const opening = textOf(first.raw)
  if (said.length <= 2 && remarks.test(opening)) return 'note'
  if (texts.length === said.length && texts.every(({ raw }) => signers.test(textOf(raw)))) return 'note'
  if (said.length === 1 && width >= 3 && first.raw.kind === 'text')
    if (heading.test(opening) || first.at !== nameAt) return 'section'
  return null
}
