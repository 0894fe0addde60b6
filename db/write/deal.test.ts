import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { getDeal } from '@/db/read/deal-record'
import { signingsPerDesk } from '@/db/read/figure/signing'
import { closeCapital, dealForm, entryFields, newDeal } from '@/db/testing/deal'
import { type Office, openOffice, permit, type StaffName } from '@/db/testing/office'
import { editDealInput, openDealInput } from '@/domain/deal/input'
import { parseInput } from '@/domain/outcome'
import type { Permission } from '@/domain/policy/table'
import { createDeal, openDeal } from './deal-create'
import { deleteDeal, restoreDeal } from './deal-delete'
import { correctDeal, editDeal } from './deal-edit'
import { moveBackDeal, moveDeal, undoMoveDeal } from './deal-move'
import { confirmDeal, proposeDeal, returnDeal } from './deal-proposal'
import { holdDeal, loseDeal, reviveDeal } from './deal-status'
import { addMemberDeal, assignDeal, handOverDeal, removeMemberDeal } from './deal-team'

let office: Office
let today: string
beforeAll(async () => {
  office = await openOffice()
  const [row] =
    await office.owner`select to_char((now() at time zone 'Asia/Shanghai')::date, 'YYYY-MM-DD') as today`
  today = row?.today
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const as = <P extends Permission>(who: StaffName, what: P) => permit(office.actors[who], what)
const read = async (number: string, who: StaffName = 'director') => {
  const deal = await getDeal(as(who, 'deal.read'), number)
  if (!deal) throw new Error(`${number} is out of sight`)
  return deal
}
const at = async (number: string) => ({ number, version: (await read(number)).version })
const facts = (id: number, fact: string) => office.owner`
  select coalesce(value, desk_id::text, total_cny::text) as value, to_char(effective_on, 'YYYY-MM-DD') as on,
    to_char(effective_until, 'YYYY-MM-DD') as until, superseded_at is not null as superseded, opening
  from deal_facts where deal_id = ${id} and fact = ${fact} order by id`
const log = (id: number) => office.owner`
  select verb, actor_id::int as by, details from log_entries where noun = 'deal' and record_id = ${id} order by id`
const edit = (fields: Record<string, unknown>) => {
  const parsed = parseInput(editDealInput, fields)
  if (parsed.kind !== 'done') throw new Error(JSON.stringify(parsed))
  return parsed.value
}
const move = async (number: string, who: StaffName = 'officer', more: { effectiveOn?: string } = {}) =>
  moveDeal(as(who, 'deal.move'), {
    ...(await at(number)),
    to: 'entry_procedures',
    effectiveOn: null,
    reason: null,
    ...more,
  })
const approval = {
  approvalAuthority: '区管委会',
  approvalNumber: '东管审〔2026〕12号',
  approvalOn: '2026-02-01',
  agreementOn: '2026-01-28',
  agreementReference: '协议 3 号',
}
const propose = async (number: string, effectiveOn: string, who: StaffName = 'officer') =>
  proposeDeal(as(who, 'deal.propose'), { ...(await at(number)), ...approval, effectiveOn })
const since = { effectiveOn: '2026-01-05' }

test('a created deal begins its four facts, belongs to its officer, and is told in the log', async () => {
  const { id, number } = await newDeal(office, {
    ...since,
    total: '350万美元',
    foreign: '150万美元',
    foreignCurrency: 'USD',
  })
  const deal = await read(number, 'officer')
  expect(deal).toMatchObject({
    stage: 'negotiation',
    stageSince: '2026-01-05',
    status: 'active',
    officerId: office.actors.officer.id,
    teamIds: [office.actors.officer.id],
    total: { money: { minor: 350_000_000n, currency: 'USD' }, cny: 2_485_000_000n, rate: '7.10000000' },
    foreign: { cny: 1_065_000_000n },
    company: { name: '马氏企业' },
  })
  expect(await facts(id, 'stage')).toMatchObject([{ value: 'negotiation', on: '2026-01-05', until: null }])
  expect(await facts(id, 'status')).toMatchObject([{ value: 'active', on: '2026-01-05' }])
  expect(await facts(id, 'desk')).toMatchObject([{ value: String(office.desks.domestic), on: '2026-01-05' }])
  expect(await facts(id, 'total_investment')).toMatchObject([{ value: '2485000000', on: '2026-01-05' }])
  expect(await log(id)).toMatchObject([
    {
      verb: 'deal.create',
      by: office.actors.officer.id,
      details: { from: null, to: 'negotiation', effectiveOn: '2026-01-05' },
    },
  ])
})

test('an amount stated before any rate is kept without a value in yuan', async () => {
  const { number } = await newDeal(office, { effectiveOn: '2025-06-01', total: '350万美元' })
  expect((await read(number)).total).toMatchObject({ money: { currency: 'USD' }, cny: null, rate: null })
})

test('an intent beside an application has a day of its own, and each intent counts once', async () => {
  const period = { from: '2026-01-01', to: today }
  const counted = async () => {
    const found = await signingsPerDesk(as('director', 'deal.read'), period)
    return found.filter(({ kind }) => kind === 'intent').reduce((sum, one) => sum + one.sum.count, 0)
  }
  const before = await counted()
  const beside = await newDeal(office, {
    ...entryFields,
    entryDocumentKind: 'application',
    intentOn: '2026-01-05',
    intentReference: '意向 5 号',
  })
  const asEntry = await newDeal(office, entryFields)
  expect(await counted()).toBe(before + 2)
  expect(await read(beside.number)).toMatchObject({ intentOn: '2026-01-05', entryDocumentOn: '2026-01-20' })
  expect(await read(asEntry.number)).toMatchObject({
    intentOn: '2026-01-20',
    intentReference: '意向书 12 号',
  })
  const corrected = edit({ ...(await at(asEntry.number)), intentOn: '2026-01-21' })
  expect((await editDeal(as('officer', 'deal.edit'), corrected)).kind).toBe('done')
  const line = (await log(asEntry.id)).at(-1)
  expect(line?.details.changes).toEqual({
    intentOn: ['2026-01-20', '2026-01-21'],
    entryDocumentOn: ['2026-01-20', '2026-01-21'],
  })
  const ahead = edit({ ...(await at(beside.number)), intentOn: '2199-01-01' })
  expect(await editDeal(as('officer', 'deal.edit'), ahead)).toMatchObject({
    fields: { intentOn: { reason: 'date.in_future' } },
  })
})

test('what a form names must be there, and all that is wrong is said at once', async () => {
  const form = await dealForm(office, {
    companyId: 999_999,
    eventId: 999_999,
    contactId: 999_999,
    industryId: 999_999,
    officerId: office.actors.outsider.id,
    agreementOn: '2199-01-01',
    effectiveOn: '2199-01-01',
    nextStep: '拜访',
  })
  const answer = await createDeal(as('officer', 'deal.create'), form)
  expect(answer.kind === 'invalid' && Object.keys(answer.fields).sort()).toEqual([
    'agreementOn',
    'companyId',
    'contactId',
    'effectiveOn',
    'eventId',
    'industryId',
    'nextStepOn',
    'officerId',
    'statedOn',
  ])
})

test('an officer creates on own desks, the director on any; without a case officer nobody does', async () => {
  const elsewhere = { deskId: office.desks.japan_korea, officerId: office.actors.outsider.id }
  const form = await dealForm(office, elsewhere)
  expect(await createDeal(as('officer', 'deal.create'), form)).toEqual({
    kind: 'invalid',
    fields: { deskId: { reason: 'deal.invalid.desk_not_yours' } },
  })
  expect((await createDeal(as('director', 'deal.create'), form)).kind).toBe('done')
  const nobody = await dealForm(office, { officerId: '' })
  expect(await createDeal(as('director', 'deal.create'), nobody)).toMatchObject({ fields: { officerId: {} } })
})

test('a company that is only named is entered with the deal', async () => {
  const { number } = await newDeal(office, { companyId: '', companyName: '株式会社柏野精機' })
  expect((await read(number)).company).toMatchObject({
    name: '株式会社柏野精機',
    number: expect.stringMatching(/^C-/),
  })
})

test('the same form sent twice makes one deal, and both sendings hear of it', async () => {
  const form = { ...(await dealForm(office, { name: '重复提交' })), submission: randomUUID() }
  const [one, two] = await Promise.all([
    createDeal(as('officer', 'deal.create'), form),
    createDeal(as('officer', 'deal.create'), form),
  ])
  expect(two).toEqual(one)
  const rows = await office.owner`select count(*)::int as n from deals where name = '重复提交'`
  expect(rows).toEqual([{ n: 1 }])
})

test('a move waits for what the next stage asks for, and then closes one line and opens the next', async () => {
  const { id, number } = await newDeal(office, since)
  expect(await move(number)).toMatchObject({
    kind: 'refused',
    reason: 'deal.refused.missing',
    missing: [{ field: 'total', who: 'case_officer' }, {}, {}, {}, {}, {}],
  })
  await editDeal(
    as('officer', 'deal.edit'),
    edit({ ...(await at(number)), ...entryFields, statedOn: '2026-01-10' }),
  )
  expect(await move(number, 'officer', { effectiveOn: '2026-01-04' })).toMatchObject({
    fields: { effectiveOn: { reason: 'date.before_last', values: { on: '2026-01-05' } } },
  })
  expect(await move(number, 'officer', { effectiveOn: '2026-01-20' })).toMatchObject({ kind: 'done' })
  expect(await read(number)).toMatchObject({
    stage: 'entry_procedures',
    stageSince: '2026-01-20',
    next: 'approved',
  })
  expect(await facts(id, 'stage')).toMatchObject([
    { value: 'negotiation', on: '2026-01-05', until: '2026-01-20' },
    { value: 'entry_procedures', on: '2026-01-20', until: null },
  ])
  expect((await log(id)).at(-1)).toMatchObject({
    verb: 'deal.move',
    details: { from: 'negotiation', to: 'entry_procedures', effectiveOn: '2026-01-20' },
  })
})

test('a total that is said to be unknown passes the gate', async () => {
  const { number } = await newDeal(office, { ...entryFields, total: '', totalNotStated: 'on' })
  expect((await move(number)).kind).toBe('done')
})

test('a move meets another version as a conflict, and somebody of another desk as gone', async () => {
  const { number, version } = await newDeal(office, entryFields)
  await editDeal(as('colleague', 'deal.edit'), edit({ number, version, note: '不是我的' })).then(answer =>
    expect(answer).toMatchObject({ kind: 'refused', reason: 'common.not_permitted' }),
  )
  await editDeal(as('headDomestic', 'deal.edit'), edit({ number, version, note: '部长的话' }))
  const stale = { number, version, to: 'entry_procedures' as const, effectiveOn: null, reason: null }
  expect(await moveDeal(as('officer', 'deal.move'), stale)).toMatchObject({
    kind: 'conflict',
    theirs: { version: 2 },
  })
  expect(await moveDeal(as('outsider', 'deal.move'), stale)).toEqual({ kind: 'gone' })
})

test('the author takes a move back: the line is superseded, the one before stands again', async () => {
  const { id, number } = await newDeal(office, { ...entryFields, ...since })
  await move(number)
  expect((await read(number, 'officer')).undoUntil).toBeInstanceOf(Date)
  expect(await undoMoveDeal(as('headDomestic', 'deal.undo_move'), { number })).toMatchObject({
    reason: 'deal.refused.not_your_move',
  })
  expect(await undoMoveDeal(as('officer', 'deal.undo_move'), { number })).toMatchObject({ kind: 'done' })
  expect(await read(number)).toMatchObject({
    stage: 'negotiation',
    stageSince: '2026-01-05',
    undoUntil: null,
  })
  expect(await facts(id, 'stage')).toMatchObject([
    { value: 'negotiation', until: null, superseded: false },
    { value: 'entry_procedures', superseded: true },
  ])
  expect(await undoMoveDeal(as('officer', 'deal.undo_move'), { number })).toMatchObject({
    reason: 'deal.refused.nothing_to_undo',
  })
  expect((await move(number)).kind).toBe('done')
})

test('once another has acted, a move is not taken back', async () => {
  const { number } = await newDeal(office, entryFields)
  await move(number)
  await editDeal(as('headDomestic', 'deal.edit'), edit({ ...(await at(number)), note: '已阅' }))
  expect(await undoMoveDeal(as('officer', 'deal.undo_move'), { number })).toMatchObject({
    reason: 'deal.refused.others_acted',
  })
})

test('after ten minutes a move stands', async () => {
  const { id, number } = await newDeal(office, entryFields)
  await move(number)
  await office.owner`alter table log_entries disable trigger log_entries_written_once`
  await office.owner`update log_entries set at = at - interval '11 minutes' where noun = 'deal' and record_id = ${id}`
  await office.owner`alter table log_entries enable trigger log_entries_written_once`
  expect(await undoMoveDeal(as('officer', 'deal.undo_move'), { number })).toMatchObject({
    reason: 'deal.refused.too_late_to_undo',
  })
  expect((await read(number, 'officer')).can.undo_move).toBe(false)
})

test('two people approve: proposed by one, confirmed by a head of that desk who is another', async () => {
  const { id, number } = await newDeal(office, { ...entryFields, ...since })
  expect(await propose(number, '2026-02-01')).toMatchObject({ reason: 'deal.refused.not_next' })
  await move(number, 'officer', { effectiveOn: '2026-01-20' })
  expect(await propose(number, '2026-02-01')).toMatchObject({ missing: [{ field: 'capital' }] })
  await closeCapital(office, id)
  const proposed = await propose(number, '2026-02-01')
  if (proposed.kind !== 'done') throw new Error(JSON.stringify(proposed))
  const { proposalId } = proposed.value
  expect(await read(number)).toMatchObject({
    stage: 'entry_procedures',
    proposal: { to: 'approved', proposedBy: office.actors.officer.id, fields: approval },
    can: { confirm: true, propose: false, lose: false },
  })
  expect((await read(number, 'officer')).can.confirm).toBe(false)
  expect(await propose(number, '2026-02-01')).toMatchObject({ reason: 'deal.refused.proposal_waits' })
  expect(await confirmDeal(as('headAsia', 'deal.confirm'), { number, proposalId })).toEqual({ kind: 'gone' })
  expect((await confirmDeal(as('headDomestic', 'deal.confirm'), { number, proposalId })).kind).toBe('done')
  expect(await read(number)).toMatchObject({
    stage: 'approved',
    stageSince: '2026-02-01',
    proposal: null,
    ...approval,
  })
  expect((await facts(id, 'stage')).at(-1)).toMatchObject({
    value: 'approved',
    on: '2026-02-01',
    until: null,
  })
  expect((await log(id)).at(-1)).toMatchObject({
    verb: 'deal.confirm',
    by: office.actors.headDomestic.id,
    details: { proposedBy: office.actors.officer.id },
  })
  expect(await confirmDeal(as('director', 'deal.confirm'), { number, proposalId })).toMatchObject({
    reason: 'deal.refused.decided_already',
  })
})

test('nobody confirms what he has proposed himself; returned, it may be proposed again', async () => {
  const { id, number } = await newDeal(office, { ...entryFields, ...since }, 'headDomestic')
  await closeCapital(office, id)
  await move(number, 'headDomestic', { effectiveOn: '2026-01-20' })
  const proposed = await propose(number, '2026-02-01', 'headDomestic')
  if (proposed.kind !== 'done') throw new Error(JSON.stringify(proposed))
  const { proposalId } = proposed.value
  expect(await confirmDeal(as('headDomestic', 'deal.confirm'), { number, proposalId })).toMatchObject({
    reason: 'deal.refused.same_person',
  })
  const sentBack = { number, proposalId, reason: '缺批文原件' }
  expect((await returnDeal(as('director', 'deal.return'), sentBack)).kind).toBe('done')
  expect(await read(number)).toMatchObject({
    stage: 'entry_procedures',
    returned: {
      by: office.actors.director.id,
      reason: '缺批文原件',
      fields: { approvalAuthority: '区管委会' },
      effectiveOn: '2026-02-01',
    },
  })
  expect((await propose(number, '2026-02-01', 'headDomestic')).kind).toBe('done')
})

test('down the ladder goes a head or the director, with a reason', async () => {
  const { id, number } = await newDeal(office, { ...entryFields, ...since })
  await move(number, 'officer', { effectiveOn: '2026-01-20' })
  const back = {
    ...(await at(number)),
    to: 'negotiation' as const,
    effectiveOn: '2026-02-02',
    reason: '意向书作废',
  }
  expect((await moveBackDeal(as('headDomestic', 'deal.move_back'), back)).kind).toBe('done')
  expect(await facts(id, 'stage')).toMatchObject([
    {},
    { until: '2026-02-02' },
    { value: 'negotiation', on: '2026-02-02' },
  ])
  expect((await log(id)).at(-1)).toMatchObject({ verb: 'deal.move_back', details: { reason: '意向书作废' } })
})

test('an opening entry stands where it is said to stand: a line a stage, marked, gates not checked', async () => {
  const form = {
    name: '食品包装项目',
    companyId: 1,
    deskId: office.desks.domestic,
    officerId: office.actors.officer.id,
    country: 'CN',
    industryId: office.industryId,
    source: 'government',
    stage: 'approved',
    negotiationOn: '2025-03-01',
    approvedOn: '2026-06-30',
    total: '1.28亿',
    approvalNumber: '9号',
  }
  const parsed = parseInput(openDealInput, form)
  if (parsed.kind !== 'done') throw new Error(JSON.stringify(parsed))
  const opened = await openDeal(as('headDomestic', 'deal.open'), parsed.value)
  if (opened.kind !== 'done') throw new Error(JSON.stringify(opened))
  const { id, number } = opened.value
  expect(await read(number)).toMatchObject({
    stage: 'approved',
    stageSince: '2026-06-30',
    approvalNumber: '9号',
  })
  expect(await facts(id, 'stage')).toMatchObject([
    { value: 'negotiation', on: '2025-03-01', until: '2026-06-30', opening: true },
    { value: 'approved', on: '2026-06-30', until: null, opening: true },
  ])
  expect(await log(id)).toMatchObject([
    { verb: 'deal.open', details: { opening: true, from: null, to: 'negotiation' } },
    {
      verb: 'deal.open',
      details: { opening: true, from: 'negotiation', to: 'approved', effectiveOn: '2026-06-30' },
    },
  ])
  const backwards = { ...parsed.value, negotiationOn: '2026-07-01' }
  expect(await openDeal(as('director', 'deal.open'), backwards)).toMatchObject({
    fields: { approvedOn: { reason: 'date.before_last' } },
  })
})

test('two people edit: the second hears what stands now, field by field, in the notation of the form', async () => {
  const { number, version } = await newDeal(office, { partner: '晟铸精机', total: '9800万' })
  await editDeal(
    as('headDomestic', 'deal.edit'),
    edit({ number, version, total: '1.16亿', totalCurrency: 'CNY' }),
  )
  const second = await editDeal(
    as('officer', 'deal.edit'),
    edit({ number, version, partner: '晟铸精机股份' }),
  )
  expect(second).toMatchObject({
    kind: 'conflict',
    theirs: {
      version: 2,
      by: 'headDomestic',
      values: { total: '116000000', totalCurrency: 'CNY', partner: '晟铸精机', name: '精密铸造项目' },
      shown: { companyId: '马氏企业' },
    },
  })
  expect(
    (await editDeal(as('officer', 'deal.edit'), edit({ number, version: 2, partner: '晟铸精机股份' }))).kind,
  ).toBe('done')
  expect(await read(number)).toMatchObject({
    partner: '晟铸精机股份',
    total: { money: { minor: 11_600_000_000n } },
  })
})

test('a changed total is a dated line at the rate of its day; what did not change is not in the log', async () => {
  await office.owner`insert into rates (currency, on_date, rate, source) values ('USD', '2026-02-01', '7.2', '测试')`
  const { id, number, version } = await newDeal(office, { ...since, total: '100万美元' })
  const changed = edit({ number, version, name: '精密铸造项目', total: '200万美元', statedOn: '2026-02-15' })
  expect((await editDeal(as('officer', 'deal.edit'), changed)).kind).toBe('done')
  expect(await facts(id, 'total_investment')).toMatchObject([
    { value: '710000000', on: '2026-01-05', until: '2026-02-15' },
    { value: '1440000000', on: '2026-02-15', until: null },
  ])
  expect((await log(id)).at(-1)).toEqual({
    verb: 'deal.edit',
    by: office.actors.officer.id,
    details: {
      changes: {
        total: [
          { minor: '100000000', currency: 'USD' },
          { minor: '200000000', currency: 'USD' },
        ],
      },
      effectiveOn: '2026-02-15',
    },
  })
  const before = edit({ number, version: 2, total: '300万美元', statedOn: '2026-02-14' })
  expect(await editDeal(as('officer', 'deal.edit'), before)).toMatchObject({
    fields: { statedOn: { reason: 'date.before_last', values: { on: '2026-02-15' } } },
  })
  expect(
    await editDeal(as('officer', 'deal.edit'), edit({ number, version: 2, total: '200万美元' })),
  ).toEqual({
    kind: 'done',
    value: { number, version: 2 },
  })
})

test('a correction supersedes the line and keeps it, with a reason', async () => {
  const { id, number, version } = await newDeal(office, { ...since, total: '9000万' })
  const right = {
    number,
    version,
    total: { notStated: false, money: { minor: 9_800_000_000n, currency: 'CNY' as const } },
    statedOn: null,
    reason: '录入有误',
  }
  expect((await correctDeal(as('headDomestic', 'deal.correct'), right)).kind).toBe('done')
  expect(await facts(id, 'total_investment')).toMatchObject([
    { value: '9000000000', superseded: true },
    { value: '9800000000', on: '2026-01-05', superseded: false },
  ])
  expect((await log(id)).at(-1)).toMatchObject({ verb: 'deal.correct', details: { reason: '录入有误' } })
})

test('a hold and a loss are dated facts with their reason; work goes on by a head', async () => {
  const { id, number } = await newDeal(office, since)
  const held = {
    ...(await at(number)),
    effectiveOn: '2026-03-01',
    reasonCode: 'funds' as const,
    reason: '资金未落实',
    reviewOn: '2199-01-01',
  }
  expect((await holdDeal(as('officer', 'deal.hold'), held)).kind).toBe('done')
  expect(await read(number)).toMatchObject({
    status: 'on_hold',
    statusReason: 'funds',
    reviewOn: '2199-01-01',
    can: { move: false, revive: true },
  })
  const lost = {
    ...(await at(number)),
    effectiveOn: null,
    reasonCode: 'competitor_zone' as const,
    reason: '选址他市',
    lostTo: '邻市开发区',
  }
  expect((await loseDeal(as('officer', 'deal.lose'), lost)).kind).toBe('done')
  const revived = { ...(await at(number)), effectiveOn: null, reason: '投资方回头' }
  expect((await reviveDeal(as('headDomestic', 'deal.revive'), revived)).kind).toBe('done')
  expect(await read(number)).toMatchObject({
    status: 'active',
    statusReason: null,
    lostTo: null,
    statusSince: today,
  })
  expect(await facts(id, 'status')).toMatchObject([
    { value: 'active', until: '2026-03-01' },
    { value: 'on_hold', until: today },
    { value: 'lost', on: today, until: today },
    { value: 'active', on: today, until: null },
  ])
})

test('assigning changes the officer; whoever had it keeps it in sight', async () => {
  const { number } = await newDeal(office)
  const { officer, colleague, outsider } = office.actors
  const to = async (officerId: number) =>
    assignDeal(as('headDomestic', 'deal.assign'), { ...(await at(number)), officerId })
  expect(await to(outsider.id)).toMatchObject({
    fields: { officerId: { reason: 'deal.invalid.officer_not_on_desk' } },
  })
  expect((await to(colleague.id)).kind).toBe('done')
  expect(await read(number)).toMatchObject({
    officerId: colleague.id,
    teamIds: [colleague.id],
    readerIds: [officer.id],
  })
  expect(await move(number, 'officer')).toMatchObject({ reason: 'common.not_permitted' })
})

test('a member of another desk sees the deal and works on it; removed, it is out of sight', async () => {
  const { id, number } = await newDeal(office, entryFields)
  expect(await getDeal(as('outsider', 'deal.read'), number)).toBeNull()
  const memberId = office.actors.outsider.id
  await addMemberDeal(as('officer', 'deal.add_member'), { ...(await at(number)), memberId })
  expect((await move(number, 'outsider')).kind).toBe('done')
  const oneself = await removeMemberDeal(as('outsider', 'deal.add_member'), {
    ...(await at(number)),
    memberId,
  })
  expect(oneself).toMatchObject({ reason: 'deal.refused.not_oneself' })
  await removeMemberDeal(as('officer', 'deal.add_member'), { ...(await at(number)), memberId })
  expect(await getDeal(as('outsider', 'deal.read'), number)).toBeNull()
  // the case officer is on the team and no member
  expect(
    await office.owner`select details -> 'changes' -> 'members' as members from log_entries
      where noun = 'deal' and record_id = ${id} and verb = 'deal.add_member' order by id`,
  ).toEqual([{ members: [[], [memberId]] }, { members: [[memberId], []] }])
  const officerId = office.actors.officer.id
  expect(
    await removeMemberDeal(as('headDomestic', 'deal.add_member'), {
      ...(await at(number)),
      memberId: officerId,
    }),
  ).toMatchObject({ reason: 'deal.refused.officer_stays' })
})

test('the director hands a deal over: the desk is a dated fact, the former officer reads on and writes no more', async () => {
  const { id, number } = await newDeal(office, since)
  const deskId = office.desks.japan_korea
  const over = {
    ...(await at(number)),
    deskId,
    officerId: null,
    effectiveOn: '2026-03-01',
    reason: '日资项目',
  }
  expect((await handOverDeal(as('director', 'deal.hand_over'), over)).kind).toBe('done')
  expect(await facts(id, 'desk')).toMatchObject([
    { until: '2026-03-01' },
    { value: String(deskId), on: '2026-03-01' },
  ])
  expect(await read(number, 'officer')).toMatchObject({
    deskId,
    officerId: null,
    can: { edit: false, log: false },
  })
  expect(await read(number, 'headAsia')).toMatchObject({ can: { assign: true } })
  expect(await getDeal(as('headDomestic', 'deal.read'), number)).toBeNull()
  expect(await move(number, 'officer')).toMatchObject({ reason: 'common.not_permitted' })
})

test('a creator deletes and restores within a day, a head any time, a colleague never', async () => {
  const { id, number } = await newDeal(office)
  const one = { number, reason: null }
  expect(await deleteDeal(as('colleague', 'deal.delete'), one)).toMatchObject({
    reason: 'common.not_permitted',
  })
  expect((await deleteDeal(as('officer', 'deal.delete'), one)).kind).toBe('done')
  expect(await deleteDeal(as('officer', 'deal.delete'), one)).toEqual({ kind: 'gone' })
  expect((await read(number, 'officer')).can).toMatchObject({ restore: true, edit: false, move: false })
  expect((await restoreDeal(as('officer', 'deal.restore'), { number })).kind).toBe('done')
  await office.owner`update deals set created_at = now() - interval '25 hours' where id = ${id}`
  expect(await deleteDeal(as('officer', 'deal.delete'), one)).toMatchObject({
    reason: 'deal.refused.not_yours_to_delete',
  })
  expect((await deleteDeal(as('headDomestic', 'deal.delete'), one)).kind).toBe('done')
})

test('whatever is refused leaves no trace', async () => {
  const { id, number } = await newDeal(office)
  const before = [await log(id), await facts(id, 'stage')]
  await move(number)
  expect([await log(id), await facts(id, 'stage')]).toEqual(before)
  expect((await read(number)).version).toBe(1)
})
