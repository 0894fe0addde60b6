import type { IsoDate } from '@/domain/calendar/date'
import { blankDeal, blankFact, type OwnDealRow } from './deal-blank'
import type { DealPlan } from './deal-plan'
import type { Kit } from './kit'
import type { People } from './people'
import { valueOn } from './rate'
import type { ActivityRow, DealFactRow, LogDraft, ProposalRow } from './world'

/** A deal with all that belongs to it, before it has its id: rows say 0 where its own id stands. */
export type DealStory = {
  plan: DealPlan
  row: OwnDealRow
  facts: DealFactRow[]
  proposals: ProposalRow[]
  activities: ActivityRow[]
  logs: LogDraft[]
}

/** When a step was written down, and on which day it holds. */
export type When = { at: Date; on: IsoDate; opening: boolean }
export type DealLife = ReturnType<typeof beginLife>

/** The hand that writes a deal's story: row, dated facts and log kept in step. */
export function beginLife(kit: Kit, people: People, plan: DealPlan) {
  const row = blankDeal(kit, people, plan)
  const story: DealStory = { plan, row, facts: [], proposals: [], activities: [], logs: [] }
  const officer = people.id(plan.officer)
  const head = people.id(people.headOf(plan.desk))

  function log(
    verb: LogDraft['verb'],
    { at }: Pick<When, 'at'>,
    by: number,
    details: Record<string, unknown>,
  ) {
    story.logs.push({ at, actorId: by, verb, noun: 'deal', recordId: 0, details })
    touch(at, by)
    row.version = story.logs.length
  }

  function touch(at: Date, by: number) {
    row.updatedAt = at
    row.updatedBy = by
    row.lastProgressAt = at
  }

  function fact(
    line: Partial<DealFactRow> & Pick<DealFactRow, 'fact'>,
    { at, on, opening }: When,
    by = officer,
  ) {
    const standing = story.facts.find(one => one.fact === line.fact && one.effectiveUntil === null)
    if (standing) standing.effectiveUntil = on
    story.facts.push({ ...blankFact, opening, effectiveOn: on, recordedAt: at, recordedBy: by, ...line })
  }

  /** The amounts as they are stated on a day, at its rate; the line of the fact is the caller's. */
  function state(total: DealPlan['foreign'], on: IsoDate) {
    Object.assign(row, amount('total', total, on), amount('foreign', foreignOf(total), on))
  }

  /** A foreign owner's whole follows the total; without a total only a merger states what comes from abroad. */
  function foreignOf(total: DealPlan['foreign']) {
    if (!plan.foreign || plan.target) return plan.foreign
    return total && plan.ownsAll ? total : total && plan.foreign
  }

  function amount(name: 'total' | 'foreign', money: DealPlan['foreign'], on: IsoDate) {
    const value = money && valueOn(kit.days, money, on)
    return {
      [`${name}Minor`]: money?.minor ?? null,
      [`${name}Currency`]: money?.currency ?? null,
      [`${name}Rate`]: value?.rate ?? null,
      [`${name}Cny`]: value?.cny ?? null,
      [`${name}On`]: money ? on : null,
    }
  }

  return { kit, people, plan, story, row, officer, head, log, touch, fact, state }
}
