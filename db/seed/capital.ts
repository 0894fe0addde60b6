import type { capitalStructures } from '@/db/schema/capital'
import { flowsOf } from './capital-flow'
import { partsOfDeal } from './capital-part'
import {
  type Arrival,
  arrivalLogs,
  arrivalRow,
  type Part,
  type Plan,
  partRow,
  planRows,
  said,
} from './capital-row'
import type { Days } from './days'
import type { DealStory } from './deal-life'
import { standing } from './deal-plan'
import type { People } from './people'
import { randomFrom } from './random'
import type { LogDraft } from './world'

/** Capital of the deals that are approved, that wait for it or that the report details; ids are places in the lists. */
export function capitalRows(days: Days, people: People, stories: readonly DealStory[]) {
  const random = randomFrom('资金')
  const rows = {
    capitalStructures: [] as (typeof capitalStructures.$inferSelect)[],
    capitalParts: [] as Part[],
    plannedArrivals: [] as Plan[],
    arrivals: [] as Arrival[],
  }
  const capitalLogs: LogDraft[] = []
  for (const [index, story] of stories.entries()) {
    const { row, plan } = story
    const named = plan.name.includes('艾迪') || plan.name.startsWith('马氏')
    const { stage, pending } = standing(plan)
    const wanted =
      named || stage === 'approved' || pending || (stage === 'entry_procedures' && random.chance(0.6))
    const drafts = wanted ? partsOfDeal(days, random, story) : []
    if (drafts.length === 0) continue
    const dealId = index + 1
    const by = people.id(plan.officer)
    const at = story.proposals.at(-1)?.proposedAt ?? row.createdAt
    rows.capitalStructures.push({
      dealId,
      version: 1,
      createdAt: at,
      createdBy: by,
      updatedAt: at,
      updatedBy: by,
    })
    const parts = drafts.map((draft, position) =>
      partRow(rows.capitalParts, draft, { dealId, position, at, by }),
    )
    capitalLogs.push({
      at,
      actorId: by,
      verb: 'capital.edit',
      noun: 'deal',
      recordId: dealId,
      details: { changes: { capital: [[], drafts.map(said)] } },
    })
    for (const flow of flowsOf(
      days,
      random,
      story,
      drafts.map(({ minor }) => minor ?? null),
    )) {
      const part = parts[flow.part] as Part
      const head = people.id(people.headOf(plan.desk))
      const came = flow.arrivals.map(one => arrivalRow(days, rows.arrivals, part, one, { by, head }))
      capitalLogs.push(...came.flatMap(arrivalLogs))
      planRows(rows.plannedArrivals, part, flow, came, { at, by })
    }
  }
  return { ...rows, capitalLogs }
}
