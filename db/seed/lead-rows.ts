import { leadClock } from '@/domain/calendar/clock'
import { addDays, dateIn, type IsoDate, startOfDay } from '@/domain/calendar/date'
import { addWorkingDays } from '@/domain/calendar/working-day'
import { type Criterion, criteria, type LeadStage } from '@/domain/lead/lead'
import { zoneDefaults } from '@/domain/zone/zone'
import { momentsOf, TIMEZONE } from './days'
import type { ActivitySpec } from './deal-activity'
import type { Kit } from './kit'
import { blankAppraisal, blankFact, blankLead, type OwnLeadRow } from './lead-blank'
import type { LeadPlan } from './lead-plan'
import { leadSteps, tellings, verdictReasons } from './lead-words'
import type { People } from './people'
import { nationalCalendar } from './work-calendar'
import type { ActivityRow, AppraisalRow, LeadFactRow, LogDraft } from './world'

/** A lead with all that belongs to it, before it has its id: rows say 0 where its own id stands. */
export type LeadStory = {
  plan: LeadPlan
  row: OwnLeadRow
  facts: LeadFactRow[]
  activities: ActivityRow[]
  logs: LogDraft[]
  appraisals: AppraisalRow[]
}

type Happening = { on: IsoDate; at?: Date; move?: LeadStage; activity?: ActivitySpec }

const verbOf: Partial<Record<LeadStage, LogDraft['verb']>> = {
  qualified: 'lead.judge',
  disqualified: 'lead.disqualify',
  converted: 'lead.convert',
}
const before = (at: Date) => new Date(at.getTime() - 15_000)

/** Lives a lead through, day by day: its row as it stands today, its dated facts, activities and log. */
export function tellLead(kit: Kit, people: People, plan: LeadPlan): LeadStory {
  const { random, days } = kit
  const moment = momentsOf(random, days.now)
  const creator = people.id(plan.creator)
  const officer = plan.officer ? people.id(plan.officer) : null
  const actor = officer ?? creator
  const head = people.id(people.headOf(plan.desk))
  const row = blankLead(kit, people, plan)
  const story: LeadStory = { plan, row, facts: [], activities: [], logs: [], appraisals: [] }
  const open = !plan.closedOn

  const happenings: Happening[] = [
    ...plan.activities.map(activity => ({ on: activity.on, activity })),
    ...(plan.contactedOn ? [{ on: plan.contactedOn, move: 'contacted' as const }] : []),
    ...(plan.qualifiedOn ? [{ on: plan.qualifiedOn, move: 'qualified' as const }] : []),
    ...(plan.closedOn ? [{ on: plan.closedOn, move: plan.stage, at: plan.deal?.row.createdAt }] : []),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))

  enter(moment(plan.createdOn))
  for (const { on, at, move, activity } of happenings) {
    const now = at ?? moment(on)
    if (activity) note(activity, now)
    if (move) step(move, on, now)
  }
  if (open) {
    row.nextStep = random.pick(leadSteps)
    row.nextStepOn = addDays(days.today, plan.dueIn)
  }
  if (open && row.stage === 'contacted' && officer) askSometimes(officer)
  if (row.introducedBy) tellIntroducer(days.latest)
  const clock = leadClock(
    {
      stage: row.stage,
      createdOn: plan.createdOn,
      stageSince: row.stageSince,
      firstContactOn: row.firstContactAt && dateIn(TIMEZONE, row.firstContactAt),
      lastActivityOn: dateIn(TIMEZONE, row.lastProgressAt),
    },
    zoneDefaults,
    nationalCalendar,
  )
  row.clock = clock?.kind ?? null
  row.clockDue = clock?.dueOn ?? null
  return story

  function enter(now: Date) {
    Object.assign(row, { createdAt: now, lastProgressAt: now })
    fact({ fact: 'stage', value: 'new' }, plan.createdOn, now, creator)
    fact({ fact: 'desk', deskId: row.deskId }, plan.createdOn, now, creator)
    log('lead.create', now, creator, { to: 'new', desk: row.deskId, unrouted: plan.unrouted })
    if (officer && officer !== creator) {
      log('lead.assign', new Date(now.getTime() + 1000), head, { changes: { officer: [null, officer] } })
    }
  }

  function step(to: LeadStage, on: IsoDate, now: Date) {
    const details: Record<string, unknown> = { from: row.stage, to, effectiveOn: on }
    if (to === 'contacted') {
      row.reachedName = plan.company.people[0]?.name ?? '前台'
      row.firstContactAt = now
      details.reachedName = row.reachedName
    }
    if (to === 'qualified') {
      const reasons = verdictReasons[plan.verdict === 'watch' ? 'watch' : 'pursue']
      Object.assign(row, { verdict: plan.verdict, verdictReason: random.pick(reasons), scores: scores() })
      Object.assign(details, { verdict: row.verdict, reason: row.verdictReason, scores: row.scores })
      const { verdict, verdictReason: reason, scores: given } = row
      log('lead.appraise', before(now), actor, {
        changes: { askedVerdict: [null, verdict] },
        reason,
        scores: given,
      })
      const weights = zoneDefaults.weights
      const decided = { decision: 'given', decidedBy: head, decidedAt: now, weights } as const
      appraisal(before(now), { ...decided, verdict, reason, scores: given })
    }
    if (to === 'disqualified' && plan.disqualified) {
      const [code, text] = plan.disqualified
      Object.assign(row, { disqualifyReason: code, disqualifyText: text })
      Object.assign(details, { reasonCode: code, reason: text })
    }
    row.stage = to
    row.stageSince = on
    row.lastProgressAt = now
    const [reasonCode, reason] = (to === 'disqualified' && plan.disqualified) || [null, null]
    const by = to === 'qualified' ? head : actor
    fact({ fact: 'stage', value: to, reasonCode, reason }, on, now, by)
    log(verbOf[to] ?? 'lead.move', now, by, details)
  }

  /** Some of those that were reached wait for the verdict of the head. */
  function askSometimes(by: number) {
    const turn = row.need.length + Number(plan.createdOn.slice(8))
    if (turn % 3 !== 0) return
    const at = new Date(Math.min(row.lastProgressAt.getTime() + 90 * 60_000, days.now.getTime() - 60_000))
    const [askedVerdict, askedReason] = ['pursue' as const, verdictReasons.pursue[turn % 2] ?? '']
    const needed = plan.landAsked || (row.intendedCny ?? 0n) >= BigInt(zoneDefaults.criteriaThresholdCny)
    const six = criteria.map((name, index) => [name, 3 + ((turn + index) % 3)] as const)
    const askedScores = needed ? Object.fromEntries(six) : null
    log('lead.appraise', at, by, {
      changes: { askedVerdict: [null, askedVerdict] },
      reason: askedReason,
      scores: askedScores,
    })
    appraisal(at, { askedVerdict, askedReason, askedScores })
  }

  function appraisal(askedAt: Date, more: Partial<AppraisalRow>) {
    const { verdict = null, reason = null, scores: given = null } = more
    const asked = { askedVerdict: verdict, askedReason: reason, askedScores: given, askedBy: actor, askedAt }
    story.appraisals.push({ ...blankAppraisal, ...asked, ...more })
  }

  /** Within a day or two as a rule; of the latest, some wait, and one or the other too long. */
  function tellIntroducer(latest: IsoDate) {
    const turn = row.need.length + Number(plan.createdOn.slice(8))
    const toldOn = addDays(plan.createdOn, 1 + (turn % 8 === 0 ? 8 : turn % 3))
    if (toldOn > latest || (toldOn > addDays(latest, -25) && turn % 4 === 1)) {
      row.tellDue = addWorkingDays(plan.createdOn, zoneDefaults.tellIntroducerWorkingDays, nationalCalendar)
      return
    }
    const [toldHow, toldText] = tellings[turn % tellings.length] as (typeof tellings)[number]
    Object.assign(row, { toldOn, toldHow, toldText })
    const late = startOfDay(TIMEZONE, toldOn).getTime() + (10 * 60 + (turn % 90)) * 60_000
    const at = new Date(Math.min(late, days.now.getTime() - 60_000))
    const details = { changes: { toldHow: [null, toldHow] }, effectiveOn: toldOn, reason: toldText }
    story.logs.push({ at, actorId: actor, verb: 'lead.tell', noun: 'lead', recordId: 0, details })
    row.version = story.logs.length
  }

  function note({ on, ...activity }: ActivitySpec, now: Date) {
    story.activities.push({
      id: 0,
      leadId: 0,
      dealId: null,
      companyId: null,
      contactId: null,
      happenedOn: on,
      ...activity,
      deskId: row.deskId,
      teamIds: [],
      readerIds: [],
      forId: null,
      createdAt: now,
      createdBy: actor,
      deletedAt: null,
      deletedBy: null,
    })
    row.lastProgressAt = now
    row.updatedAt = now
    row.updatedBy = actor
  }

  function fact(line: Partial<LeadFactRow> & Pick<LeadFactRow, 'fact'>, on: IsoDate, now: Date, by: number) {
    // Two steps on one day: the day belongs to the later one.
    const standing = story.facts.find(one => one.fact === line.fact && one.effectiveUntil === null)
    if (standing) standing.effectiveUntil = on
    story.facts.push({ ...blankFact, effectiveOn: on, recordedAt: now, recordedBy: by, ...line })
  }

  function log(verb: LogDraft['verb'], now: Date, by: number, details: Record<string, unknown>) {
    story.logs.push({ at: now, actorId: by, verb, noun: 'lead', recordId: 0, details })
    row.updatedAt = now
    row.updatedBy = by
    row.version = story.logs.length
  }

  /** All six, where they are asked for and now and then besides. */
  function scores(): Partial<Record<Criterion, number>> | null {
    const needed = plan.landAsked || (row.intendedCny ?? 0n) >= 5_000_000_000n
    if (!needed && !random.chance(0.5)) return null
    return Object.fromEntries(criteria.map(name => [name, random.int(plan.verdict === 'watch' ? 2 : 3, 5)]))
  }
}
