import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { getTimeline } from '@/db/read/activity'
import { getLead } from '@/db/read/lead'
import { type Office, openOffice, permit, type StaffName, sayDifferent } from '@/db/testing/office'
import { logActivityInput } from '@/domain/activity/input'
import { workCalendar } from '@/domain/calendar/china'
import { addDays } from '@/domain/calendar/date'
import { addWorkingDays } from '@/domain/calendar/working-day'
import { judgeLeadInput } from '@/domain/lead/appraisal-input'
import { createLeadInput, editLeadInput } from '@/domain/lead/input'
import { contactLeadInput } from '@/domain/lead/move-input'
import { parseInput } from '@/domain/outcome'
import type { Permission } from '@/domain/policy/table'
import { deleteActivity, logActivity, planNextStep } from './activity'
import { judgeLead } from './lead-appraisal'
import { disqualifyLead, reopenLead } from './lead-close'
import { createLead } from './lead-create'
import { deleteLead, restoreLead } from './lead-delete'
import { editLead } from './lead-edit'
import { contactLead } from './lead-move'
import { addLeadMember, assignLead, handOverLead } from './lead-people'

let office: Office
let today: string
beforeAll(async () => {
  office = await openOffice()
  const [row] =
    await office.owner`select to_char((now() at time zone 'Asia/Shanghai')::date, 'YYYY-MM-DD') as today`
  today = String(row?.today)
  const { japan_korea: japanKorea, domestic } = office.desks
  await office.owner`insert into desk_routes (position, countries, desk_id) values (1, '{CN}', ${domestic}), (2, '{japan_korea}', ${japanKorea})`
  await office.owner`insert into events (number, kind, name, starts_on, ends_on, country, city, search_text, created_by, updated_by)
    values ('E-2026-0001', 'trade_fair', '518经贸洽谈会', '2026-05-18', '2026-05-21', 'CN', '廊坊', '', 1, 1)`
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const may = <P extends Permission>(who: StaffName, verb: P) => permit(office.actors[who], verb)
function read<T>(schema: Parameters<typeof parseInput<T>>[0], data: object): T {
  const parsed = parseInput(schema, data)
  if (parsed.kind !== 'done') throw new Error(JSON.stringify(parsed))
  return parsed.value
}
const card = (more: object = {}) =>
  read(createLeadInput, {
    name: '株式会社青嶋制作所',
    contactName: '中根 修',
    reachAt: '+81 3-1234-5678',
    country: 'JP',
    need: '车用连接器冲压件，租标准厂房约 3000 平方米',
    nextStep: '发送厂房清单，约电话',
    nextStepOn: addDays(today, 1),
    eventId: '1',
    ...more,
  })
async function create(who: StaffName, more: object = {}) {
  const outcome = await sayDifferent(said => createLead(may(who, 'lead.create'), card({ ...more, ...said })))
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value
}
const look = async (number: string, who: StaffName = 'director') => {
  const lead = await getLead(may(who, 'lead.read'), number)
  if (!lead) throw new Error(`no ${number}`)
  return lead
}
const contacted = (number: string, more: object = {}) =>
  read(contactLeadInput, {
    number,
    reachedName: '中根 修',
    reachedOn: today,
    nextStep: '寄样品',
    nextStepOn: today,
    ...more,
  })
async function contact(who: StaffName, number: string, more: object = {}) {
  return contactLead(may(who, 'lead.move'), contacted(number, more))
}

test('a card from a fair becomes a lead at the desk of its route, with contact, event and the answer clock', async () => {
  const { number } = await create('officer')
  const lead = await look(number)
  expect(number).toMatch(/^L-\d{4}-0001$/)
  expect(lead).toMatchObject({
    deskId: office.desks.japan_korea,
    unrouted: false,
    caseOfficerId: null,
    teamIds: [office.actors.officer.id],
    source: 'event',
    stage: 'new',
    clock: 'answer',
    clockDue: addWorkingDays(today, 1, workCalendar()),
    contact: { name: '中根 修' },
    event: { number: 'E-2026-0001' },
  })
  expect(lead.details?.phones).toEqual(['+81 3-1234-5678'])
  expect(lead.stages).toEqual([{ stage: 'new', from: today, until: null }])
})

test('an officer of that desk becomes its case officer; what no route names goes to general and is unrouted', async () => {
  const own = await look((await create('officer', { country: 'CN' })).number)
  expect(own).toMatchObject({ deskId: office.desks.domestic, caseOfficerId: office.actors.officer.id })
  const stray = await look((await create('officer', { country: 'BR' })).number)
  expect(stray).toMatchObject({ deskId: office.desks.general, unrouted: true, caseOfficerId: null })
  const chosen = await look(
    (await create('officer', { country: 'BR', deskId: String(office.desks.domestic) })).number,
  )
  expect(chosen).toMatchObject({ deskId: office.desks.domestic, unrouted: false })
})

test('a route is reordered and the next lead follows it', async () => {
  await office.owner`insert into desk_routes (position, countries, desk_id) values (3, '{JP}', ${office.desks.europe_us})`
  expect((await look((await create('officer')).number)).deskId).toBe(office.desks.japan_korea)
  await office.owner`update desk_routes set position = 0 where position = 3`
  expect((await look((await create('officer')).number)).deskId).toBe(office.desks.europe_us)
  await office.owner`delete from desk_routes where position = 0`
})

test('an intended amount keeps the rate of its day; without a rate it is kept all the same', async () => {
  const yen = await look((await create('officer', { intended: '4.2亿', intendedCurrency: 'JPY' })).number)
  expect(yen).toMatchObject({
    intendedMinor: 420_000_000n,
    intendedCurrency: 'JPY',
    intendedCny: 2_100_000_000n,
  })
  const won = await look((await create('officer', { intended: '24亿韩元' })).number)
  expect(won).toMatchObject({ intendedMinor: 2_400_000_000n, intendedCurrency: 'KRW', intendedCny: null })
})

test('a form sent twice makes one lead', async () => {
  const sent = card({ name: '送两次', reachAt: 'twice@example.com', submission: crypto.randomUUID() })
  const one = await createLead(may('officer', 'lead.create'), sent)
  const two = await createLead(may('officer', 'lead.create'), sent)
  expect(two).toEqual(one)
})

test('ids that do not exist, and a step in the past are told at their fields; without an event it is own research', async () => {
  const bad = await createLead(
    may('officer', 'lead.create'),
    card({ eventId: '99', companyId: '98', industryId: '97' }),
  )
  expect(bad).toMatchObject({
    kind: 'invalid',
    fields: { eventId: { reason: 'input.not_offered' }, companyId: {}, industryId: {} },
  })
  const past = await createLead(may('officer', 'lead.create'), card({ nextStepOn: addDays(today, -1) }))
  expect(past).toMatchObject({ fields: { nextStepOn: { reason: 'activity.next_step_past' } } })
  const own = await createLead(
    may('officer', 'lead.create'),
    card({ name: '自己查到的', reachAt: '', eventId: '' }),
  )
  expect(own.kind === 'done' && (await look(own.value.number)).source).toBe('own_research')
})

test('contacted asks no future day, sets the appraisal clock, and stands on no day before the lead', async () => {
  const { number } = await create('officer', { country: 'CN' })
  expect(await contact('officer', number, { reachedOn: addDays(today, 1) })).toMatchObject({
    fields: { reachedOn: { reason: 'date.in_future' } },
  })
  const yesterday = addDays(today, -1)
  expect(await contact('officer', number, { reachedOn: yesterday })).toMatchObject({ kind: 'done' })
  const lead = await look(number)
  expect(lead).toMatchObject({
    stage: 'contacted',
    stageSince: today,
    clock: 'appraise',
    reachedName: '中根 修',
  })
  expect(lead.clockDue).toBe(addWorkingDays(yesterday, 3, workCalendar()))
  expect(await contact('officer', number)).toMatchObject({
    kind: 'refused',
    reason: 'lead.refused.already_there',
  })
})

test('qualified asks a big lead for all six scores and a small one for a verdict alone', async () => {
  const { number } = await create('officer', { country: 'CN', intended: '5000万' })
  await contact('officer', number)
  const { version } = await look(number)
  const verdict = { number, version, verdict: 'pursue', verdictReason: '产业契合' }
  const head = may('headDomestic', 'lead.judge')
  const without = await judgeLead(head, read(judgeLeadInput, { ...verdict, score_scale: '4' }))
  expect(without.kind === 'invalid' && Object.keys(without.fields)).toEqual([
    'score_industry_fit',
    'score_market_technology',
    'score_land_energy',
    'score_environment',
    'score_fiscal_benefit',
  ])
  const all = Object.fromEntries(
    ['industry_fit', 'scale', 'market_technology', 'land_energy', 'environment', 'fiscal_benefit'].map(
      name => [`score_${name}`, '4'],
    ),
  )
  const done = await judgeLead(head, read(judgeLeadInput, { ...verdict, ...all }))
  expect(done).toMatchObject({ kind: 'done' })
  expect(await look(number)).toMatchObject({
    stage: 'qualified',
    clock: 'progress',
    clockDue: addDays(today, 14),
  })

  const small = await create('officer', { country: 'CN', intended: '4999万' })
  await contact('officer', small.number)
  const plain = { ...verdict, number: small.number, version: (await look(small.number)).version }
  expect(await judgeLead(head, read(judgeLeadInput, plain))).toMatchObject({ kind: 'done' })
})

test('disqualified with a reason, and back to where it stood by the head alone', async () => {
  const { number } = await create('officer', { country: 'CN' })
  await contact('officer', number)
  const reason = { number, reasonCode: 'no_reply', reason: '三次联系未回复' } as const
  expect(await disqualifyLead(may('officer', 'lead.disqualify'), reason)).toMatchObject({ kind: 'done' })
  expect(await look(number)).toMatchObject({
    stage: 'disqualified',
    disqualifyReason: 'no_reply',
    clock: null,
  })
  expect(() => may('officer', 'lead.reopen')).toThrow()
  const back = await reopenLead(may('headDomestic', 'lead.reopen'), { number, reason: '对方重新来函' })
  expect(back).toMatchObject({ kind: 'done' })
  expect(await look(number)).toMatchObject({ stage: 'contacted', disqualifyReason: null, clock: 'appraise' })
})

test('the colleague of the desk logs a call for him, which moves nothing and offers the move', async () => {
  const { number } = await create('officer', { country: 'CN' })
  const call = read(logActivityInput, {
    record: number,
    kind: 'call',
    happenedOn: today,
    text: '对方关心供电可靠性',
    nextStep: '发供电方案',
    nextStepOn: addDays(today, 2),
  })
  const logged = await logActivity(may('colleague', 'activity.create'), call)
  expect(logged).toMatchObject({ kind: 'done', value: { offerContacted: true } })
  const lead = await look(number)
  expect(lead).toMatchObject({
    stage: 'new',
    nextStep: '发供电方案',
    nextStepOn: addDays(today, 2),
    version: 2,
  })
  const { items } = await getTimeline(may('colleague', 'lead.read'), { noun: 'lead', id: lead.id })
  expect(items[0]).toMatchObject({
    kind: 'activity',
    text: '对方关心供电可靠性',
    by: office.actors.colleague.id,
  })
  expect(items.map(item => item.kind === 'log' && item.verb)).toEqual([false, 'lead.create'])

  expect(await logActivity(may('outsider', 'activity.create'), call)).toEqual({ kind: 'gone' })
  expect(
    await logActivity(may('colleague', 'activity.create'), { ...call, happenedOn: addDays(today, 1) }),
  ).toMatchObject({
    fields: { happenedOn: { reason: 'date.in_future' } },
  })
  if (logged.kind !== 'done') return
  const strike = { id: logged.value.activityId, restore: false }
  expect(await deleteActivity(may('officer', 'activity.delete'), strike)).toMatchObject({ kind: 'refused' })
  expect(await deleteActivity(may('headDomestic', 'activity.delete'), strike)).toMatchObject({ kind: 'done' })
})

test('an activity without a next step leaves the one that stands, and no version rises', async () => {
  const { number } = await create('officer', { country: 'CN' })
  const note = read(logActivityInput, { record: number, kind: 'note', happenedOn: today, text: '名片已归档' })
  expect(await logActivity(may('officer', 'activity.create'), note)).toMatchObject({
    value: { offerContacted: false },
  })
  expect(await look(number)).toMatchObject({ nextStep: '发送厂房清单，约电话', version: 1 })
  const later = { record: number, nextStep: '发送厂房清单，约电话', nextStepOn: addDays(today, 5) }
  expect(await planNextStep(may('colleague', 'activity.create'), later)).toMatchObject({ kind: 'done' })
  expect(await look(number)).toMatchObject({ nextStepOn: addDays(today, 5), version: 2 })
})

test('the second of two editors sees what the first one saved, in the notation of the form', async () => {
  const { number } = await create('officer', { country: 'CN', intended: '3000万' })
  const form = {
    number,
    version: 1,
    name: '青嶋',
    country: 'CN',
    need: '标准厂房',
    source: 'event',
    eventId: '1',
  }
  const first = read(editLeadInput, { ...form, intended: '3500万' })
  expect(await editLead(may('officer', 'lead.edit'), first)).toMatchObject({ kind: 'done' })
  const second = await editLead(
    may('headDomestic', 'lead.edit'),
    read(editLeadInput, { ...form, need: '自建厂房' }),
  )
  expect(second).toMatchObject({
    kind: 'conflict',
    theirs: {
      version: 2,
      by: 'officer',
      values: { intended: '35000000.00', intendedCurrency: 'CNY', need: '标准厂房', landAsked: '' },
      shown: { eventId: '518经贸洽谈会' },
    },
  })
  const lead = await look(number)
  const { items } = await getTimeline(may('officer', 'lead.read'), { noun: 'lead', id: lead.id })
  const edit = items.find(item => item.kind === 'log' && item.verb === 'lead.edit')
  expect(edit).toMatchObject({
    details: {
      changes: {
        intended: [
          { minor: '3000000000', currency: 'CNY' },
          { minor: '3500000000', currency: 'CNY' },
        ],
      },
    },
  })
})

test('somebody of another desk finds nothing of it, and a colleague may not change it', async () => {
  const { number } = await create('officer', { country: 'CN' })
  expect(await getLead(may('outsider', 'lead.read'), number)).toBeNull()
  expect(await contact('outsider', number)).toEqual({ kind: 'gone' })
  expect(await contact('colleague', number)).toEqual({ kind: 'refused', reason: 'common.not_permitted' })
})

test('the head assigns one of the desk and nobody else', async () => {
  const { number } = await create('officer', { country: 'CN' })
  const assign = (officerId: number) => assignLead(may('headDomestic', 'lead.assign'), { number, officerId })
  expect(await assign(office.actors.outsider.id)).toMatchObject({ fields: { officerId: {} } })
  expect(await assign(office.actors.colleague.id)).toMatchObject({ kind: 'done' })
  expect(await look(number)).toMatchObject({
    caseOfficerId: office.actors.colleague.id,
    teamIds: [office.actors.officer.id, office.actors.colleague.id],
  })
})

test('a member of another desk sees it from then on', async () => {
  const { number } = await create('officer', { country: 'CN' })
  const add = { number, memberId: office.actors.outsider.id }
  expect(await addLeadMember(may('officer', 'lead.add_member'), add)).toMatchObject({ kind: 'done' })
  expect((await look(number, 'outsider')).teamIds).toContain(office.actors.outsider.id)
  const lines = await office.owner`select details -> 'changes' -> 'members' as members from log_entries
    where verb = 'lead.add_member' and record_id = (select id from leads where number = ${number})`
  expect(lines).toEqual([{ members: [[], [add.memberId]] }])
})

test('the director hands it over: desk, no officer, no longer unrouted, and the former team reads on', async () => {
  const { number } = await create('officer', { country: 'BR' })
  const over = { number, deskId: office.desks.japan_korea, reason: '东南亚由日韩部负责' }
  expect(await handOverLead(may('director', 'lead.hand_over'), over)).toMatchObject({ kind: 'done' })
  const lead = await look(number, 'officer')
  expect(lead).toMatchObject({
    deskId: office.desks.japan_korea,
    unrouted: false,
    caseOfficerId: null,
    teamIds: [],
  })
  expect(await contact('officer', number)).toMatchObject({ kind: 'refused' })
})

test('an officer deletes his own of the day and takes it back; a colleague of the team may not', async () => {
  const { number } = await create('officer', { country: 'CN' })
  await addLeadMember(may('officer', 'lead.add_member'), { number, memberId: office.actors.colleague.id })
  expect(await deleteLead(may('colleague', 'lead.delete'), { number })).toMatchObject({ kind: 'refused' })
  expect(await deleteLead(may('officer', 'lead.delete'), { number })).toMatchObject({ kind: 'done' })
  expect(await contact('officer', number)).toEqual({ kind: 'gone' })
  expect(await restoreLead(may('officer', 'lead.restore'), { number })).toMatchObject({ kind: 'done' })
  await office.owner`update leads set created_at = now() - interval '2 days' where number = ${number}`
  expect(await deleteLead(may('officer', 'lead.delete'), { number })).toMatchObject({ kind: 'refused' })
  expect(await deleteLead(may('headDomestic', 'lead.delete'), { number })).toMatchObject({ kind: 'done' })
  expect((await look(number)).deletedAt).not.toBeNull()
})
