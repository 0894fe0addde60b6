import type { ActivityKind } from '@/domain/activity/activity'
import { type Nameable, readMentions } from '@/domain/activity/mention'
import { readQuick } from '@/domain/activity/quick'
import { readTask } from '@/domain/task/quick'

/** The kinds in the reader's language (none where there is nothing to choose), and what the list says. */
export type QuickWords = {
  kinds?: Record<ActivityKind, string>
  list: string
  contact: string
  reads: string
  none: string
}
type Help = { words: QuickWords; today: string }

/** How a line is read, in words; null while it says nothing but itself. */
export function readBack(text: string, people: readonly Nameable[], { words, today }: Help): string | null {
  const names = readMentions(text, people).named.map(({ who }) => `@${who.name}`)
  const parts = words.kinds ? ofActivity(text, words, today) : ofTask(text, people, today)
  const said = [...new Set([...parts, ...names])].filter(Boolean)
  return said.length > 0 ? `${words.reads} ${said.join(' · ')}` : null
}

function ofActivity(text: string, { kinds, none }: QuickWords, today: string): string[] {
  const { kind, next } = readQuick(text, today)
  const step =
    next === 'none'
      ? none
      : next
        ? `→ ${next.on ? sayDay(next.on) : (next.noSuchDay ?? '')} ${next.step}`
        : ''
  return [kind && kinds ? kinds[kind] : '', step]
}

function ofTask(text: string, people: readonly Nameable[], today: string): string[] {
  const { dueOn } = readTask(text, people, today)
  return [dueOn ? sayDay(dueOn) : '']
}

const sayDay = (day: string) =>
  new Intl.DateTimeFormat(document.documentElement.lang, {
    timeZone: 'UTC',
    month: 'short',
    day: 'numeric',
    weekday: 'short',
  }).format(new Date(`${day}T00:00:00Z`))
