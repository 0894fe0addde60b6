import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { moneyOfRow } from '@/db/rate'
import type { DealStage } from '@/domain/deal/deal'
import type { LeadStage } from '@/domain/lead/lead'
import type { Money } from '@/domain/money/money'
import type { AgendaReason, ItemOutcome, ItemSnapshot } from '@/domain/review/review'
import type { Names } from '@/domain/user/user'

/**
 * A line of an agenda with its record as it stands, or, when the review is closed, as it stood then. `days`: in its stage;
 * `task`: what became of the decision, null where there is none or it is out of the reader's sight.
 */
export type ReviewItem = {
  id: number
  version: number
  noun: 'deal' | 'lead'
  recordId: number
  number: string
  name: string
  names: Names
  deskId: number
  officerId: number | null
  stage: DealStage | LeadStage
  days: number | null
  amount: Money | null
  nextStep: string | null
  nextStepOn: string | null
  reasons: AgendaReason[]
  decision: string | null
  ownerId: number | null
  dueOn: string | null
  outcome: ItemOutcome | null
  taskId: number | null
  task: { id: number; done: boolean } | null
}

type Row = {
  id: string
  version: number
  deal: string | null
  lead: string | null
  number: string
  name: string
  names: Names
  desk: string
  officer: string | null
  stage: ReviewItem['stage']
  days: number
  minor: string | null
  currency: string | null
  next_step: string | null
  next_step_on: string | null
  reasons: AgendaReason[]
  decision: string | null
  owner: string | null
  due: string | null
  outcome: ItemOutcome | null
  task_id: string | null
  task: string | null
  task_done: boolean
  snapshot: ItemSnapshot | null
}

/** The agenda in its order, as far as the reader sees its records. */
export async function itemsOf(tx: Tx, reviewId: number, today: string): Promise<ReviewItem[]> {
  const rows = await tx.execute<Row>(items(sql`i.review_id = ${reviewId} and i.removed_at is null`, today))
  return rows.map(itemOfRow)
}

const items = (which: SQL, today: string) => sql`
  select i.id, i.version, i.deal_id as deal, i.lead_id as lead, coalesce(d.number, l.number) as number,
    coalesce(d.name, l.name) as name, coalesce(d.names, '{}'::jsonb) as names, coalesce(d.desk_id, l.desk_id) as desk,
    coalesce(d.case_officer_id, l.case_officer_id) as officer, coalesce(d.stage, l.stage) as stage,
    ${today}::date - coalesce(d.stage_since, l.stage_since) as days,
    coalesce(d.total_minor, l.intended_minor) as minor, coalesce(d.total_currency, l.intended_currency) as currency,
    coalesce(d.next_step, l.next_step) as next_step,
    to_char(coalesce(d.next_step_on, l.next_step_on), 'YYYY-MM-DD') as next_step_on, i.reasons, i.decision,
    i.owner_id as owner, to_char(i.due_on, 'YYYY-MM-DD') as due, i.outcome, i.task_id, t.id as task,
    t.done_at is not null as task_done, i.snapshot
  from review_items i left join deals d on d.id = i.deal_id left join leads l on l.id = i.lead_id
    left join tasks t on t.id = i.task_id and t.deleted_at is null
  where ${which} order by i.position, i.id`

const idOf = (value: string | null) => (value === null ? null : Number(value))

function itemOfRow(row: Row): ReviewItem {
  const then = row.snapshot
  return {
    id: Number(row.id),
    version: row.version,
    noun: row.deal === null ? 'lead' : 'deal',
    recordId: Number(row.deal ?? row.lead),
    number: row.number,
    name: row.name,
    names: row.names,
    deskId: Number(row.desk),
    officerId: then ? then.officerId : idOf(row.officer),
    stage: (then?.stage as ReviewItem['stage'] | undefined) ?? row.stage,
    days: then ? then.days : row.days,
    amount: moneyOf(then ?? row),
    nextStep: then ? then.nextStep : row.next_step,
    nextStepOn: then ? then.nextStepOn : row.next_step_on,
    reasons: row.reasons,
    decision: row.decision,
    ownerId: idOf(row.owner),
    dueOn: row.due,
    outcome: row.outcome,
    taskId: idOf(row.task_id),
    task: row.task === null ? null : { id: Number(row.task), done: row.task_done },
  }
}

const moneyOf = ({ minor, currency }: { minor: string | null; currency: string | null }) =>
  moneyOfRow(minor === null ? null : BigInt(minor), currency)

/** How the record stands now, to be kept with the minutes. */
export const snapshotOf = (item: ReviewItem): ItemSnapshot => ({
  stage: item.stage,
  days: item.days,
  officerId: item.officerId,
  minor: item.amount ? String(item.amount.minor) : null,
  currency: item.amount?.currency ?? null,
  nextStep: item.nextStep,
  nextStepOn: item.nextStepOn,
})
