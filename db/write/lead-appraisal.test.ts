import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { frameState } from '@/db/read/frame'
import { getLead } from '@/db/read/lead'
import { appraisalsToJudge } from '@/db/read/lead-appraisal'
import { aLead, castOf, type Scene } from '@/db/testing/door'
import { input } from '@/db/testing/door-write'
import { openOffice, permit, type StaffName } from '@/db/testing/office'
import {
  appraiseLeadInput,
  judgeLeadInput,
  returnLeadInput,
  tellLeadInput,
} from '@/domain/lead/appraisal-input'
import { criteria } from '@/domain/lead/lead'
import { contactLeadInput } from '@/domain/lead/move-input'
import { parseInput } from '@/domain/outcome'
import { appraiseLead, judgeLead, returnLead } from './lead-appraisal'
import { disqualifyLead } from './lead-close'
import { editLead } from './lead-edit'
import { contactLead } from './lead-move'
import { tellLead } from './lead-tell'

let scene: Scene
beforeAll(async () => {
  const office = await openOffice()
  const [row] =
    await office.owner`select to_char((now() at time zone 'Asia/Shanghai')::date, 'YYYY-MM-DD') as today`
  scene = { office, cast: await castOf(office), owner: office.owner, today: row?.today }
})
afterAll(async () => {
  await closePools()
  await scene.owner.end()
})

const may = (who: StaffName, verb: Parameters<typeof permit>[1]) =>
  permit(scene.office.actors[who], verb) as never
const look = async (number: string) => {
  const lead = await getLead(may('director', 'lead.read'), number)
  if (!lead) throw new Error(number)
  return lead
}
const verdict = { verdict: 'pursue', verdictReason: '产业契合' }
const six = Object.fromEntries(criteria.map(name => [`score_${name}`, '4']))

/** Contacted today by its officer; with `big` above the threshold. */
async function contacted(big = false) {
  const { number, id } = await aLead(scene)
  const reached = {
    number,
    reachedName: '王女士',
    reachedOn: scene.today,
    nextStep: '再谈',
    nextStepOn: scene.today,
  }
  await contactLead(may('officer', 'lead.move'), input(contactLeadInput, reached))
  if (big) await scene.owner`update leads set intended_cny = 5000000000 where id = ${id}`
  return number
}
const ask = (number: string, more: object = {}) =>
  appraiseLead(may('officer', 'lead.appraise'), input(appraiseLeadInput, { number, ...verdict, ...more }))
const judge = async (number: string, more: object = {}, who: StaffName = 'headDomestic') => {
  const { version } = await look(number)
  return judgeLead(may(who, 'lead.judge'), input(judgeLeadInput, { number, version, ...verdict, ...more }))
}

test('an officer asks, the head of the desk is told and gives the verdict, the officer is told', async () => {
  const number = await contacted(true)
  expect(await ask(number)).toMatchObject({ kind: 'invalid' })
  expect(await ask(number, six)).toMatchObject({ kind: 'done', value: { stage: 'contacted' } })
  const head = may('headDomestic', 'day.read')
  expect((await appraisalsToJudge(head)).map(one => one.number)).toEqual([number])
  expect((await frameState(head)).waiting.day).toBe(1)
  expect(await appraisalsToJudge(may('headAsia', 'day.read'))).toEqual([])

  expect(await judge(number, { ...six, score_scale: '2' })).toMatchObject({ value: { stage: 'qualified' } })
  const lead = await look(number)
  expect(lead).toMatchObject({
    stage: 'qualified',
    verdict: 'pursue',
    clock: 'progress',
    scores: { scale: 2 },
  })
  expect(lead.appraisals[0]).toMatchObject({
    decision: 'given',
    askedScores: { scale: 4 },
    scores: { scale: 2 },
    weights: { industry_fit: 20 },
  })
  expect((await frameState(head)).waiting.day).toBe(0)
  const told = await scene.owner`
    select n.kind, u.login from notifications n join users u on u.id = n.user_id where n.record_id = ${lead.id} order by n.id`
  expect(told.map(({ kind, login }) => `${kind} ${login}`)).toEqual([
    'appraisal_asked director',
    'appraisal_asked headdomestic',
    'appraised officer',
  ])
})

test('an officer gives no verdict, nor does the head of another desk who is a member of the lead', async () => {
  const number = await contacted()
  expect(() => may('officer', 'lead.judge')).toThrow()
  await scene.owner`update leads set team_ids = team_ids || ${scene.office.actors.headAsia.id}::bigint where number = ${number}`
  expect(await judge(number, {}, 'headAsia')).toEqual({ kind: 'refused', reason: 'common.not_permitted' })
  expect(await judge(number, {}, 'director')).toMatchObject({ kind: 'done' })
})

test('two heads at once: the second is shown the verdict of the first', async () => {
  const number = await contacted()
  const { version } = await look(number)
  const given = (verdict: string, who: StaffName) =>
    judgeLead(
      may(who, 'lead.judge'),
      input(judgeLeadInput, { number, version, verdict, verdictReason: verdict }),
    )
  const outcomes = await Promise.all([given('pursue', 'headDomestic'), given('decline', 'director')])
  expect(outcomes.map(one => one.kind).sort()).toEqual(['conflict', 'done'])
  const stands = (await look(number)).verdict
  expect(outcomes.find(one => one.kind === 'conflict')).toMatchObject({
    theirs: { values: { verdict: stands } },
  })
})

test('it is judged as it was on the screen: asked anew meanwhile is a conflict', async () => {
  const number = await contacted()
  await ask(number)
  const { version } = await look(number)
  expect(await ask(number, { verdict: 'watch' })).toMatchObject({ kind: 'done' })
  const late = input(returnLeadInput, { number, version, reason: '材料不全' })
  expect(await returnLead(may('headDomestic', 'lead.return'), late)).toMatchObject({ kind: 'conflict' })
  const [n] =
    await scene.owner`select count(*)::int as n from lead_appraisals a join leads l on l.id = a.lead_id where l.number = ${number}`
  expect(n?.n).toBe(1)
})

test('returned with a reason it may be asked for again; what does not wait cannot be returned', async () => {
  const number = await contacted()
  const back = async () => {
    const { version } = await look(number)
    return returnLead(
      may('headDomestic', 'lead.return'),
      input(returnLeadInput, { number, version, reason: '先核实资金' }),
    )
  }
  expect(await back()).toMatchObject({ reason: 'lead.refused.nothing_waits' })
  await ask(number)
  expect(await back()).toMatchObject({ kind: 'done' })
  expect(await look(number)).toMatchObject({ stage: 'contacted', clock: 'appraise', verdict: null })
  expect(await ask(number)).toMatchObject({ kind: 'done' })
  expect((await look(number)).appraisals.map(one => one.decision)).toEqual([null, 'returned'])
})

test('declined it stands where it stood, its appraisal is done, and it can only be closed', async () => {
  const number = await contacted()
  expect(await judge(number, { verdict: 'decline', verdictReason: '能耗过高' })).toMatchObject({
    value: { stage: 'contacted' },
  })
  expect(await look(number)).toMatchObject({ verdict: 'decline', clock: 'progress' })
  const reason = { number, reasonCode: 'land_or_energy', reason: '能耗过高' } as const
  expect(await disqualifyLead(may('officer', 'lead.disqualify'), reason)).toMatchObject({ kind: 'done' })
})

test('a watched lead is appraised anew; one that is pursued is not asked for again', async () => {
  const number = await contacted()
  await judge(number, { verdict: 'watch' })
  expect(await ask(number)).toMatchObject({ kind: 'done' })
  expect(await judge(number)).toMatchObject({ value: { stage: 'qualified' } })
  expect(await look(number)).toMatchObject({ verdict: 'pursue' })
  expect(await ask(number)).toMatchObject({ reason: 'lead.refused.appraised' })
})

test.each([
  [{ score_scale: '6' }, 'score_scale', 'input.too_big'],
  [{ score_scale: '-1' }, 'score_scale', 'input.too_small'],
  [{ score_scale: '2.5' }, 'score_scale', 'input.wrong_kind'],
  [{ score_scale: 'five' }, 'score_scale', 'input.wrong_kind'],
  [{ verdict: 'yes' }, 'verdict', 'input.required'],
  [{ verdictReason: ' ' }, 'verdictReason', 'text.required'],
])('%j is no appraisal', (wrong, field, reason) => {
  const form = { number: 'L-2026-0001', version: '1', ...verdict, ...wrong }
  expect(parseInput(judgeLeadInput, form)).toMatchObject({ kind: 'invalid', fields: { [field]: { reason } } })
})

test('whoever introduced it is told once, on no future day and none before the lead; kept by the day of entry', async () => {
  const { number, id } = await aLead(scene)
  const tell = (more: object = {}) =>
    tellLead(
      may('officer', 'lead.tell'),
      input(tellLeadInput, { number, toldOn: scene.today, toldHow: 'call', toldText: '已约见', ...more }),
    )
  expect(await tell()).toMatchObject({ reason: 'lead.refused.nobody_introduced' })
  const { version } = await look(number)
  const named = { number, version, name: '来访客商', country: 'CN', need: '找厂房', source: 'referral' }
  await editLead(may('officer', 'lead.edit'), {
    ...named,
    introducedBy: '贸促会',
    companyId: null,
    contactName: null,
    reachAt: null,
    eventId: null,
    industryId: null,
    province: null,
    landAsked: false,
    note: null,
    intended: null,
  } as never)
  expect((await look(number)).tellDue).not.toBeNull()
  expect(await tell({ toldOn: '2099-01-01' })).toMatchObject({
    fields: { toldOn: { reason: 'date.in_future' } },
  })
  expect(await tell({ toldOn: '2020-01-01' })).toMatchObject({
    fields: { toldOn: { reason: 'lead.told_before_lead' } },
  })
  // backdated: it ran out yesterday, and a day before that is named
  await scene.owner`update leads set tell_due = ${scene.today}::date - 1, created_at = now() - interval '9 days' where id = ${id}`
  const [day] = await scene.owner`select to_char(${scene.today}::date - 3, 'YYYY-MM-DD') as day`
  expect(await tell({ toldOn: day?.day })).toMatchObject({ kind: 'done' })
  expect(await look(number)).toMatchObject({ tellDue: null, toldOn: day?.day, toldHow: 'call' })
  const results = await scene.owner`select kind, kept from clock_results where lead_id = ${id}`
  expect([...results]).toEqual([{ kind: 'tell', kept: false }])
  expect(await tell()).toMatchObject({ reason: 'lead.refused.told_already' })
})
