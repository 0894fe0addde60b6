import { addDays, daysBetween, type IsoDate, latestOf } from '@/domain/calendar/date'
import { addWorkingDays, type WorkCalendar } from '@/domain/calendar/working-day'
import type { DealStage, DealStatus } from '@/domain/deal/deal'
import { type ClockKind, clockKinds, type LeadStage, type Verdict } from '@/domain/lead/lead'
import { type ZoneSettings, zoneDefaults } from '@/domain/zone/zone'

/** The zone's limits. Working days where the name says so, else calendar days. */
export type ClockLimits = Pick<
  ZoneSettings,
  'answerWorkingDays' | 'appraiseWorkingDays' | 'tellIntroducerWorkingDays' | 'progressDays'
>

export type Clock<Kind extends string = ClockKind> = { kind: Kind; dueOn: IsoDate }

/** All that a desk is measured by: the clocks of its cases, and telling whoever introduced them. */
export const countedClocks = [...clockKinds, 'tell'] as const
export type CountedClock = (typeof countedClocks)[number]

/** What a lead's clock needs. A hand-over that was accepted begins the progress clock anew. */
export type LeadClockFacts = {
  stage: LeadStage
  createdOn: IsoDate
  firstContactOn?: IsoDate | null
  /** Given while it is still contacted: declined. It waits to be closed, and the appraisal is done. */
  verdict?: Verdict | null
  stageSince?: IsoDate | null
  lastActivityOn?: IsoDate | null
  handoverAcceptedOn?: IsoDate | null
}

/** The clock that runs on a lead: answer while new, appraise once contacted, then progress; null when it has ended. */
export function leadClock(
  lead: LeadClockFacts,
  limits: ClockLimits = zoneDefaults,
  calendar?: WorkCalendar,
): Clock | null {
  switch (lead.stage) {
    case 'new':
      return { kind: 'answer', dueOn: addWorkingDays(lead.createdOn, limits.answerWorkingDays, calendar) }
    case 'contacted': {
      if (lead.verdict) return progressClock([lead.createdOn, lead.firstContactOn, ...movesOf(lead)], limits)
      const from = lead.firstContactOn ?? lead.stageSince ?? lead.createdOn
      return { kind: 'appraise', dueOn: addWorkingDays(from, limits.appraiseWorkingDays, calendar) }
    }
    case 'qualified':
      return progressClock([lead.createdOn, lead.firstContactOn, ...movesOf(lead)], limits)
    case 'converted':
    case 'disqualified':
      return null
  }
}

/**
 * Whoever introduced an investor is told within so many working days of the day on which he was named, which is the
 * lead's creation unless he is added later; null once told or without one. It goes on when the lead has ended.
 */
export function introducerClock(
  lead: { namedOn: IsoDate; introduced: boolean; toldOn?: IsoDate | null },
  limits: ClockLimits = zoneDefaults,
  calendar?: WorkCalendar,
): Clock<'tell'> | null {
  if (!lead.introduced || lead.toldOn) return null
  return { kind: 'tell', dueOn: addWorkingDays(lead.namedOn, limits.tellIntroducerWorkingDays, calendar) }
}

/** `statusSince` matters after a hold: the clock stood still and starts when work resumes. */
export type DealClockFacts = {
  stage: DealStage
  status: DealStatus
  stageSince: IsoDate
  statusSince?: IsoDate | null
  lastActivityOn?: IsoDate | null
  handoverAcceptedOn?: IsoDate | null
}

/**
 * Progress on a deal, from its last activity or move; null while it is on hold, once it is lost or withdrawn, and once
 * it is approved: it has arrived, as for being stuck. In the table the same rule is a trigger (db/sql/90_clock.sql).
 */
export function dealClock(
  deal: DealClockFacts,
  limits: ClockLimits = zoneDefaults,
): Clock<'progress'> | null {
  const runs = deal.status === 'active' && deal.stage !== 'approved'
  return runs ? progressClock([deal.statusSince, ...movesOf(deal)], limits) : null
}

/** How a clock stands. `days` are calendar days, over or left; soon is tomorrow or the day after. */
export type ClockState = { state: 'overdue' | 'due_today' | 'soon' | 'ok'; days: number }

export function clockState(dueOn: IsoDate, today: IsoDate): ClockState {
  const days = daysBetween(today, dueOn)
  if (days < 0) return { state: 'overdue', days: -days }
  if (days === 0) return { state: 'due_today', days }
  return { state: days <= 2 ? 'soon' : 'ok', days }
}

type Moves = Pick<LeadClockFacts, 'stageSince' | 'lastActivityOn' | 'handoverAcceptedOn'>

function movesOf(record: Moves) {
  return [record.stageSince, record.lastActivityOn, record.handoverAcceptedOn]
}

function progressClock(
  moments: readonly (IsoDate | null | undefined)[],
  limits: ClockLimits,
): Clock<'progress'> | null {
  const last = latestOf(...moments)
  return last ? { kind: 'progress', dueOn: addDays(last, limits.progressDays) } : null
}
