import type { IsoDate } from './date'
import { dayWords } from './day-words'

/** A day that was found in a text: what was said, and which day; `on` is null for one that does not exist. */
export type SaidDay = { on: IsoDate | null; said: string }

/**
 * The day with which a text begins: 明天, 下周三, 3月5日, tomorrow, next Friday, 来週月曜, 다음 주, 2026-03-05. Weekdays and
 * days without a year are those that come. Null when it begins with none.
 */
export function dayAtStart(text: string, today: IsoDate): SaidDay | null {
  for (const { said, of } of dayWords) {
    const found = said.exec(text)
    if (found) return { on: of(found.slice(1), today), said: found[0] }
  }
  return null
}

/** The day at the end of a text, behind a space or a sign. Looks at the last 30 characters. */
export function dayAtEnd(text: string, today: IsoDate): SaidDay | null {
  const trimmed = text.trimEnd()
  for (let at = Math.max(0, trimmed.length - 30); at < trimmed.length; at++) {
    if (at > 0 && !/[\s,，。、;；:：(（]/u.test(trimmed[at - 1] ?? '')) continue
    const found = dayAtStart(trimmed.slice(at), today)
    if (found && at + found.said.length === trimmed.length) return found
  }
  return null
}
