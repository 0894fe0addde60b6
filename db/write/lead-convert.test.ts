import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { getLead } from '@/db/read/lead'
import { type Office, openOffice, permit, type StaffName, sayDifferent } from '@/db/testing/office'
import { createLeadInput } from '@/domain/lead/input'
import { contactLeadInput, convertLeadInput } from '@/domain/lead/move-input'
import { type Outcome, parseInput } from '@/domain/outcome'
import { convertLead } from './lead-convert'
import { createLead } from './lead-create'
import { contactLead } from './lead-move'

let office: Office
let today: string
beforeAll(async () => {
  office = await openOffice()
  const [row] =
    await office.owner`select to_char((now() at time zone 'Asia/Shanghai')::date, 'YYYY-MM-DD') as today`
  today = String(row?.today)
  await office.owner`insert into desk_routes (position, countries, desk_id) values (1, '{CN}', ${office.desks.domestic})`
  await office.owner`insert into companies (number, name, country, name_key, match_keys, search_text, created_by, updated_by) values ('C-2026-0900', '北辰冷暖设备有限公司', 'CN', '北辰冷暖设备', '{n:北辰冷暖设备}', '', 1, 1)`
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

function read<T>(schema: Parameters<typeof parseInput<T>>[0], data: object): T {
  const parsed = parseInput(schema, data)
  if (parsed.kind !== 'done') throw new Error(JSON.stringify(parsed))
  return parsed.value
}
function value<T>(outcome: Outcome<T>): T {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value
}
async function lead(more: object = {}, reach = true): Promise<string> {
  const card = {
    name: '晟铸精机股份有限公司',
    contactName: '廖经理',
    reachAt: 'sc-liao',
    country: 'CN',
    need: '熔模铸造，两期投产',
    source: 'visit',
    nextStep: '陪同踏勘 B-07 地块',
    nextStepOn: today,
    ...more,
  }
  const { number } = value(
    await sayDifferent(said =>
      createLead(permit(office.actors.officer, 'lead.create'), read(createLeadInput, { ...card, ...said })),
    ),
  )
  const reached = {
    number,
    reachedName: '廖经理',
    reachedOn: today,
    nextStep: '陪同踏勘 B-07 地块',
    nextStepOn: today,
  }
  if (reach)
    value(await contactLead(permit(office.actors.officer, 'lead.move'), read(contactLeadInput, reached)))
  return number
}
const form = (number: string, more: object = {}) =>
  read(convertLeadInput, {
    number,
    name: '精密铸造项目',
    country: 'CN',
    source: 'visit',
    deskId: String(office.desks.domestic),
    officerId: String(office.actors.officer.id),
    industryId: String(office.industryId),
    verdict: 'pursue',
    verdictReason: '产业契合、有订单',
    total: '',
    ...more,
  })
const convert = (number: string, more: object = {}, who: StaffName = 'headDomestic') =>
  convertLead(permit(office.actors[who], 'lead.convert'), form(number, more))

test('a head converts a contacted lead: a deal with company, contact, people and next step, and each step written', async () => {
  const number = await lead({ intended: '1.16亿' })
  const scores = Object.fromEntries(
    ['industry_fit', 'scale', 'market_technology', 'land_energy', 'environment', 'fiscal_benefit'].map(
      name => [`score_${name}`, '4'],
    ),
  )
  const deal = value(await convert(number, { ...scores, total: '1.16亿' }))
  expect(deal.number).toMatch(/^D-\d{4}-0001$/)
  const [row] = await office.owner`
    select d.stage, d.next_step, d.total_cny, d.lead_id, d.team_ids, c.name as company, k.name as contact, k.company_id = c.id as joined
    from deals d join companies c on c.id = d.company_id join contacts k on k.id = d.contact_id where d.number = ${deal.number}`
  expect(row).toMatchObject({
    stage: 'negotiation',
    next_step: '陪同踏勘 B-07 地块',
    company: '晟铸精机股份有限公司',
    contact: '廖经理',
    joined: true,
    total_cny: '11600000000',
  })
  const seen = await getLead(permit(office.actors.officer, 'lead.read'), number)
  expect(seen).toMatchObject({
    stage: 'converted',
    clock: null,
    deal: { number: deal.number },
    verdict: 'pursue',
  })
  expect(seen?.stages.map(line => line.stage)).toEqual(['new', 'contacted', 'qualified', 'converted'])
  expect(await convert(number)).toMatchObject({ kind: 'refused', reason: 'lead.refused.closed' })
})

test('what is missing is told at its field, and nothing is left half done', async () => {
  const number = await lead({ landAsked: 'on' })
  const outcome = await convert(number, {
    verdict: '',
    verdictReason: '',
    officerId: String(office.actors.outsider.id),
  })
  expect(outcome).toMatchObject({
    kind: 'invalid',
    fields: {
      verdict: { reason: 'input.required' },
      verdictReason: { reason: 'text.required' },
      score_scale: { reason: 'input.required' },
      officerId: { reason: 'lead.officer_not_on_desk' },
    },
  })
  const [{ n } = { n: 0 }] =
    await office.owner`select count(*)::int as n from deals where name = '精密铸造项目' and lead_id = (select id from leads where number = ${number})`
  expect(n).toBe(0)
})

test('a company that the office has under that name is to be chosen, not entered again', async () => {
  const number = await lead({ name: '北辰冷暖设备（有限公司）' })
  expect(await convert(number)).toMatchObject({
    fields: { different: { reason: 'duplicate.blocks' } },
    matches: [{ number: 'C-2026-0900', how: 'name' }],
  })
  const [known] = await office.owner`select id from companies where number = 'C-2026-0900'`
  expect(await convert(number, { companyId: String(known?.id) })).toMatchObject({ kind: 'done' })
})

test('nobody converts a lead that has not been contacted, is of a colleague, or of another desk', async () => {
  const fresh = await lead({ name: '甲公司' }, false)
  expect(await convert(fresh)).toMatchObject({ kind: 'refused', reason: 'lead.refused.not_contacted' })
  const number = await lead({ name: '乙公司' })
  expect(await convert(number, {}, 'officer')).toMatchObject({ reason: 'lead.refused.verdict_by_head' })
  expect(await convert(number, {}, 'colleague')).toEqual({ kind: 'refused', reason: 'common.not_permitted' })
  expect(await convert(number, {}, 'outsider')).toEqual({ kind: 'gone' })
})

test('a head cannot put the deal on a desk that is neither his nor that of the lead; the director may', async () => {
  const number = await lead({ name: '丙公司' })
  const abroad = { deskId: String(office.desks.japan_korea), officerId: String(office.actors.outsider.id) }
  expect(await convert(number, abroad)).toMatchObject({ fields: { deskId: { reason: 'input.not_offered' } } })
  expect(await convert(number, abroad, 'director')).toMatchObject({ kind: 'done' })
})
