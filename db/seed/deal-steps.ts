import { approvalOf, entryDocumentOf } from './deal-fields'
import type { DealLife, When } from './deal-life'
import type { Step } from './deal-plan'
import type { LogDraft } from './world'

type Of<K extends Step['kind']> = Extract<Step, { kind: K }>

/** One step of a deal's life, as the write of that verb would have left it. */
export function takeStep(life: DealLife, step: Step, when: When): void {
  switch (step.kind) {
    case 'create':
      return create(life, step, when)
    case 'amount':
      return restate(life, step, when)
    case 'hand_over':
      return handOver(life, step, when)
    case 'enter':
      return enter(life, when)
    case 'propose':
      return propose(life, when)
    case 'return':
      return sendBack(life, step, when)
    case 'approve':
      return approve(life, when)
    default:
      return end(life, step, when)
  }
}

function create(
  { plan, people, row, officer, state, fact, log }: DealLife,
  { total }: Of<'create'>,
  when: When,
) {
  const handed = plan.steps.find(step => step.kind === 'hand_over')
  row.createdAt = when.at
  row.stageSince = row.statusSince = when.on
  row.deskId = people.desk(handed?.kind === 'hand_over' ? handed.from : plan.desk)
  state(total, when.on)
  fact({ fact: 'stage', value: 'negotiation' }, when)
  fact({ fact: 'status', value: 'active' }, when)
  fact({ fact: 'desk', deskId: row.deskId }, when)
  fact({ fact: 'total_investment', ...totalOf(row) }, when)
  const verb = when.opening ? 'deal.open' : plan.fromLead ? 'lead.convert' : 'deal.create'
  log(verb, when, officer, {
    name: plan.name,
    ...(when.opening && { opening: true }),
    from: null,
    to: 'negotiation',
    effectiveOn: when.on,
  })
}

function restate({ row, officer, state, fact, log }: DealLife, { total, reason }: Of<'amount'>, when: When) {
  const before = said(row)
  state(total, when.on)
  fact({ fact: 'total_investment', ...totalOf(row), reason }, when)
  log('deal.edit', when, officer, { changes: { total: [before, said(row)] }, reason, effectiveOn: when.on })
}

function handOver(
  { plan, people, row, officer, fact, log }: DealLife,
  { from, officer: former }: Of<'hand_over'>,
  when: When,
) {
  row.deskId = people.desk(plan.desk)
  row.readerIds = [people.id(former)]
  fact({ fact: 'desk', deskId: row.deskId }, when, people.director)
  const changes = { desk: [people.desk(from), row.deskId], officer: [people.id(former), officer] }
  log('deal.hand_over', when, people.director, {
    changes,
    effectiveOn: when.on,
    reason: '以物流配套为主，由综合部牵头。',
  })
}

function enter(life: DealLife, when: When) {
  const { kit, plan, row, officer } = life
  if (row.totalMinor === null) row.totalNotStated = true
  Object.assign(row, entryDocumentOf(kit, when.on), { content: plan.content })
  move(
    life,
    'entry_procedures',
    when,
    officer,
    when.opening ? 'deal.open' : 'deal.move',
    when.opening ? { name: plan.name, opening: true } : {},
  )
}

function propose({ kit, row, story, officer, log }: DealLife, when: When) {
  const fields = approvalOf(kit, when.on)
  story.proposals.push({
    id: 0,
    dealId: 0,
    to: 'approved',
    fields,
    effectiveOn: when.on,
    proposedBy: officer,
    proposedAt: when.at,
    decision: null,
    decidedBy: null,
    decidedAt: null,
    reason: null,
  })
  log('deal.propose', when, officer, {
    from: row.stage,
    to: 'approved',
    effectiveOn: when.on,
    approval: fields,
  })
}

function sendBack({ row, story, head, officer, log }: DealLife, { reason }: Of<'return'>, when: When) {
  const proposal = story.proposals.at(-1)
  Object.assign(proposal ?? {}, { decision: 'returned', decidedBy: head, decidedAt: when.at, reason })
  const effectiveOn = proposal?.effectiveOn
  log('deal.return', when, head, {
    from: row.stage,
    to: 'approved',
    effectiveOn,
    proposedBy: officer,
    reason,
  })
}

function approve(life: DealLife, when: When) {
  const { story, row, head, officer } = life
  const proposal = story.proposals.at(-1)
  Object.assign(proposal ?? {}, {
    decision: 'confirmed',
    decidedBy: head,
    decidedAt: when.at,
    effectiveOn: when.on,
  })
  Object.assign(row, proposal?.fields ?? {})
  move(life, 'approved', when, head, 'deal.confirm', { proposedBy: officer, approval: proposal?.fields })
}

function move(
  { row, fact, log }: DealLife,
  to: 'entry_procedures' | 'approved',
  when: When,
  by: number,
  verb: LogDraft['verb'],
  more: object,
) {
  const from = row.stage
  row.stage = to
  row.stageSince = when.on
  fact({ fact: 'stage', value: to }, when, by)
  log(verb, when, by, { from, to, effectiveOn: when.on, ...more })
}

function end({ row, officer, fact, log }: DealLife, step: Of<'hold' | 'lose' | 'withdraw'>, when: When) {
  const { code, text } = step
  const from = row.status
  row.status = ({ hold: 'on_hold', lose: 'lost', withdraw: 'withdrawn' } as const)[step.kind]
  row.statusSince = when.on
  row.statusReason = code
  row.statusText = text
  if (step.kind === 'hold') row.reviewOn = step.reviewOn
  else Object.assign(row, { lostTo: step.lostTo, nextStep: null, nextStepOn: null })
  fact({ fact: 'status', value: row.status, reasonCode: code, reason: text }, when)
  const about = { reasonCode: code, reason: text, lostTo: row.lostTo, reviewOn: row.reviewOn }
  log(`deal.${step.kind}`, when, officer, {
    changes: { status: [from, row.status] },
    effectiveOn: when.on,
    ...Object.fromEntries(Object.entries(about).filter(([, value]) => value)),
  })
}

const totalOf = ({ totalMinor, totalCurrency, totalRate, totalCny }: DealLife['row']) => ({
  totalMinor,
  totalCurrency,
  totalRate,
  totalCny,
})

const said = ({ totalMinor, totalCurrency }: DealLife['row']) =>
  totalMinor === null ? null : { minor: String(totalMinor), currency: totalCurrency }
