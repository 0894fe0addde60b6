import { type Nameable, readMentions, without } from '@/domain/activity/mention'
import { takeDay } from '@/domain/activity/quick'
import type { IsoDate } from '@/domain/calendar/date'

/** What the title of a task says beside itself. */
export type QuickTask = {
  title: string
  dueOn: IsoDate | null
  noSuchDay: string | null
  assigneeId: number | null
  unknown: string | null
}

/** Reads "@林晓 下周三 给大和机工寄资料": who is to do it, when (at the beginning or the end), and what. */
export function readTask(text: string, people: readonly Nameable[], today: IsoDate): QuickTask {
  const { named, unknown, unclear } = readMentions(text, people)
  const colleagues = named.filter(({ who }) => who.kind === 'person')
  const said = without(text, colleagues.slice(0, 1))
  const { day, rest } = takeDay(said, today)
  return {
    title: rest || said || text.trim(),
    dueOn: day?.on ?? null,
    noSuchDay: day && !day.on ? day.said : null,
    assigneeId: colleagues[0]?.who.id ?? null,
    unknown: unknown[0] ?? unclear[0] ?? null,
  }
}
