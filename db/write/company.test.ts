import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { eachCompany, getCompany, listCompanies } from '@/db/read/company'
import { companyCases } from '@/db/read/company-case'
import { companyLog } from '@/db/read/company-log'
import { pickCompanies } from '@/db/read/company-pick'
import { type Office, openOffice, permit, type StaffName } from '@/db/testing/office'
import { createCompany, editCompany } from '@/db/write/company'
import { deleteCompany, restoreCompany } from '@/db/write/company-delete'
import { defaultCompanyFilter } from '@/domain/company/filter'
import { type CreateCompanyInput, createCompanyInput, editCompanyInput } from '@/domain/company/input'
import { parseInput } from '@/domain/outcome'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const may = <P extends Parameters<typeof permit>[1]>(who: StaffName, permission: P) =>
  permit(office.actors[who], permission)

function input(fields: Record<string, string>): CreateCompanyInput {
  const parsed = parseInput(createCompanyInput, { country: 'CN', ...fields })
  if (parsed.kind !== 'done') throw new Error(JSON.stringify(parsed))
  return parsed.value
}

async function made(fields: Record<string, string>, who: StaffName = 'officer'): Promise<string> {
  const outcome = await createCompany(may(who, 'company.create'), input(fields))
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value.number
}

const edited = (number: string, version: number, fields: Record<string, string>) => {
  const parsed = parseInput(editCompanyInput, { country: 'CN', number, version: String(version), ...fields })
  if (parsed.kind !== 'done') throw new Error(JSON.stringify(parsed))
  return parsed.value
}

const everybody: StaffName[] = [
  'admin',
  'director',
  'viewer',
  'headDomestic',
  'headAsia',
  'officer',
  'outsider',
]

test('a company that one officer enters is read by everybody, by any of its names', async () => {
  const number = await made({
    name: '株式会社青嶋製作所',
    country: 'JP',
    'names.en': 'Aoshima Works',
    nameLocale: 'ja',
  })
  for (const who of everybody) {
    for (const text of ['青嶋', 'aoshima', number]) {
      const { rows, total } = await listCompanies(may(who, 'company.read'), { ...defaultCompanyFilter, text })
      expect([total, rows.map(row => row.number)]).toEqual([1, [number]])
    }
    expect((await getCompany(may(who, 'company.read'), number))?.names).toEqual({ en: 'Aoshima Works' })
  }
})

test('pages are cut from the same order, and the file has them all', async () => {
  for (const name of ['阿尔法', '贝塔', '伽马', '德尔塔', '艾普西龙']) await made({ name: `${name}测试一号` })
  const filter = { ...defaultCompanyFilter, text: '测试一号', size: 25 as const }
  const { rows, total } = await listCompanies(may('viewer', 'company.read'), filter)
  expect(total).toBe(5)
  expect(rows.map(row => row.name.slice(0, 2))).toEqual(['阿尔', '艾普', '贝塔', '德尔', '伽马'])
  const file: string[] = []
  for await (const chunk of eachCompany(may('viewer', 'company.export'), filter))
    file.push(...chunk.map(row => row.number))
  expect(file).toEqual(rows.map(row => row.number))
  const backwards = await listCompanies(may('viewer', 'company.read'), {
    ...filter,
    sort: { key: 'name', descending: true },
  })
  expect(backwards.rows.map(row => row.number)).toEqual([...file].reverse())
})

test('a filter narrows by what it says', async () => {
  await made({
    name: '筛选甲',
    country: 'DE',
    kind: 'foreign',
    inZone: 'on',
    industryId: String(office.industryId),
  })
  await made({ name: '筛选乙', kind: 'state_owned' })
  const found = async (more: Partial<typeof defaultCompanyFilter>) =>
    (
      await listCompanies(may('officer', 'company.read'), { ...defaultCompanyFilter, text: '筛选', ...more })
    ).rows.map(row => row.name)
  expect(await found({ countries: ['DE'] })).toEqual(['筛选甲'])
  expect(await found({ kinds: ['state_owned'] })).toEqual(['筛选乙'])
  expect(await found({ inZone: true })).toEqual(['筛选甲'])
  expect(await found({ inZone: false })).toEqual(['筛选乙'])
  expect(await found({ industries: [office.industryId] })).toEqual(['筛选甲'])
})

describe('what another company has already', () => {
  const code = '91350100M000100Y43'

  test('a credit code belongs to one company, said at its field', async () => {
    await made({ name: '有代码甲', creditCode: code })
    const outcome = await createCompany(
      may('outsider', 'company.create'),
      input({ name: '有代码乙', creditCode: code }),
    )
    expect(outcome).toMatchObject({
      kind: 'invalid',
      fields: { creditCode: { reason: 'company.credit_code_taken', values: { name: '有代码甲' } } },
    })
  })

  test('the same name but for legal form and script asks how they differ, and is saved with the reason', async () => {
    const first = await made({ name: '晟铸精机股份有限公司' })
    const same = input({ name: '晟鑄精機有限公司' })
    expect(await createCompany(may('officer', 'company.create'), same)).toMatchObject({
      kind: 'invalid',
      fields: { different: { reason: 'duplicate.blocks' } },
    })
    const number = await made({
      name: '晟鑄精機有限公司',
      different: '台湾母公司',
      ruled: `company:${first}`,
    })
    const company = await getCompany(may('officer', 'company.read'), number)
    const [line] = (await companyLog(may('viewer', 'company.read'), company?.id ?? 0)).lines
    expect(line).toMatchObject({ verb: 'company.create', details: { different: '台湾母公司' } })
  })

  test('a company is not its own grandparent', async () => {
    const idOf = async (number: string) => (await getCompany(may('officer', 'company.read'), number))?.id
    const top = await made({ name: '控股母公司甲' })
    const middle = await made({ name: '中间层公司', parentId: String(await idOf(top)) })
    const outcome = await editCompany(
      may('officer', 'company.edit'),
      edited(top, 1, { name: '控股母公司甲', parentId: String(await idOf(middle)) }),
    )
    expect(outcome).toMatchObject({
      kind: 'invalid',
      fields: { parentId: { reason: 'company.parent_circle' } },
    })
  })
})

test('the same form sent twice makes one company', async () => {
  const submission = crypto.randomUUID()
  const twice = input({ name: '只有一家', submission })
  const first = await createCompany(may('officer', 'company.create'), twice)
  expect(await createCompany(may('officer', 'company.create'), twice)).toEqual(first)
  const { total } = await listCompanies(may('officer', 'company.read'), {
    ...defaultCompanyFilter,
    text: '只有一家',
  })
  expect(total).toBe(1)
})

test('the second of two editors gets what the first has saved, and who it was; nothing is overwritten', async () => {
  const number = await made({ name: '两人同改' })
  const first = await editCompany(
    may('outsider', 'company.edit'),
    edited(number, 1, { name: '两人同改', website: 'example.com' }),
  )
  expect(first.kind).toBe('done')
  const second = await editCompany(
    may('officer', 'company.edit'),
    edited(number, 1, { name: '两人同改', note: '另一处' }),
  )
  expect(second).toMatchObject({
    kind: 'conflict',
    theirs: { version: 2, by: 'outsider', values: { website: 'https://example.com', note: null } },
  })
  expect(await getCompany(may('officer', 'company.read'), number)).toMatchObject({ version: 2, note: null })
})

test('an edit leaves old and new value in the log, and one that changes nothing leaves no line', async () => {
  const number = await made({ name: '留痕公司' })
  await editCompany(may('officer', 'company.edit'), edited(number, 1, { name: '留痕公司', segment: 'large' }))
  await editCompany(may('officer', 'company.edit'), edited(number, 2, { name: '留痕公司', segment: 'large' }))
  const company = await getCompany(may('officer', 'company.read'), number)
  expect(company?.version).toBe(2)
  const { lines } = await companyLog(may('viewer', 'company.read'), company?.id ?? 0)
  expect(lines.map(line => line.line === 'log' && [line.verb, line.details])).toEqual([
    ['company.edit', { changes: { segment: [null, 'large'] } }],
    ['company.create', { name: '留痕公司' }],
  ])
})

describe('deletion', () => {
  test('an officer deletes an own creation of the last day and brings it back; not that of another', async () => {
    const number = await made({ name: '误录公司' })
    const seen = async () =>
      (await listCompanies(may('viewer', 'company.read'), { ...defaultCompanyFilter, text: '误录公司' }))
        .total
    expect((await deleteCompany(may('outsider', 'company.delete'), { number })).kind).toBe('refused')
    expect((await deleteCompany(may('officer', 'company.delete'), { number })).kind).toBe('done')
    expect(await seen()).toBe(0)
    expect((await restoreCompany(may('outsider', 'company.restore'), { number })).kind).toBe('refused')
    expect((await restoreCompany(may('officer', 'company.restore'), { number })).kind).toBe('done')
    expect(await seen()).toBe(1)
    await office.owner`update companies set created_at = now() - interval '25 hours' where number = ${number}`
    expect((await deleteCompany(may('officer', 'company.delete'), { number })).kind).toBe('refused')
    expect((await deleteCompany(may('headAsia', 'company.delete'), { number })).kind).toBe('done')
  })

  test('a company that a deal names stays, also when the deal is out of sight', async () => {
    const number = await made({ name: '已有项目公司' })
    const id = (await getCompany(may('officer', 'company.read'), number))?.id ?? 0
    await arrangeDeal('D-2026-0901', id)
    expect((await companyCases(may('officer', 'company.read'), id)).dealCount).toBe(0)
    expect(await deleteCompany(may('officer', 'company.delete'), { number })).toEqual({
      kind: 'refused',
      reason: 'company.in_use',
    })
  })

  test('a restored company does not take a credit code back that another has by now', async () => {
    const code = '91110000100000009W'
    await office.owner`update companies set credit_code = ${code} where number = ${await made({ name: '先有代码' })}`
    const [{ number } = { number: '' }] =
      await office.owner`select number from companies where credit_code = ${code}`
    await deleteCompany(may('director', 'company.delete'), { number })
    await office.owner`update companies set credit_code = ${code} where number = ${await made({ name: '后有代码' })}`
    expect(await restoreCompany(may('director', 'company.restore'), { number })).toMatchObject({
      kind: 'refused',
      reason: 'company.credit_code_taken',
    })
  })
})

test('leads and deals of a company are those of the reader', async () => {
  const number = await made({ name: '分头跟进公司' })
  const id = (await getCompany(may('officer', 'company.read'), number))?.id ?? 0
  await arrangeDeal('D-2026-0902', id)
  const counts = await Promise.all(
    everybody.map(async who => [
      who,
      (await companyCases(may(who, 'company.read'), id)).dealCount,
      (await listCompanies(may(who, 'company.read'), { ...defaultCompanyFilter, text: '分头跟进' })).rows[0]
        ?.deals,
    ]),
  )
  expect(counts).toEqual([
    ['admin', 1, 1],
    ['director', 1, 1],
    ['viewer', 1, 1],
    ['headDomestic', 0, 0],
    ['headAsia', 1, 1],
    ['officer', 0, 0],
    ['outsider', 1, 1],
  ])
})

test('picking finds by any word, those that begin with it first', async () => {
  await made({ name: '东方选择机械' })
  await made({ name: '选择东方' })
  const picked = await pickCompanies(may('viewer', 'company.read'), '选择')
  expect(picked.map(row => row.name)).toEqual(['选择东方', '东方选择机械'])
})

/** A deal of the Japan and Korea desk. */
async function arrangeDeal(number: string, companyId: number) {
  const { owner, desks, actors, industryId } = office
  const who = actors.outsider.id
  await owner`insert into deals (number, name, company_id, country, industry_id, source, desk_id, case_officer_id, team_ids, stage, stage_since, status_since, search_text, created_by, updated_by)
    values (${number}, ${number}, ${companyId}, 'CN', ${industryId}, 'visit', ${desks.japan_korea}, ${who}, ${[who]}, 'negotiation', '2026-01-05', '2026-01-05', '', ${who}, ${who})`
}
