import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closePools, pool } from '@/db/client'
import { doChore } from '@/db/housekeeping/chore'
import { dealDue } from '@/db/housekeeping/deal-due'
import { countDeals } from '@/db/read/deal'
import { getDeal } from '@/db/read/deal-record'
import { listProcedures, listTemplates, overdueProcedures } from '@/db/read/procedure'
import { closeCapital, entryFields, newDeal } from '@/db/testing/deal'
import { type Office, openOffice, permit, type StaffName } from '@/db/testing/office'
import { aProcedure, templates } from '@/db/testing/work'
import { addDays } from '@/domain/calendar/date'
import { defaultDealFilter } from '@/domain/deal/filter'
import * as verb from '@/domain/deal/verb-input'
import { parseInput } from '@/domain/outcome'
import * as form from '@/domain/procedure/input'
import { moveDeal, undoMoveDeal } from './deal-move'
import { confirmDeal, proposeDeal } from './deal-proposal'
import { assignDeal } from './deal-team'
import { createProcedure, editProcedure, startProceduresOf } from './procedure'
import { completeProcedure, deleteProcedure, reopenProcedure, waiveProcedure } from './procedure-settle'
import { createTemplate, editTemplate, stepTemplate } from './procedure-template'

let office: Office
let today: string
beforeAll(async () => {
  office = await openOffice()
  const [row] =
    await office.owner`select to_char((now() at time zone 'Asia/Shanghai')::date, 'YYYY-MM-DD') as today`
  today = row?.today
  await templates(office.owner)
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const read = <T>(schema: Parameters<typeof parseInput<T>>[0], said: object): T => {
  const parsed = parseInput(schema, said)
  if (parsed.kind !== 'done') throw new Error(JSON.stringify(parsed))
  return parsed.value
}
const actor = (who: StaffName) => office.actors[who]
const record = async (number: string) => {
  const deal = await getDeal(permit(actor('director'), 'deal.read'), number)
  if (!deal) throw new Error('no deal')
  return deal
}
const stepsOf = async (id: number) =>
  (await listProcedures(permit(actor('director'), 'procedure.read'), id)).steps
const complete = (id: number, version = 1, more: object = {}, who: StaffName = 'officer') =>
  completeProcedure(
    permit(actor(who), 'procedure.complete'),
    read(form.completeProcedureInput, { id, version, ...more }),
  )
const waive = (id: number, version = 1, who: StaffName = 'headDomestic') =>
  waiveProcedure(
    permit(actor(who), 'procedure.waive'),
    read(form.waiveProcedureInput, { id, version, reason: '租用厂房，免用地预审' }),
  )

async function entered() {
  const deal = await newDeal(office, entryFields)
  const moved = await moveDeal(
    permit(actor('officer'), 'deal.move'),
    read(verb.moveDealInput, { ...deal, to: 'entry_procedures' }),
  )
  if (moved.kind !== 'done') throw new Error(JSON.stringify(moved))
  return { ...deal, version: moved.value.version }
}

describe('with entry a deal gets the steps of the list', () => {
  test('in their order, each due after those before it, and the move says so', async () => {
    const deal = await entered()
    const steps = await stepsOf(deal.id)
    expect(steps.map(({ name, mandatory }) => [name, mandatory])).toEqual([
      ['名称核准', true],
      ['备案', true],
      ['环评', false],
    ])
    const [first, second, third] = steps
    expect([second?.afterIds, third?.afterIds]).toEqual([[first?.id], [first?.id]])
    expect(String(first?.dueOn) < String(second?.dueOn)).toBe(true)
    const [line] =
      await office.owner`select details from log_entries where noun = 'deal' and record_id = ${deal.id} and verb = 'deal.move'`
    expect(line?.details.procedures).toEqual(['名称核准', '备案', '环评'])
  })

  test('a move that is undone takes them back, but for what somebody has touched', async () => {
    const deal = await entered()
    const [first] = await stepsOf(deal.id)
    await complete(Number(first?.id))
    const undone = await undoMoveDeal(permit(actor('officer'), 'deal.undo_move'), { number: deal.number })
    expect(undone.kind).toBe('done')
    expect((await stepsOf(deal.id)).map(({ name }) => name)).toEqual(['名称核准'])
  })

  test('by choice as well, before it moves; what is there already is not added again', async () => {
    const deal = await newDeal(office)
    const { offered } = await listProcedures(permit(actor('officer'), 'procedure.read'), deal.id)
    const start = () =>
      startProceduresOf(
        permit(actor('officer'), 'procedure.create'),
        read(form.startProceduresInput, { number: deal.number, templates: offered.map(({ id }) => id) }),
      )
    expect(await start()).toMatchObject({ value: { added: ['名称核准', '备案', '环评'] } })
    expect(await start()).toMatchObject({ value: { added: [] } })
    expect(await stepsOf(deal.id)).toHaveLength(3)
  })
})

describe('a step is settled', () => {
  test('on a day that is not ahead, with its number; twice is refused, an older page is a conflict', async () => {
    const deal = await newDeal(office)
    const id = await aProcedure(actor('officer'), deal.number)
    expect(await complete(id, 1, { doneOn: addDays(today, 1) })).toMatchObject({
      fields: { doneOn: { reason: 'date.in_future' } },
    })
    expect((await complete(id, 1, { documentNumber: '备〔2026〕7号' })).kind).toBe('done')
    expect((await complete(id, 1)).kind).toBe('conflict')
    expect(await complete(id, 2)).toMatchObject({ reason: 'procedure.refused.settled' })
    expect(await stepsOf(deal.id)).toMatchObject([{ doneOn: today, documentNumber: '备〔2026〕7号' }])
  })

  test('out of its order only with a reason, which is kept', async () => {
    const deal = await newDeal(office)
    const before = await aProcedure(actor('officer'), deal.number, { name: '备案' })
    const id = await aProcedure(actor('officer'), deal.number, { name: '环评', after: [before] })
    expect(await complete(id)).toMatchObject({
      fields: { reason: { reason: 'procedure.out_of_order', values: { names: '备案' } } },
    })
    expect((await complete(id, 1, { reason: '部门已先行批复' })).kind).toBe('done')
    const [line] =
      await office.owner`select details from log_entries where record_id = ${deal.id} and verb = 'procedure.complete'`
    expect(line?.details).toMatchObject({ reason: '部门已先行批复', outOfOrder: true })
  })

  test('waived by a head or the director with a reason, taken back by them alone', async () => {
    const deal = await newDeal(office)
    const id = await aProcedure(actor('officer'), deal.number, { mandatory: 'on' })
    expect((await waive(id, 1)).kind).toBe('done')
    const reopen = (who: StaffName) =>
      reopenProcedure(
        permit(actor(who), 'procedure.reopen'),
        read(form.reopenProcedureInput, { id, version: 2, reason: '改为新建' }),
      )
    expect(await reopen('officer')).toMatchObject({ kind: 'refused', reason: 'common.not_permitted' })
    expect((await reopen('headDomestic')).kind).toBe('done')
    expect(await stepsOf(deal.id)).toMatchObject([{ waivedAt: null, waivedReason: null }])
  })

  test('a mandatory one is not deleted by an officer, another is, and comes back', async () => {
    const deal = await newDeal(office)
    const must = await aProcedure(actor('officer'), deal.number, { mandatory: 'on' })
    const may = await aProcedure(actor('officer'), deal.number, { name: '可选' })
    const strike = (id: number, restore = false) =>
      deleteProcedure(permit(actor('officer'), 'procedure.delete'), { id, restore })
    expect(await strike(must)).toMatchObject({ reason: 'procedure.refused.mandatory' })
    expect((await strike(may)).kind).toBe('done')
    expect((await strike(may, true)).kind).toBe('done')
  })

  test('of two at once one settles it', async () => {
    const deal = await newDeal(office)
    const id = await aProcedure(actor('officer'), deal.number)
    const both = await Promise.all([complete(id), waive(id)])
    expect(both.map(({ kind }) => kind).sort()).toEqual(['conflict', 'done'])
  })
})

describe('the gate of an approval', () => {
  const approval = {
    approvalAuthority: '区管委会',
    approvalNumber: '12 号',
    approvalOn: '2026-02-01',
    agreementOn: '2026-01-28',
    agreementReference: '协议 3 号',
  }
  const propose = async (number: string) =>
    proposeDeal(
      permit(actor('officer'), 'deal.propose'),
      read(verb.proposeDealInput, {
        number,
        version: (await record(number)).version,
        ...approval,
        effectiveOn: today,
      }),
    )
  const settle = async (dealId: number) => {
    const [first, second] = await stepsOf(dealId)
    await complete(Number(first?.id))
    await waive(Number(second?.id))
    return { first, second }
  }

  test('asks for every mandatory step, and is asked again when it is confirmed', async () => {
    const deal = await entered()
    await closeCapital(office, deal.id)
    expect((await record(deal.number)).requirements).toContainEqual({
      field: 'procedures',
      met: false,
      who: actor('officer').id,
    })
    expect(await propose(deal.number)).toMatchObject({
      reason: 'deal.refused.missing',
      missing: [{ field: 'procedures', who: 'case_officer' }],
    })
    const { first } = await settle(deal.id)
    expect((await record(deal.number)).procedures).toMatchObject({ total: 3, settled: 2, blocking: 0 })
    const proposed = await propose(deal.number)
    if (proposed.kind !== 'done') throw new Error(JSON.stringify(proposed))
    const reopened = await reopenProcedure(
      permit(actor('officer'), 'procedure.reopen'),
      read(form.reopenProcedureInput, { id: first?.id, version: 2, reason: '退回补正' }),
    )
    expect(reopened.kind).toBe('done')
    const confirm = () =>
      confirmDeal(permit(actor('headDomestic'), 'deal.confirm'), {
        number: deal.number,
        proposalId: proposed.value.proposalId,
      })
    expect(await confirm()).toMatchObject({
      reason: 'deal.refused.missing',
      missing: [{ field: 'procedures' }],
    })
    await complete(Number(first?.id), 3)
    expect((await confirm()).kind).toBe('done')
  })
})

test('an officer of the step who leaves it to another takes it along; nobody changes one under another verb', async () => {
  const { owner } = office
  const deal = await newDeal(office)
  const id = await aProcedure(actor('officer'), deal.number, { officerId: actor('officer').id })
  await assignDeal(
    permit(actor('headDomestic'), 'deal.assign'),
    read(verb.assignDealInput, { ...(await record(deal.number)), officerId: actor('colleague').id }),
  )
  expect(await stepsOf(deal.id)).toMatchObject([{ officerId: actor('colleague').id }])
  const raw = (said: string, set: string) =>
    owner.begin(async tx => {
      await tx`select set_config('role', 'sees_all', true), set_config('app.user', '1', true), set_config('app.role', 'director', true), set_config('app.writes', 'all', true), set_config('app.verb', ${said}, true)`
      await tx.unsafe(`update procedures set ${set} where id = ${id}`)
    })
  await expect(raw('deal.edit', "name = 'x'")).rejects.toThrow(/may not change a procedure/)
  await expect(raw('procedure.edit', 'mandatory = not mandatory')).rejects.toThrow(/is waived/)
  await expect(
    raw('procedure.complete', "waived_at = now(), waived_by = 1, waived_reason = 'x'"),
  ).rejects.toThrow(/may not waive/)
})

test('who cannot see the deal does not get a step of it, and a round is refused', async () => {
  const deal = await newDeal(office)
  const one = await aProcedure(actor('officer'), deal.number, { name: '甲' })
  const two = await aProcedure(actor('officer'), deal.number, { name: '乙', after: [one] })
  const given = await createProcedure(
    permit(actor('officer'), 'procedure.create'),
    read(form.createProcedureInput, { number: deal.number, name: '丙', officerId: actor('outsider').id }),
  )
  expect(given).toMatchObject({ fields: { officerId: { reason: 'task.assignee_does_not_see' } } })
  const edit = await editProcedure(
    permit(actor('officer'), 'procedure.edit'),
    read(form.editProcedureInput, { id: one, version: 1, name: '甲', after: [two] }),
  )
  expect(edit).toMatchObject({ fields: { after: { reason: 'procedure.goes_round' } } })
})

test('the log says what changed of a step, and steps by their names', async () => {
  const deal = await newDeal(office)
  const one = await aProcedure(actor('officer'), deal.number, { name: '甲' })
  const two = await aProcedure(actor('officer'), deal.number, { name: '乙', dueOn: '2099-03-02' })
  const edited = await editProcedure(
    permit(actor('officer'), 'procedure.edit'),
    read(form.editProcedureInput, { id: two, version: 1, name: '乙', dueOn: '2099-03-09', after: [one] }),
  )
  expect(edited.kind).toBe('done')
  const [line] =
    await office.owner`select details from log_entries where noun = 'deal' and record_id = ${deal.id} order by id desc limit 1`
  expect(line?.details.changes).toEqual({ dueOn: ['2099-03-02', '2099-03-09'], after: [[], ['甲']] })
})

test('overdue: told once, to whoever sees to it; listed, filtered, and not of a deal that is held', async () => {
  const { owner } = office
  const deal = await newDeal(office)
  const held = await newDeal(office, { name: '暂缓项目' })
  for (const number of [deal.number, held.number])
    await aProcedure(actor('officer'), number, { name: '用地预审', dueOn: '2026-01-05' })
  await owner`update deals set status = 'on_hold', review_on = ${addDays(today, -1)} where id = ${held.id}`
  await owner`update zones set timezone = 'Asia/Shanghai'`
  const sql = await pool('housekeeping')
  // nobody is told before eight, when it is eight to sixteen there
  await owner`update zones set timezone = case when extract(hour from now() at time zone 'Asia/Shanghai') >= 8 then timezone else 'America/Los_Angeles' end`
  await doChore(sql, { ...dealDue, every: 0 })
  await doChore(sql, { ...dealDue, every: 0 })
  const told =
    await owner`select user_id, details from notifications where kind = 'procedure_overdue' and record_id = ${deal.id}`
  expect(told).toMatchObject([
    {
      user_id: String(actor('officer').id),
      details: { text: '用地预审', path: `/deals/${deal.number}/procedures` },
    },
  ])
  const holds = await owner`select record_id from notifications where kind = 'hold_over'`
  expect(holds.map(row => Number(row.record_id))).toEqual([held.id])
  expect(
    await owner`select 1 from notifications where kind = 'procedure_overdue' and record_id = ${held.id}`,
  ).toHaveLength(0)
  const mine = await overdueProcedures(permit(actor('officer'), 'procedure.read'), { mine: true })
  expect(mine.rows.map(({ number }) => number)).toEqual([deal.number])
  expect((await overdueProcedures(permit(actor('colleague'), 'procedure.read'), { mine: true })).total).toBe(
    0,
  )
  const count = async (changes: object) =>
    (await countDeals(permit(actor('director'), 'deal.read'), { ...defaultDealFilter, ...changes })).total
      .count
  expect(await count({ procedureOverdue: true })).toBe(1)
  expect(await count({ statuses: ['on_hold'], reviewDue: true })).toBe(1)
})

describe('the list of steps', () => {
  const admin = () => permit(actor('admin'), 'procedure_template.edit')
  const named = async (name: string) => (await listTemplates(admin())).find(one => one.name === name)

  test('grows, changes, is put in another order; a name once, and no round', async () => {
    const create = (said: object) =>
      createTemplate(
        permit(actor('admin'), 'procedure_template.create'),
        read(form.createTemplateInput, said),
      )
    const first = await named('名称核准')
    const made = await create({
      name: '规划许可',
      name_en: 'Planning permit',
      mandatory: 'on',
      days: '15',
      after: [first?.id],
    })
    expect(made.kind).toBe('done')
    expect(await create({ name: '规划许可' })).toMatchObject({
      fields: { name: { reason: 'procedure.name_taken' } },
    })
    const planning = await named('规划许可')
    expect(planning).toMatchObject({
      names: { en: 'Planning permit' },
      days: 15,
      afterIds: [first?.id],
      mandatory: true,
    })
    const round = await editTemplate(
      admin(),
      read(form.editTemplateInput, {
        id: first?.id,
        version: 1,
        name: '名称核准',
        after: [planning?.id],
        active: 'on',
      }),
    )
    expect(round).toMatchObject({ fields: { after: { reason: 'procedure.goes_round' } } })
    await stepTemplate(admin(), { id: Number(planning?.id), by: 'up' })
    expect((await listTemplates(admin())).map(({ name }) => name)).toEqual([
      '名称核准',
      '备案',
      '规划许可',
      '环评',
    ])
  })

  test('what is no longer used is not given to a deal that enters', async () => {
    const planning = await named('规划许可')
    const edit = (version: number | undefined) =>
      editTemplate(admin(), read(form.editTemplateInput, { id: planning?.id, version, name: '规划许可' }))
    expect((await edit(planning?.version)).kind).toBe('done')
    expect((await edit(planning?.version)).kind).toBe('conflict')
    const deal = await entered()
    expect((await stepsOf(deal.id)).map(({ name }) => name)).not.toContain('规划许可')
  })
})
