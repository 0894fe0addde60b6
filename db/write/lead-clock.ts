import type { ZoneRules } from '@/db/zone'
import { introducerClock, leadClock } from '@/domain/calendar/clock'
import { dateIn, latestOf } from '@/domain/calendar/date'
import type { LeadStage, Verdict } from '@/domain/lead/lead'

export type ClockedLead = {
  stage: LeadStage
  stageSince: string
  createdAt: Date
  /** When it was entered here, where it was first entered elsewhere. */
  enteredAt?: Date | null
  firstContactAt: Date | null
  lastProgressAt: Date
  verdict?: Verdict | null
}

/**
 * The clock that runs on a lead as it stands after the change, in the two columns that keep it. Of one that was brought
 * in, nobody could keep a clock that ran out before.
 */
export function clockColumns(lead: ClockedLead, { timezone, settings, calendar }: ZoneRules) {
  const enteredOn = lead.enteredAt ? dateIn(timezone, lead.enteredAt) : null
  const clock = leadClock(
    {
      stage: lead.stage,
      createdOn: enteredOn ?? dateIn(timezone, lead.createdAt),
      stageSince: latestOf(lead.stageSince, enteredOn) ?? lead.stageSince,
      firstContactOn: lead.firstContactAt && dateIn(timezone, lead.firstContactAt),
      lastActivityOn: dateIn(timezone, lead.lastProgressAt),
      verdict: lead.verdict,
    },
    settings,
    calendar,
  )
  return { clock: clock?.kind ?? null, clockDue: clock?.dueOn ?? null }
}

type Introduced = { introducedBy: string | null; tellDue: string | null; toldOn: string | null }

/** Until when the introducer is to be told: from today where he is named only now, as it stood while he stays. */
export function tellColumn(
  lead: { introducedBy: string | null },
  before: Introduced | null,
  { today, settings, calendar }: ZoneRules,
) {
  if (before?.introducedBy && lead.introducedBy) return { tellDue: before.tellDue }
  const facts = { namedOn: today, introduced: Boolean(lead.introducedBy), toldOn: before?.toldOn }
  return { tellDue: introducerClock(facts, settings, calendar)?.dueOn ?? null }
}
