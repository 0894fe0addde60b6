import { addDays, dateIn, type IsoDate } from '@/domain/calendar/date'
import { addWorkingDays } from '@/domain/calendar/working-day'
import { zoneDefaults } from '@/domain/zone/zone'
import { TIMEZONE } from './days'
import type { DealStory } from './deal-life'
import type { LeadStory } from './lead-rows'
import { nationalCalendar } from './work-calendar'
import type { ClockResultRow } from './world'

type Result = Omit<ClockResultRow, 'id' | 'leadId' | 'dealId'>
type Story = LeadStory | DealStory
const limits = zoneDefaults

/** What became of each clock of a lead: kept, missed, or still running (no line). */
export function leadClockResults({ row, facts, activities }: LeadStory, today: IsoDate): Result[] {
  const began = (stage: string) => facts.find(one => one.fact === 'stage' && one.value === stage)?.effectiveOn
  const closed = began('converted') ?? began('disqualified') ?? null
  const [contacted, qualified] = [began('contacted') ?? null, began('qualified') ?? null]
  const createdOn = dateIn(TIMEZONE, row.createdAt)
  const within = (from: IsoDate, days: number) => addWorkingDays(from, days, nationalCalendar)
  const results = [
    settled(row, 'answer', within(createdOn, limits.answerWorkingDays), contacted ?? closed, today),
  ]
  if (contacted) {
    const due = within(contacted, limits.appraiseWorkingDays)
    results.push(settled(row, 'appraise', due, qualified ?? closed, today))
  }
  if (row.introducedBy) {
    const due = within(createdOn, limits.tellIntroducerWorkingDays)
    results.push(settled(row, 'tell', due, row.toldOn, today))
  }
  if (qualified)
    results.push(...progress(row, [qualified, ...daysOf(activities), closed], closed !== null, today))
  return results.flatMap(one => one ?? [])
}

/** Of a deal: each day of progress within the limit from the one before, until it is approved or ends. */
export function dealClockResults({ row, facts, activities }: DealStory, today: IsoDate): Result[] {
  const stages = facts.filter(one => one.fact === 'stage' && one.supersededAt === null)
  const ended = facts.find(one => one.fact === 'status' && one.value !== 'active')?.effectiveOn
  const approved = stages.find(one => one.value === 'approved')?.effectiveOn
  const end = [ended, approved].flatMap(day => day ?? []).sort()[0] ?? null
  return progress(
    row,
    [...stages.map(one => one.effectiveOn), ...daysOf(activities), end],
    end !== null,
    today,
  )
}

const daysOf = (activities: Story['activities']) => activities.map(one => one.happenedOn)

function progress(row: Story['row'], moments: (IsoDate | null)[], ended: boolean, today: IsoDate): Result[] {
  const last = ended ? moments.at(-1) : null
  const first = moments[0] ?? ''
  const known = moments.flatMap(day => (day && day >= first && (!last || day <= last) ? [day] : []))
  const days = [...new Set(known)].sort()
  const results = days.map((day, index) => {
    const next = days[index + 1]
    if (!next && ended) return null
    return settled(row, 'progress', addDays(day, limits.progressDays), next ?? null, today)
  })
  return results.flatMap(one => one ?? [])
}

/** What ran out yesterday is left for the office itself to find. */
function settled(
  { deskId, caseOfficerId: officerId }: Story['row'],
  kind: Result['kind'],
  dueOn: IsoDate,
  doneOn: IsoDate | null,
  today: IsoDate,
): Result | null {
  if (!doneOn && dueOn >= addDays(today, -1)) return null
  const kept = doneOn !== null && doneOn <= dueOn
  const settledOn = kept ? doneOn : dueOn
  const recordedAt = new Date(`${doneOn && !kept ? doneOn : settledOn}T09:00:00Z`)
  return { kind, deskId, officerId, dueOn, doneOn, kept, settledOn, recordedAt }
}
