import type { reviewItems, reviews } from '@/db/schema/review'
import type { tasks } from '@/db/schema/task'
import { taskSearchText } from '@/db/write/task'
import { addDays, daysBetween, type IsoDate, startOfDay, yearOf } from '@/domain/calendar/date'
import type { AgendaReason, ItemOutcome } from '@/domain/review/review'
import { officeDay, TIMEZONE } from './days'
import type { Kit } from './kit'
import type { People } from './people'
import { staff } from './staff'
import type { DealRow, LogDraft } from './world'
import type { DeskKey } from './zone'

type TaskRow = Omit<typeof tasks.$inferSelect, 'deskId' | 'teamIds' | 'readerIds'>
type Deal = Pick<
  DealRow,
  | 'deskId'
  | 'stage'
  | 'stageSince'
  | 'status'
  | 'caseOfficerId'
  | 'totalCny'
  | 'totalMinor'
  | 'totalCurrency'
  | 'nextStep'
  | 'nextStepOn'
> & { id: number }
type Item = typeof reviewItems.$inferSelect

const decisions = [
  '由负责人本周内约对方总部，把用地和厂房两个方案一并谈定，缺的材料列清单发过去。',
  '行政审批局牵头，一周内开一次协调会，把环评和用地预审并行办理。',
  '领导带队上门一次，重点谈税收贡献和投产时间，回来后五日内报进度。',
  '补齐投资协议附件，送法务复核后报批。',
  '对方资金未到位，先转为观察，月底前书面答复是否继续。',
  '与供电公司核实双回路接入时间，给企业一个确定的日期。',
  '重新核对总投资口径，外方出资部分单列。',
  '请原引荐单位出面，弄清对方迟迟不定的原因。',
]
/* What came of each line: mostly something to do. */
const outcomes: readonly ItemOutcome[] = [
  'decided',
  'decided',
  'noted',
  'decided',
  'decided',
  'deferred',
  'decided',
]

/**
 * A review of last week, closed, with its decisions and their tasks, and one that is prepared for today: of the bureau, and
 * of a desk. The tasks come after `firstTask`.
 */
export function reviewRows({ days }: Kit, people: People, deals: readonly Deal[], firstTask: number) {
  const { today } = days
  const held = officeDay(addDays(today, -7))
  const found = {
    reviews: [] as (typeof reviews.$inferSelect)[],
    reviewItems: [] as Item[],
    tasks: [] as TaskRow[],
    logs: [] as LogDraft[],
  }
  let last = 0
  for (const desk of [null, 'japan_korea'] as const) {
    const deskId = desk === null ? null : people.desk(desk)
    const by = people.id(desk === null ? '顾怀章' : people.headOf(desk))
    const agenda = agendaOf(deals, deskId, held)
    const review = (heldOn: IsoDate, since: IsoDate, state: 'open' | 'closed') => {
      const at = moment(addDays(heldOn, -1), 9)
      const closed = state === 'closed' ? moment(heldOn, 17) : null
      found.reviews.push({
        ...{ id: ++last, number: '', deskId, heldOn, since, state, present: presentOf(desk), note: null },
        ...{ closedAt: closed, countedUntil: closed, closedBy: closed ? by : null, version: closed ? 2 : 1 },
        ...{ createdAt: at, createdBy: by, updatedAt: closed ?? at, updatedBy: by },
      })
      found.logs.push(logOf('review.open', 'review', last, by, at, { heldOn, items: agenda.length }))
      if (closed) found.logs.push(logOf('review.close', 'review', last, by, closed, { items: agenda.length }))
      return { id: last, at, closed, by }
    }
    const before = review(held, officeDay(addDays(held, -7)), 'closed')
    for (const [place, deal] of agenda.slice(0, outcomes.length).entries())
      hold(found, { ...before, held, place, deal, firstTask })
    const next = review(today, held, 'open')
    for (const [place, deal] of agenda.slice(3).entries())
      found.reviewItems.push({
        ...blank(found.reviewItems.length + 1, next.id, place, deal.id, reasonsOf(deal, today), next.at, by),
      })
  }
  const numbers = new Map<number, number>()
  for (const one of found.reviews) {
    const year = yearOf(one.heldOn)
    numbers.set(year, (numbers.get(year) ?? 0) + 1)
    one.number = `R-${year}-${String(numbers.get(year)).padStart(4, '0')}`
  }
  for (const line of found.logs)
    if (typeof line.details.review === 'number')
      line.details = { ...line.details, review: found.reviews[line.details.review - 1]?.number }
  return found
}

type Held = {
  id: number
  at: Date
  closed: Date | null
  by: number
  held: IsoDate
  place: number
  deal: Deal
  firstTask: number
}

/** A line of the closed review: what was decided of it, its task, and the line on its record. */
function hold(
  found: ReturnType<typeof reviewRows>,
  { id, at, closed, by, held, place, deal, firstTask }: Held,
) {
  const outcome = outcomes[place] ?? 'decided'
  const decision = outcome === 'deferred' ? null : (decisions[(place + deal.id) % decisions.length] ?? null)
  const dueOn = outcome === 'decided' ? officeDay(addDays(held, 5 + place * 2)) : null
  const item = blank(found.reviewItems.length + 1, id, place, deal.id, reasonsOf(deal, held), at, by)
  Object.assign(item, {
    outcome,
    decision,
    dueOn,
    version: 2,
    updatedAt: closed,
    snapshot: snapshotOf(deal, held),
  })
  found.reviewItems.push(item)
  if (!decision || !closed) return
  const said = { review: id as unknown, decision, outcome, ownerId: null, dueOn }
  found.logs.push(logOf('review.close', 'deal', deal.id, by, closed, said))
  if (outcome !== 'decided' || !deal.caseOfficerId) return
  const done = place % 2 === 0 ? moment(addDays(held, 3), 15) : null
  item.taskId = firstTask + found.tasks.length
  found.tasks.push(taskOf(item.taskId, decision, deal, dueOn, closed, by, done))
}

/* What a meeting would take up: the large ones and those that have stood long, one after the other. */
function agendaOf(deals: readonly Deal[], deskId: number | null, held: IsoDate): Deal[] {
  const of = deals.filter(
    one =>
      one.status === 'active' &&
      one.stage !== 'approved' &&
      one.caseOfficerId !== null &&
      one.stageSince < addDays(held, -20) &&
      (deskId === null || one.deskId === deskId),
  )
  const big = [...of].sort((a, b) => Number((b.totalCny ?? 0n) - (a.totalCny ?? 0n))).slice(0, 5)
  const old = [...of].sort((a, b) => (a.stageSince < b.stageSince ? -1 : 1)).filter(one => !big.includes(one))
  return big.flatMap((one, place) => [one, ...old.slice(place, place + 1)]).slice(0, 10)
}

function reasonsOf(deal: Deal, on: IsoDate): AgendaReason[] {
  const long = daysBetween(deal.stageSince, on) > (deal.stage === 'negotiation' ? 90 : 60)
  const reasons: AgendaReason[] = [
    ...(long ? ['stuck' as const] : []),
    ...((deal.totalCny ?? 0n) > 10_000_000_000n ? ['big' as const] : []),
  ]
  return reasons.length > 0 ? reasons : ['added']
}

const presentOf = (desk: DeskKey | null) =>
  staff
    .filter(one => (desk === null ? one.role === 'director' || one.role === 'manager' : one.desk === desk))
    .map(({ name }) => name)
    .join('、')

const moment = (on: IsoDate, hour: number) => new Date(startOfDay(TIMEZONE, on).getTime() + hour * 3_600_000)

const snapshotOf = (deal: Deal, on: IsoDate): Item['snapshot'] => ({
  stage: deal.stage,
  days: daysBetween(deal.stageSince, on),
  officerId: deal.caseOfficerId,
  minor: deal.totalMinor === null ? null : String(deal.totalMinor),
  currency: deal.totalCurrency,
  nextStep: deal.nextStep,
  nextStepOn: deal.nextStepOn,
})

const blank = (
  id: number,
  reviewId: number,
  position: number,
  dealId: number,
  reasons: AgendaReason[],
  at: Date,
  by: number,
): Item => ({
  ...{
    id,
    reviewId,
    position,
    dealId,
    leadId: null,
    reasons,
    decision: null,
    ownerId: null,
    dueOn: null,
    outcome: null,
  },
  ...{ taskId: null, snapshot: null, removedAt: null, version: 1 },
  ...{ createdAt: at, createdBy: by, updatedAt: at, updatedBy: by },
})

const logOf = (
  verb: 'review.open' | 'review.close',
  noun: 'review' | 'deal',
  recordId: number,
  actorId: number,
  at: Date,
  details: Record<string, unknown>,
): LogDraft => ({ at, actorId, verb, noun, recordId, details })

const taskOf = (
  id: number,
  title: string,
  deal: Deal,
  dueOn: IsoDate | null,
  at: Date,
  by: number,
  doneAt: Date | null,
): TaskRow => ({
  ...{
    id,
    title,
    text: null,
    leadId: null,
    dealId: deal.id,
    companyId: null,
    contactId: null,
    eventId: null,
  },
  ...{
    assigneeId: Number(deal.caseOfficerId),
    dueOn,
    remindDays: null,
    remindedAt: null,
    searchText: taskSearchText({ title }),
  },
  ...{ repeat: null, repeatEvery: null, repeatFrom: null, repeatUntil: null, followsId: null },
  ...{ doneAt, doneBy: doneAt ? deal.caseOfficerId : null, version: doneAt ? 2 : 1 },
  ...{
    createdAt: at,
    createdBy: by,
    updatedAt: doneAt ?? at,
    updatedBy: by,
    deletedAt: null,
    deletedBy: null,
  },
})
