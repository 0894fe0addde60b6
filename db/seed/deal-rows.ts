import type { IsoDate } from '@/domain/calendar/date'
import { momentsOf } from './days'
import type { ActivitySpec } from './deal-activity'
import { beginLife, type DealLife, type DealStory } from './deal-life'
import type { DealPlan, Step } from './deal-plan'
import { takeStep } from './deal-steps'
import type { Kit } from './kit'
import type { People } from './people'

type Happening = { at: IsoDate; step?: Step; activity?: ActivitySpec }

/**
 * Lives a deal through, day by day: its row as it stands today, its dated facts, proposals, activities and log. What
 * happened before the office began to keep its records here was entered on that first day.
 */
export function tellDeal(kit: Kit, people: People, plan: DealPlan, told: readonly ActivitySpec[]): DealStory {
  const { now, begun } = kit.days
  const moment = momentsOf(kit.random, now)
  const life = beginLife(kit, people, plan)
  const happenings: Happening[] = [
    ...plan.steps.map(step => ({ at: later(step.recordedOn ?? step.on, begun), step })),
    ...told.filter(({ on }) => on >= begun).map(activity => ({ at: activity.on, activity })),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  for (const { at, step, activity } of happenings) {
    const written = moment(at)
    if (step) takeStep(life, step, { at: written, on: step.on, opening: step.on < begun })
    if (activity) note(life, activity, written)
  }
  // approved, and the last that was noted asks for nothing more: no step is left over from before
  const last = happenings.findLast(({ activity }) => activity)?.activity
  if (life.row.stage === 'approved' && !last?.nextStep)
    Object.assign(life.row, { nextStep: null, nextStepOn: null })
  return life.story
}

const later = (one: IsoDate, other: IsoDate) => (one > other ? one : other)

function note({ kit, people, plan, story, row, officer, touch }: DealLife, activity: ActivitySpec, at: Date) {
  const { on: happenedOn, ...said } = activity
  const [member] = plan.members
  const by = member && kit.random.chance(0.3) ? people.id(member) : officer
  story.activities.push({
    id: 0,
    leadId: null,
    dealId: 0,
    companyId: null,
    contactId: null,
    happenedOn,
    ...said,
    deskId: row.deskId,
    teamIds: [],
    readerIds: [],
    forId: null,
    createdAt: at,
    createdBy: by,
    deletedAt: null,
    deletedBy: null,
  })
  if (said.nextStep) Object.assign(row, { nextStep: said.nextStep, nextStepOn: said.nextStepOn })
  touch(at, by)
}
