import type { ZoneRules } from '@/db/zone'
import { leadClock } from '@/domain/calendar/clock'
import { dateIn } from '@/domain/calendar/date'
import type { LeadStage } from '@/domain/lead/lead'

export type ClockedLead = {
  stage: LeadStage
  stageSince: string
  createdAt: Date
  firstContactAt: Date | null
  lastProgressAt: Date
}

/** The clock that runs on a lead as it stands after the change, in the two columns that keep it. */
export function clockColumns(lead: ClockedLead, { timezone, settings }: ZoneRules) {
  const clock = leadClock(
    {
      stage: lead.stage,
      createdOn: dateIn(timezone, lead.createdAt),
      stageSince: lead.stageSince,
      firstContactOn: lead.firstContactAt && dateIn(timezone, lead.firstContactAt),
      lastActivityOn: dateIn(timezone, lead.lastProgressAt),
    },
    settings,
  )
  return { clock: clock?.kind ?? null, clockDue: clock?.dueOn ?? null }
}
