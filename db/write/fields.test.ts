import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { getLead } from '@/db/read/lead'
import { aDeal, aLead, castOf, type Scene } from '@/db/testing/door'
import { openOffice, permit } from '@/db/testing/office'
import { planNextStep } from './activity'
import { assignDeal } from './deal-team'
import { editCompanyFields, editLeadFields } from './fields'
import { assignLead } from './lead-people'

let scene: Scene
beforeAll(async () => {
  const office = await openOffice()
  scene = { office, cast: await castOf(office), owner: office.owner, today: '' }
  const [row] =
    await office.owner`select to_char((now() at time zone 'Asia/Shanghai')::date, 'YYYY-MM-DD') as today`
  scene.today = row?.today
})
afterAll(async () => {
  await closePools()
  await scene.owner.end()
})

const edit = () => permit(scene.cast.caseOfficer, 'lead.edit')

test('one field changes, all others stay, and the log tells that one', async () => {
  const { number, version, id } = await aLead(scene)
  const read = () => getLead(permit(scene.cast.director, 'lead.read'), number)
  const before = await read()
  expect(
    await editLeadFields(edit(), { number, version, values: { intended: '2亿', intendedCurrency: 'CNY' } }),
  ).toMatchObject({
    kind: 'done',
  })
  const after = await read()
  expect(after).toMatchObject({ intendedMinor: 20_000_000_000n, version: version + 1 })
  for (const field of [
    'name',
    'country',
    'province',
    'need',
    'source',
    'introducedBy',
    'landAsked',
    'note',
    'stage',
  ] as const)
    expect(after?.[field], field).toEqual(before?.[field])
  const [line] = await scene.owner`
    select details from log_entries where noun = 'lead' and record_id = ${id} and verb = 'lead.edit' order by id desc limit 1`
  expect(Object.keys(line?.details.changes)).toEqual(['intended'])
})

test('two who change one cell: the second is shown what the first saved, and by whom', async () => {
  const { number, version } = await aLead(scene)
  const save = (need: string) => editLeadFields(edit(), { number, version, values: { need } })
  const both = await Promise.all([save('甲的需求'), save('乙的需求')])
  expect(both.map(({ kind }) => kind).sort()).toEqual(['conflict', 'done'])
  const lost = both.find(({ kind }) => kind === 'conflict')
  expect(lost).toMatchObject({ theirs: { version: version + 1, by: 'officer' } })
  const stands = (await getLead(permit(scene.cast.director, 'lead.read'), number))?.need
  expect((lost as { theirs: { values: { need: string } } }).theirs.values.need).toBe(stands)
})

test('what the form refuses is refused in the cell, by the same reason', async () => {
  const { number, version } = await aLead(scene)
  expect(await editLeadFields(edit(), { number, version, values: { intended: '很多' } })).toMatchObject({
    kind: 'invalid',
    fields: { intended: expect.anything() },
  })
  expect(await editLeadFields(edit(), { number, version, values: { name: '' } })).toMatchObject({
    fields: { name: { reason: 'text.required' } },
  })
  const stranger = permit(scene.cast.outsider, 'lead.edit')
  expect(await editLeadFields(stranger, { number, version, values: { need: 'x' } })).toEqual({ kind: 'gone' })
  const colleague = permit(scene.cast.colleague, 'lead.edit')
  expect(await editLeadFields(colleague, { number, version, values: { need: 'x' } })).toMatchObject({
    kind: 'refused',
  })
})

test('a company’s province goes with its country', async () => {
  const { owner, cast } = scene
  await owner`insert into companies (number, name, country, province, name_key, search_text, created_by, updated_by)
    values ('C-2026-7001', '省内企业', 'CN', '32', 'x', 'x', ${cast.caseOfficer.id}, ${cast.caseOfficer.id})`
  const staff = permit(cast.caseOfficer, 'company.edit')
  const done = await editCompanyFields(staff, {
    number: 'C-2026-7001',
    version: 1,
    values: { country: 'JP' },
  })
  expect(done).toMatchObject({ kind: 'done' })
  const [row] = await owner`select country, province from companies where number = 'C-2026-7001'`
  expect(row).toEqual({ country: 'JP', province: null })
})

test('next step and officer ask for the version too where it is given', async () => {
  const [lead, deal] = [await aLead(scene), await aDeal(scene)]
  const stale = { version: 99, nextStep: '拜访', nextStepOn: scene.today }
  const cover = permit(scene.cast.colleague, 'activity.create')
  expect(await planNextStep(cover, { record: lead.number, ...stale })).toMatchObject({
    kind: 'conflict',
    theirs: { version: lead.version, values: { nextStep: '回电' } },
  })
  const officerId = scene.cast.colleague.id
  expect(
    await assignLead(permit(scene.cast.director, 'lead.assign'), {
      number: lead.number,
      version: 99,
      officerId,
    }),
  ).toMatchObject({ kind: 'conflict', theirs: { values: { officerId: scene.cast.caseOfficer.id } } })
  expect(
    await assignDeal(permit(scene.cast.director, 'deal.assign'), {
      number: deal.number,
      version: 99,
      officerId,
    }),
  ).toMatchObject({ kind: 'conflict', theirs: { values: { officerId: String(scene.cast.caseOfficer.id) } } })
})
