import { neutralise } from '@/domain/spreadsheet/cell'
import type { Kind } from './fields/field'

/** Without the apostrophe that our own files put before what looks like a formula; null for a formula itself. */
export function restored(text: string): string | null {
  const bare = text.startsWith("'") && neutralise(text.slice(1)) === text ? text.slice(1) : null
  return bare ?? (/^\s*[=＝]/.test(text) ? null : text)
}

/** What our files, and ledgers, write where nothing is known. */
const nothing = new Set(
  '未填|未填写|not stated|未入力|미입력|n/a|na|nil|none|null|无|無|なし|없음|해당 없음|空|未记录|待认定|待認定|not yet decided|未認定|미확정|待指派|unassigned|担当未定|담당 미지정|无汇率|無匯率|no rate|レートなし|환율 없음'
    .split('|')
    .map(word => word.normalize('NFKC').toLowerCase()),
)
const nobodyYet = /^(?:待定|未定|待确定|待確定|tbd|tbc|미정)$/
const ours = new Set('未填|not stated|未入力|미입력'.split('|'))

/** It says that there is nothing to say: —, 未填, n/a. */
export function saysNothing(text: string, kind: Kind): boolean {
  const said = text.normalize('NFKC').trim().toLowerCase()
  if (/^[-—–―‐/\\.·*]+$/.test(said)) return true
  if (kind.is === 'line' || kind.is === 'note') return ours.has(said)
  if (kind.is === 'name' && (kind.of === 'leader' || kind.of === 'person') && nobodyYet.test(said))
    return true
  // to some questions 无 is the answer
  if (kind.is === 'yesNo' && /^(?:无|無|なし|없음)$/.test(said)) return false
  return nothing.has(said)
}
