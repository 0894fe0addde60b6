import { addDays, type IsoDate } from '@/domain/calendar/date'
import { searchText } from '@/domain/name/search-text'
import { momentsOf, officeDay } from './days'
import type { ActivitySpec } from './deal-activity'
import { approvalOf, entryDocumentOf, sizeOf } from './deal-fields'
import type { DealPlan, Step } from './deal-plan'
import type { Kit } from './kit'
import type { People } from './people'
import { valueOn } from './rate'
import type { ActivityRow, DealFactRow, DealRow, LogDraft, ProposalRow } from './world'

/** A deal with all that belongs to it, before it has its id: rows say 0 where its own id stands. */
export type DealStory = {
  plan: DealPlan
  row: Omit<DealRow, 'companyId' | 'contactId' | 'industryId' | 'eventId' | 'leadId'>
  facts: DealFactRow[]
  proposals: ProposalRow[]
  activities: ActivityRow[]
  logs: LogDraft[]
}

type Happening = { at: IsoDate; step?: Step; activity?: ActivitySpec }

/** Lives a deal through, day by day: its row as it stands today, its dated facts, proposals, activities and log. */
export function tellDeal(kit: Kit, people: People, plan: DealPlan, told: readonly ActivitySpec[]): DealStory {
  const { random, days } = kit
  const moment = momentsOf(random, days.now)
  const officer = people.id(plan.officer)
  const head = people.id(people.headOf(plan.desk))
  const handOver = plan.steps.find(step => step.kind === 'hand_over')
  const firstDesk = handOver?.kind === 'hand_over' ? handOver.from : plan.desk
  const story: DealStory = {
    plan,
    row: blank(plan, people, officer),
    facts: [],
    proposals: [],
    activities: [],
    logs: [],
  }
  const { row, facts, logs } = story

  const happenings: Happening[] = [
    ...plan.steps.map(step => ({ at: step.recordedOn ?? step.on, step })),
    ...told.map(activity => ({ at: activity.on, activity })),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))

  for (const { at, step, activity } of happenings) {
    const now = moment(at)
    if (step) take(step, now)
    if (activity) note(activity, now)
  }
  return story

  function fact(line: Partial<DealFactRow> & Pick<DealFactRow, 'fact'>, on: IsoDate, now: Date, by: number) {
    const open = facts.find(one => one.fact === line.fact && one.effectiveUntil === null)
    if (open) open.effectiveUntil = on
    facts.push({
      ...blankFact,
      opening: plan.opening,
      effectiveOn: on,
      recordedAt: now,
      recordedBy: by,
      ...line,
    })
  }

  function log(
    verb: LogDraft['verb'],
    now: Date,
    by: number,
    details: Record<string, unknown>,
    changed = true,
  ) {
    logs.push({ at: now, actorId: by, verb, noun: 'deal', recordId: 0, details })
    if (!changed) return
    row.updatedAt = now
    row.updatedBy = by
    row.version += logs.length > 1 ? 1 : 0
  }

  function take(step: Step, now: Date) {
    switch (step.kind) {
      case 'create':
        return create(step, now)
      case 'amount':
        return restate(step, now)
      case 'hand_over':
        row.deskId = people.desk(plan.desk)
        fact({ fact: 'desk', deskId: row.deskId }, step.on, now, people.director)
        return log('deal.hand_over', now, people.director, {
          changes: {
            desk: [people.desk(step.from), row.deskId],
            officer: [people.id(step.officer), officer],
          },
          effectiveOn: step.on,
        })
      case 'enter':
        return enter(step, now)
      case 'propose':
        return propose(step, now)
      case 'return': {
        Object.assign(story.proposals.at(-1) ?? {}, {
          decision: 'returned',
          decidedBy: head,
          decidedAt: now,
          reason: step.reason,
        })
        return log('deal.return', now, head, {
          from: row.stage,
          to: 'approved',
          effectiveOn: story.proposals.at(-1)?.effectiveOn,
          proposedBy: officer,
          reason: step.reason,
        })
      }
      case 'approve':
        return approve(step, now)
      default:
        return end(step, now)
    }
  }

  function create(step: Extract<Step, { kind: 'create' }>, now: Date) {
    row.createdAt = now
    row.stageSince = row.statusSince = step.on
    row.lastProgressAt = now
    row.deskId = people.desk(firstDesk)
    stated(step.total, step.on)
    fact({ fact: 'stage', value: 'negotiation' }, step.on, now, officer)
    fact({ fact: 'status', value: 'active' }, step.on, now, officer)
    fact({ fact: 'desk', deskId: row.deskId }, step.on, now, officer)
    fact({ fact: 'total_investment', ...totals() }, step.on, now, officer)
    log(plan.opening ? 'deal.open' : plan.fromLead ? 'lead.convert' : 'deal.create', now, officer, {
      name: plan.name,
      ...(plan.opening && { opening: true }),
      from: null,
      to: 'negotiation',
      effectiveOn: step.on,
    })
  }

  function restate(step: Extract<Step, { kind: 'amount' }>, now: Date) {
    const before = shown()
    stated(step.total, step.on)
    fact({ fact: 'total_investment', ...totals(), reason: step.reason }, step.on, now, officer)
    log('deal.edit', now, officer, {
      changes: { total: [before, shown()] },
      reason: step.reason,
      effectiveOn: step.on,
    })
  }

  function enter(step: Step, now: Date) {
    if (row.totalMinor === null) row.totalNotStated = true
    Object.assign(row, entryDocumentOf(kit, step.on), { content: plan.content })
    move('entry_procedures', step.on, now, officer, 'deal.move')
  }

  function propose(step: Step, now: Date) {
    const fields = approvalOf(kit, step.on)
    story.proposals.push({
      id: 0,
      dealId: 0,
      to: 'approved',
      fields,
      effectiveOn: step.on,
      proposedBy: officer,
      proposedAt: now,
      decision: null,
      decidedBy: null,
      decidedAt: null,
      reason: null,
    })
    log('deal.propose', now, officer, {
      from: row.stage,
      to: 'approved',
      effectiveOn: step.on,
      approval: fields,
    })
    row.lastProgressAt = now
  }

  function approve(step: Step, now: Date) {
    const proposal = story.proposals.at(-1)
    if (proposal)
      Object.assign(
        proposal,
        { decision: 'confirmed', decidedBy: head, decidedAt: now },
        { effectiveOn: step.on },
      )
    Object.assign(row, proposal?.fields ?? {})
    move('approved', step.on, now, head, 'deal.confirm', { proposedBy: officer, approval: proposal?.fields })
  }

  function move(
    to: 'entry_procedures' | 'approved',
    on: IsoDate,
    now: Date,
    by: number,
    verb: LogDraft['verb'],
    more: object = {},
  ) {
    const from = row.stage
    row.stage = to
    row.stageSince = on
    row.lastProgressAt = now
    fact({ fact: 'stage', value: to }, on, now, by)
    log(verb, now, by, { from, to, effectiveOn: on, ...more })
  }

  function end(step: Extract<Step, { kind: 'hold' | 'lose' | 'withdraw' }>, now: Date) {
    const from = row.status
    row.status = ({ hold: 'on_hold', lose: 'lost', withdraw: 'withdrawn' } as const)[step.kind]
    row.statusSince = step.on
    row.statusReason = step.code
    row.statusText = step.text
    row.lostTo = step.kind === 'hold' ? null : step.lostTo
    row.reviewOn = step.kind === 'hold' ? step.reviewOn : null
    row.lastProgressAt = now
    if (step.kind !== 'hold') row.nextStep = row.nextStepOn = null
    fact(
      { fact: 'status', value: row.status, reasonCode: step.code, reason: step.text },
      step.on,
      now,
      officer,
    )
    const said = { reasonCode: step.code, reason: step.text, lostTo: row.lostTo, reviewOn: row.reviewOn }
    log(`deal.${step.kind}`, now, officer, {
      changes: { status: [from, row.status] },
      effectiveOn: step.on,
      ...Object.fromEntries(Object.entries(said).filter(([, value]) => value)),
    })
  }

  function note(activity: ActivitySpec, now: Date) {
    const by =
      random.chance(0.9) || plan.members.length === 0 ? officer : people.id(plan.members[0] as string)
    story.activities.push({
      id: 0,
      leadId: null,
      dealId: 0,
      companyId: null,
      contactId: null,
      kind: activity.kind,
      happenedOn: activity.on,
      text: activity.text,
      nextStep: activity.nextStep,
      nextStepOn: activity.nextStepOn,
      deskId: row.deskId,
      teamIds: [],
      readerIds: [],
      createdAt: now,
      createdBy: by,
      deletedAt: null,
      deletedBy: null,
    })
    row.lastProgressAt = now
    if (activity.nextStep) {
      row.nextStep = activity.nextStep
      row.nextStepOn = activity.nextStepOn
    }
    row.updatedAt = now
    row.updatedBy = by
  }

  /** The amounts as they are stated on a day, at its rate. A foreign owner's whole follows the total. */
  function stated(total: DealPlan['foreign'], on: IsoDate) {
    const whole =
      plan.foreign && row.foreignMinor === row.totalMinor && row.foreignCurrency === row.totalCurrency
    Object.assign(row, prefixed('total', total, on))
    const foreign = whole && total ? (plan.form === 'joint_venture' ? plan.foreign : total) : plan.foreign
    Object.assign(row, prefixed('foreign', total || !plan.foreign || plan.target ? foreign : null, on))
  }

  function prefixed(name: 'total' | 'foreign', money: DealPlan['foreign'], on: IsoDate) {
    const value = money && valueOn(days, money, on)
    return {
      [`${name}Minor`]: money?.minor ?? null,
      [`${name}Currency`]: money?.currency ?? null,
      [`${name}Rate`]: value?.rate ?? null,
      [`${name}Cny`]: value?.cny ?? null,
      [`${name}On`]: money ? on : null,
    }
  }

  function totals() {
    const { totalMinor, totalCurrency, totalRate, totalCny } = row
    return { totalMinor, totalCurrency, totalRate, totalCny }
  }

  function shown() {
    return row.totalMinor === null ? null : { minor: String(row.totalMinor), currency: row.totalCurrency }
  }

  function blank({ name, names, ...rest }: DealPlan, who: People, by: number): DealStory['row'] {
    return {
      id: 0,
      number: '',
      name,
      names,
      partner: rest.partner,
      target: rest.target,
      country: rest.country,
      province: rest.province,
      highTech: rest.highTech,
      form: rest.form,
      content: rest.target || random.chance(0.4) ? rest.content : null,
      source: rest.source,
      ...sizeOf(kit, plan),
      ...nothing,
      stage: 'negotiation',
      stageSince: days.today,
      statusSince: days.today,
      lastProgressAt: days.now,
      searchText: searchText(name, ...Object.values(names)),
      deskId: who.desk(rest.desk),
      caseOfficerId: by,
      teamIds: [by, ...rest.members.map(member => who.id(member))],
      createdAt: days.now,
      createdBy: by,
      updatedAt: days.now,
      updatedBy: by,
    }
  }
}

const blankFact: Omit<DealFactRow, 'fact' | 'effectiveOn' | 'recordedAt' | 'recordedBy' | 'opening'> = {
  id: 0,
  dealId: 0,
  value: null,
  deskId: null,
  totalMinor: null,
  totalCurrency: null,
  totalRate: null,
  totalCny: null,
  effectiveUntil: null,
  reasonCode: null,
  reason: null,
  supersededAt: null,
  supersededBy: null,
}

/** What a deal begins without. */
const nothing = {
  totalNotStated: false,
  totalMinor: null,
  totalCurrency: null,
  totalRate: null,
  totalCny: null,
  totalOn: null,
  foreignMinor: null,
  foreignCurrency: null,
  foreignRate: null,
  foreignCny: null,
  foreignOn: null,
  entryDocumentKind: null,
  entryDocumentOn: null,
  entryDocumentReference: null,
  agreementOn: null,
  agreementReference: null,
  approvalAuthority: null,
  approvalNumber: null,
  approvalOn: null,
  note: null,
  status: 'active',
  statusReason: null,
  statusText: null,
  lostTo: null,
  reviewOn: null,
  nextStep: null,
  nextStepOn: null,
  readerIds: [] as number[],
  version: 1,
  deletedAt: null,
  deletedBy: null,
} as const satisfies Partial<DealRow>
