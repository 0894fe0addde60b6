import type { tasks } from '@/db/schema/task'
import { taskSearchText } from '@/db/write/task'
import {
  addDays,
  addMonths,
  type IsoDate,
  lastDayOfMonth,
  startOfDay,
  weekdayOf,
} from '@/domain/calendar/date'
import { nextOfficeDay, officeDay, TIMEZONE } from './days'
import type { Kit } from './kit'
import type { People } from './people'
import { dealer, randomFrom } from './random'
import { staff } from './staff'
import { caseTasks, deskTasks, eventTasks, seriesTasks } from './task-words'

type TaskRow = Omit<typeof tasks.$inferSelect, 'deskId' | 'teamIds' | 'readerIds'>
type Case = { id: number; caseOfficerId: number | null; createdAt: Date; stage: string; status?: string }
type Event = { id: number; startsOn: IsoDate; createdBy: number }
type Draft = Pick<TaskRow, 'title' | 'assigneeId' | 'createdBy'> & Partial<TaskRow> & { dueOn: IsoDate }

/** What everybody has to do: on own leads and deals, given by the head, coming again and again; overdue, due, done. */
export function taskRows(
  { days }: Kit,
  people: People,
  of: { leads: Case[]; deals: Case[]; events: Event[] },
): TaskRow[] {
  const random = randomFrom('待办')
  const [onCase, onDesk] = [dealer(random, caseTasks), dealer(random, deskTasks)]
  const { today } = days
  const day = (from: number, to: number) =>
    (to < 0 ? officeDay : nextOfficeDay)(addDays(today, random.int(from, to)))
  const open = [
    ...of.deals
      .filter(one => one.status === 'active' && one.stage !== 'approved')
      .map(one => ({ ...one, on: 'dealId' as const })),
    ...of.leads
      .filter(one => ['contacted', 'qualified'].includes(one.stage))
      .map(one => ({ ...one, on: 'leadId' as const })),
  ].filter(one => one.caseOfficerId !== null && one.createdAt < startOfDay(TIMEZONE, addDays(today, -3)))
  const drafts: Draft[] = staff
    .filter(({ role }) => role === 'officer' || role === 'manager')
    .flatMap(person => {
      const me = people.id(person.name)
      const head = people.id(person.desk ? people.headOf(person.desk) : '顾怀章')
      const own = random.shuffle(open.filter(one => one.caseOfficerId === me)).slice(0, 6)
      const cases = own.map(({ id, on }, index) => ({
        title: onCase().replaceAll('#', '对方'),
        [on]: id,
        assigneeId: me,
        createdBy: index % 3 === 2 ? head : me,
        dueOn: [day(-6, -1), today, day(1, 4), day(5, 12), day(8, 25), day(-20, -3)][index] ?? today,
        ...(index === 5 && done(today, me, random.int(1, 3))),
        remindDays: index === 2 ? 1 : null,
      }))
      const free: Draft = { title: onDesk(), assigneeId: me, createdBy: head, dueOn: day(1, 9) }
      return [...cases, free, ...seriesOf(today, me, head, person.role === 'manager')]
    })
  const ahead = of.events.filter(({ startsOn }) => startsOn >= addDays(today, -10)).slice(0, 3)
  for (const [index, event] of ahead.entries())
    drafts.push({
      title: eventTasks[index % eventTasks.length] ?? '',
      eventId: event.id,
      assigneeId: event.createdBy,
      createdBy: people.director,
      dueOn: officeDay(addDays(event.startsOn, -2)),
    })
  drafts.push({
    title: '审阅上半年工作总结',
    assigneeId: people.director,
    createdBy: people.director,
    dueOn: day(2, 6),
    remindDays: 1,
  })
  return drafts.map((draft, index) => whole(draft, index + 1, today))
}

function seriesOf(today: IsoDate, me: number, head: number, isHead: boolean): Draft[] {
  const friday = addDays(today, (12 - weekdayOf(today)) % 7)
  return seriesTasks.slice(0, isHead ? 3 : 1).map(({ title, repeat, every, on, remindDays }) => {
    const dueOn = on === 'friday' ? friday : lastDayOfMonth(today)
    return {
      ...{
        title,
        repeat,
        repeatEvery: every,
        remindDays,
        dueOn,
        repeatFrom: dueOn,
        repeatUntil: addMonths(dueOn, 12),
      },
      assigneeId: me,
      createdBy: isHead ? me : head,
    }
  })
}

const done = (today: IsoDate, by: number, daysAgo: number) => ({
  doneAt: new Date(startOfDay(TIMEZONE, addDays(today, -daysAgo)).getTime() + 16 * 3_600_000),
  doneBy: by,
})

/** Entered some days before it is due, and no later than yesterday; nobody is reminded of the demonstration's past. */
function whole(draft: Draft, id: number, today: IsoDate): TaskRow {
  const early = addDays(draft.dueOn, -9)
  const on = officeDay(early < today ? early : addDays(today, -1))
  const at = new Date(startOfDay(TIMEZONE, on).getTime() + (9 * 60 + (id % 300)) * 60_000)
  return {
    ...{
      text: null,
      leadId: null,
      dealId: null,
      companyId: null,
      contactId: null,
      eventId: null,
      remindDays: null,
    },
    ...{
      repeat: null,
      repeatEvery: null,
      repeatFrom: null,
      repeatUntil: null,
      followsId: null,
      doneAt: null,
      doneBy: null,
    },
    ...draft,
    id,
    searchText: taskSearchText(draft),
    remindedAt: draft.remindDays === 0 || draft.dueOn <= today ? at : null,
    version: draft.doneAt ? 2 : 1,
    createdAt: at,
    updatedAt: draft.doneAt ?? at,
    updatedBy: draft.createdBy,
    deletedAt: null,
    deletedBy: null,
  }
}
