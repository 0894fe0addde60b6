import type { IsoDate } from '@/domain/calendar/date'
import { dayAtEnd, dayAtStart } from '@/domain/calendar/day-said'
import type { ActivityKind } from './activity'
import { fold } from './mention'

/** What a line of quick entry says beside its text. `next`: 'none' was said, or a step with its day; null: nothing of it. */
export type Quick = {
  kind: ActivityKind | null
  text: string
  next: 'none' | { step: string; on: IsoDate | null; noSuchDay: string | null } | null
}

/** The words behind a slash, in all five languages whatever the page speaks; the first of each language is its own word. */
export const kindWords: Record<ActivityKind, readonly string[]> = {
  call: ['call', '电话', '電話', '전화', 'phone', 'tel', '通话', '通話', '致电', '来电', '통화'],
  meeting: [
    'meeting',
    '会谈',
    '會談',
    '面談',
    '회의',
    'meet',
    '会议',
    '會議',
    '会議',
    '见面',
    '見面',
    '打合せ',
    '미팅',
    '면담',
  ],
  visit: [
    'visit',
    '来访',
    '來訪',
    '訪問',
    '방문',
    '拜访',
    '拜訪',
    '走访',
    '考察',
    '来訪',
    '視察',
    '내방',
    '시찰',
  ],
  message: [
    'message',
    '消息',
    '訊息',
    'メッセージ',
    '메시지',
    'mail',
    'email',
    'wechat',
    '微信',
    '邮件',
    '郵件',
    'メール',
    '문자',
    '메일',
  ],
  negotiation_round: ['negotiation', '洽谈', '洽談', '交渉', '협상', 'talks', '谈判', '談判', '商談', '상담'],
  note: ['note', '备忘', '備忘', 'メモ', '메모', 'memo', '备注', '備註'],
}
const kindOfWord = Object.entries(kindWords)
  .flatMap(([kind, words]) => words.map(word => [word, kind as ActivityKind] as const))
  .sort(([one], [other]) => other.length - one.length)

const marker =
  /(?:→|->|=>|＞＞|>>|下一步[:：]?|下步[:：]|next step:?|next:|次のステップ[:：]?|次回[:：]|다음 단계:?|다음:)/iu
const nothing = /^(?:无|無|没有|沒有|暂无|暫無|none|なし|無し|없음)[.。]?$/iu

/**
 * Reads "/电话 谈了租金 → 下周三 陪同看厂": the kind behind a slash, what happened, and behind an arrow (or 下一步, next:, 次回：,
 * 다음:) the next step with its day, at its beginning or its end. What it does not understand stays text.
 */
export function readQuick(text: string, today: IsoDate): Quick {
  const { kind, rest } = takeKind(text)
  const found = marker.exec(rest)
  if (!found) return { kind, text: rest.trim(), next: null }
  const told = rest.slice(0, found.index).trim()
  const step = rest.slice(found.index + found[0].length).trim()
  return { kind, text: told, next: step ? readStep(step, today) : null }
}

/** At the beginning of the text or of a word of it. */
function takeKind(text: string): { kind: ActivityKind | null; rest: string } {
  for (const { index } of text.matchAll(/(?<=^|\s)[/／]/gu)) {
    const behind = text.slice(index + 1)
    const folded = fold(behind)
    const word = kindOfWord.find(([one]) => folded.startsWith(one) && ends(one, folded.charAt(one.length)))
    if (word)
      return { kind: word[1], rest: `${text.slice(0, index)}${behind.slice(word[0].length).trimStart()}` }
  }
  return { kind: null, rest: text }
}
const ends = (word: string, after: string) => !/[a-z]$/.test(word) || !/[a-z]/.test(after)

function readStep(said: string, today: IsoDate): Quick['next'] {
  if (nothing.test(said)) return 'none'
  const { day, rest } = takeDay(said, today)
  return { step: rest || said, on: day?.on ?? null, noSuchDay: day && !day.on ? day.said : null }
}

/** A day at the beginning of a text, else at its end, and the text without it. */
export function takeDay(text: string, today: IsoDate) {
  const first = dayAtStart(text, today)
  if (first) return { day: first, rest: trimmed(text.slice(first.said.length)) }
  const last = dayAtEnd(text, today)
  if (last) return { day: last, rest: trimmed(text.trimEnd().slice(0, -last.said.length)) }
  return { day: null, rest: text.trim() }
}

const trimmed = (text: string) => text.replace(/^[\s,，:：、;；.。]+|[\s,，:：、;；(（]+$/gu, '')
