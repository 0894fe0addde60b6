import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { getSystemFacts } from '@/db/read/audit'
import { eachAudit, listAudit } from '@/db/read/audit-log'
import { listDesks } from '@/db/read/desk'
import { listIndustries } from '@/db/read/industry'
import { listTemplates } from '@/db/read/procedure'
import { listRates } from '@/db/read/rate'
import { getReference } from '@/db/read/reference'
import { getZone } from '@/db/read/zone'
import { type Office, openOffice, permit } from '@/db/testing/office'
import { editCountry } from '@/db/write/country'
import { createDesk, editDesk, stepDesk } from '@/db/write/desk'
import { createIndustry, editIndustry } from '@/db/write/industry'
import { startTemplates } from '@/db/write/procedure-template'
import { createRate, deleteRate } from '@/db/write/rate'
import { editZone } from '@/db/write/zone'
import { createDeskInput, editDeskInput } from '@/domain/desk/input'
import { createIndustryInput, editIndustryInput } from '@/domain/industry/input'
import { parseInput } from '@/domain/outcome'
import type { Permission } from '@/domain/policy/table'
import { firstTemplates } from '@/domain/procedure/first-templates'
import { createRateInput } from '@/domain/rate/input'
import { readAuditFilter } from '@/domain/user/audit-filter'
import { editCountryInput } from '@/domain/zone/country-input'
import { editZoneInput } from '@/domain/zone/input'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const admin = <P extends Permission>(verb: P) => permit(office.actors.admin, verb)
const last = async () => {
  const [line] = await office.owner`select verb, noun, details from log_entries order by id desc limit 1`
  return line
}

test('an empty list of steps takes the usual ones, each logged; a list that has steps does not', async () => {
  const start = () => startTemplates(admin('procedure_template.create'))
  expect(await start()).toMatchObject({ value: { count: firstTemplates.length } })
  const steps = await listTemplates(admin('procedure_template.edit'))
  expect(steps.map(({ name }) => name)).toEqual(firstTemplates.map(({ name }) => name))
  const named = (ids: readonly number[]) => steps.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
  expect(steps.map(({ afterIds }) => named(afterIds))).toEqual(
    firstTemplates.map(({ after }) =>
      after.map(key => firstTemplates.find(one => one.key === key)?.name ?? ''),
    ),
  )
  const [lines] =
    await office.owner`select count(*)::int as n from log_entries where noun = 'procedure_template'`
  expect(lines?.n).toBe(firstTemplates.length)
  expect(await start()).toMatchObject({ reason: 'procedure.refused.not_empty' })
})

test('a desk is added after the others, renamed, moved up; the one that takes the rest stays open', async () => {
  const made = await createDesk(
    admin('desk.create'),
    createDeskInput.parse({ name: '港澳台部', name_en: 'HK/MO/TW', colour: '4' }),
  )
  expect(made.kind).toBe('done')
  const desks = await listDesks(admin('desk.edit'))
  const added = desks.at(-1)
  if (!added) throw new Error()
  expect(added).toMatchObject({
    name: '港澳台部',
    names: { en: 'HK/MO/TW' },
    colour: 4,
    active: true,
    people: 0,
    heads: [],
  })
  expect(desks[0]).toMatchObject({ key: 'domestic', people: 3, heads: ['headDomestic'] })

  await stepDesk(admin('desk.edit'), { id: added.id, by: 'up' })
  expect((await listDesks(admin('desk.edit'))).map(desk => desk.name).slice(-2)).toEqual([
    '港澳台部',
    '综合部',
  ])

  const rename = editDeskInput.parse({
    id: added.id,
    version: added.version,
    name: '港澳台事务部',
    colour: 4,
    active: 'on',
  })
  expect((await editDesk(admin('desk.edit'), rename)).kind).toBe('done')
  expect(await last()).toMatchObject({
    verb: 'desk.edit',
    details: { changes: { name: ['港澳台部', '港澳台事务部'], names: [{ en: 'HK/MO/TW' }, {}] } },
  })
  expect(await editDesk(admin('desk.edit'), rename)).toMatchObject({
    kind: 'conflict',
    theirs: { version: 2, values: { name: '港澳台事务部' } },
  })

  const general = desks.find(desk => desk.key === 'general')
  if (!general) throw new Error()
  expect(
    await editDesk(
      admin('desk.edit'),
      editDeskInput.parse({ ...general, names: undefined, active: undefined }),
    ),
  ).toMatchObject({ reason: 'admin.desk.catches_all' })
  expect(
    await createDesk(admin('desk.create'), createDeskInput.parse({ name: '综合部', colour: 0 })),
  ).toMatchObject({ fields: { name: { reason: 'admin.desk.name_taken' } } })
})

test('an industry is added and taken off the list, and a name stands once', async () => {
  const input = createIndustryInput.parse({ name: '氢能', name_en: 'Hydrogen', section: 'C' })
  expect((await createIndustry(admin('industry.create'), input)).kind).toBe('done')
  expect(await createIndustry(admin('industry.create'), input)).toMatchObject({
    fields: { name: { reason: 'admin.industry.name_taken' } },
  })
  const added = (await listIndustries(admin('industry.edit'))).at(-1)
  if (!added) throw new Error()
  await editIndustry(
    admin('industry.edit'),
    editIndustryInput.parse({ ...added, name_en: 'Hydrogen', names: undefined, active: undefined }),
  )
  expect((await listIndustries(admin('industry.edit'))).at(-1)).toMatchObject({ name: '氢能', active: false })
})

test("the bureau's own word for a place stands before ours, and goes when it is emptied", async () => {
  const words = async () => (await getReference(admin('reference.read'))).countries
  await editCountry(
    admin('country.edit'),
    editCountryInput.parse({ code: 'KR', name: '大韩民国', name_en: 'Korea' }),
  )
  expect((await words()).KR).toEqual({ 'zh-Hans': '大韩民国', en: 'Korea' })
  await editCountry(admin('country.edit'), editCountryInput.parse({ code: 'KR', name: ' ' }))
  expect(await words()).toEqual({})
})

test('a rate is read as an office types it, holds from its day, and stands once a day', async () => {
  const director = permit(office.actors.director, 'rate.create')
  const input = createRateInput.parse({
    currency: 'USD',
    onDate: '2026-03-01',
    rate: '７．０８５',
    source: '中间价',
  })
  expect(input.rate).toBe('7.085')
  expect((await createRate(director, input)).kind).toBe('done')
  expect(await createRate(director, input)).toMatchObject({
    fields: { onDate: { reason: 'admin.rate.date_taken' } },
  })
  expect(await createRate(director, { ...input, onDate: '2199-01-01' })).toMatchObject({
    fields: { onDate: { reason: 'date.in_future' } },
  })
  const line = (await listRates(director)).find(rate => rate.onDate === '2026-03-01')
  expect(line).toMatchObject({ currency: 'USD', rate: '7.085', createdBy: 'director' })
  expect((await deleteRate(permit(office.actors.director, 'rate.delete'), { id: line?.id ?? 0 })).kind).toBe(
    'done',
  )
  expect(await last()).toMatchObject({
    verb: 'rate.delete',
    details: { rate: expect.stringMatching(/^7\.085/) },
  })
})

test.each(['', '0', '-7', '1e3', '7.123456789', 'abc', '1234567', '9'.repeat(50)])('%s is no rate', rate => {
  const outcome = parseInput(createRateInput, { currency: 'USD', onDate: '2026-03-01', rate, source: 'x' })
  expect(outcome).toMatchObject({ kind: 'invalid', fields: { rate: { reason: 'admin.rate.unreadable' } } })
})

test('the limits of the zone are saved, by the director too, and a threshold is read as money', async () => {
  const zone = await getZone(admin('zone.edit'))
  if (!zone) throw new Error()
  const { criteriaThresholdCny: _, weights, ...limits } = zone.settings
  const shares = Object.fromEntries(
    Object.entries(weights).map(([name, weight]) => [`weight_${name}`, weight]),
  )
  const form = {
    version: String(zone.version),
    name: '东港经济开发区',
    timezone: 'Asia/Tokyo',
    ...limits,
    ...shares,
    weight_scale: '25',
    weight_land_energy: '5',
    progressDays: '10',
    criteriaThresholdCny: '8000万',
  }
  const director = permit(office.actors.director, 'zone.edit')
  expect((await editZone(director, editZoneInput.parse(form))).kind).toBe('done')
  expect(await getZone(director)).toMatchObject({
    timezone: 'Asia/Tokyo',
    settings: {
      progressDays: 10,
      criteriaThresholdCny: '8000000000',
      weights: { scale: 25, land_energy: 5 },
    },
  })
  expect(await editZone(director, editZoneInput.parse(form))).toMatchObject({
    kind: 'conflict',
    theirs: { values: { progressDays: 10, criteriaThresholdCny: '80000000.00' } },
  })
  expect(
    parseInput(editZoneInput, {
      ...form,
      timezone: 'Mars/Base',
      criteriaThresholdCny: '100万美元',
      stuckEntryDays: '0',
    }),
  ).toMatchObject({
    fields: {
      timezone: { reason: 'input.not_offered' },
      criteriaThresholdCny: { reason: 'admin.zone.threshold_in_yuan' },
      stuckEntryDays: { reason: 'input.too_small' },
    },
  })
  const wrong = (weights: object) => parseInput(editZoneInput, { ...form, ...weights })
  expect(wrong({ weight_scale: '26' })).toMatchObject({
    fields: { weight_industry_fit: { reason: 'admin.zone.weights_sum', values: { sum: 101 } } },
  })
  expect(wrong({ weight_scale: '25.5' })).toMatchObject({
    fields: { weight_scale: { reason: 'input.wrong_kind' } },
  })
  expect(wrong({ weight_scale: '-5', weight_land_energy: '35' })).toMatchObject({
    fields: { weight_scale: { reason: 'input.too_small' } },
  })
})

test('the log is read by page and by filter, and the file has the same lines', async () => {
  await office.owner`insert into sign_ins (login, user_id, address, outcome)
    select 'officer', ${office.actors.officer.id}, '203.0.113.9', case when i % 2 = 0 then 'done' else 'wrong' end from generate_series(1, 120) i`
  const filter = readAuditFilter({
    view: 'sign_ins',
    outcome: 'wrong',
    person: 'OFFI',
    page: '2',
    nonsense: '1',
    from: 'x',
  })
  expect(filter.ignored.sort()).toEqual(['from', 'nonsense'])
  const { rows, total } = await listAudit(admin('audit.read'), filter)
  expect([total, rows.length]).toEqual([60, 10])
  expect(rows[0]).toMatchObject({
    person: 'officer',
    login: 'officer',
    outcome: 'wrong',
    address: '203.0.113.9',
  })
  let lines = 0
  for await (const chunk of eachAudit(admin('audit.export'), filter)) lines += chunk.length
  expect(lines).toBe(60)

  const changes = await listAudit(admin('audit.read'), readAuditFilter({ noun: 'rate' }))
  expect(changes.rows.map(line => line.verb)).toEqual(['rate.delete', 'rate.create'])
  expect(changes.rows[0]).toMatchObject({ record: 'USD', person: 'director' })
  const none = await listAudit(admin('audit.read'), readAuditFilter({ to: '2020-01-01', person: '%' }))
  expect(none.total).toBe(0)
})

test('the morning look: accounts, failed sign-ins, sizes, versions', async () => {
  const facts = await getSystemFacts(admin('audit.read'))
  expect(facts.accounts).toEqual({ active: 8, disabled: 0, waiting: 0 })
  expect(facts.failedSignIns.count).toBe(60)
  expect(facts.failedSignIns.latest).toHaveLength(5)
  expect(facts.databaseBytes).toBeGreaterThan(1_000_000)
  expect(facts.disk?.freeBytes).toBeGreaterThan(0)
  expect(facts.version.postgres).toMatch(/^\d+/)
})
