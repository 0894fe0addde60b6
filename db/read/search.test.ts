import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as } from '@/db/as'
import { closePools } from '@/db/client'
import { dealSearchText } from '@/db/deal-fields'
import { getIssue } from '@/db/read/issue'
import { recentRecords, searchRecords } from '@/db/read/search'
import { getTask } from '@/db/read/task'
import { aDeal, aLead, castOf, people, type Scene, type Who } from '@/db/testing/door'
import { openOffice, permit } from '@/db/testing/office'
import { createCompany, editCompany } from '@/db/write/company'
import { companySearchText } from '@/db/write/company-insert'
import { createContact } from '@/db/write/contact'
import { createEvent } from '@/db/write/event'
import { createIssue } from '@/db/write/issue'
import { createTask } from '@/db/write/task'
import { createCompanyInput, editCompanyInput } from '@/domain/company/input'
import { createContactInput } from '@/domain/contact/input'
import { createEventInput } from '@/domain/event/input'
import { createIssueInput } from '@/domain/issue/input'
import { parseInput } from '@/domain/outcome'
import { searchQuery } from '@/domain/search/query'
import { createTaskInput } from '@/domain/task/input'

let scene: Scene
let deal: { id: number; number: string }
let lead: { id: number; number: string; contactId: number }
const numbers: Record<string, string> = {}

async function entered<I>(outcome: Promise<unknown>): Promise<I> {
  const done = (await outcome) as { kind: string; value: I }
  if (done.kind !== 'done') throw new Error(JSON.stringify(done))
  return done.value
}
const input = (schema: Parameters<typeof parseInput>[0], values: object) => {
  const parsed = parseInput(schema, values)
  if (parsed.kind !== 'done') throw new Error(JSON.stringify(parsed))
  return parsed.value as never
}

beforeAll(async () => {
  const office = await openOffice()
  const [row] =
    await office.owner`select to_char((now() at time zone 'Asia/Shanghai')::date, 'YYYY-MM-DD') as today`
  scene = { office, cast: await castOf(office), owner: office.owner, today: row?.today }
  const { officer } = office.actors
  for (const [key, fields] of Object.entries({
    qilin: {
      name: '威海麒麟食品有限公司',
      country: 'CN',
      creditCode: '91110000802100433B',
      'names.en': 'Kirin Foods Co., Ltd.',
    },
    lead: { name: '曾氏綠色能源集團', country: 'HK' },
    toyota: { name: 'ﾄﾖﾀ自動車株式会社', country: 'JP' },
    samsung: { name: '주식회사 한빛전자', country: 'KR' },
    zurich: { name: 'Zürich Präzision GmbH', country: 'DE' },
    wide: { name: 'ＡＢＣ１２３重工', country: 'CN' },
  }))
    numbers[key] = (
      await entered<{ number: string }>(
        createCompany(permit(officer, 'company.create'), input(createCompanyInput, fields)),
      )
    ).number
  numbers.event = (
    await entered<{ number: string }>(
      createEvent(
        permit(office.actors.director, 'event.create'),
        input(createEventInput, {
          kind: 'seminar',
          name: '大阪投资说明会',
          startsOn: '2026-09-01',
          endsOn: '2026-09-02',
          country: 'JP',
          city: '大阪',
          deskIds: [String(office.desks.japan_korea)],
        }),
      ),
    )
  ).number
  numbers.contact = (
    await entered<{ number: string }>(
      createContact(
        permit(officer, 'contact.create'),
        input(createContactInput, {
          name: '单国强',
          company: numbers.qilin,
          phones: '+86 631-523 7788',
          email: 'shan@qilin.example',
          wechat: 'shanguoqiang88',
        }),
      ),
    )
  ).number
  deal = await aDeal(scene, { name: '麒麟精密铸造' })
  lead = await aLead(scene)
})
afterAll(async () => {
  await closePools()
  await scene.owner.end()
})

const search = (who: Who, text: string) =>
  searchRecords(permit(scene.cast[who], 'search.read'), searchQuery(text), {
    count: 1000,
    show: { limit: 50 },
  })
const found = async (who: Who, text: string) =>
  (await search(who, text)).flatMap(group => group.hits.map(hit => hit.number))

describe('every script, from one character on', () => {
  test.each([
    [
      'qilin',
      '麒麟',
      '麒',
      '威海',
      '海麒',
      'Kirin',
      'kirinfoods',
      'irin',
      'ＫＩＲＩＮ',
      'qilin',
      'weihaiqilin',
      'whql',
      'hql',
      'shipin',
      '91110000802100433b',
      '802100433B',
    ],
    ['lead', '绿色', '綠', '曾', 'zeng', 'ceng', 'zslsny', 'lvse', 'luse', 'lüse', '绿 能源'],
    ['toyota', 'トヨタ', 'とよた', 'ﾖﾀ', 'ト', '自动车', '自動'],
    ['samsung', '한빛', '빛전', '전', '한빛 전자'],
    ['zurich', 'zurich', 'ZÜRICH', 'präzi', 'rich p'],
    ['wide', 'abc', 'ＢＣ１', '123重', '重工', 'zhonggong'],
    ['event', '大阪', '说明会', '說明', 'dabantouzi'],
    ['contact', '单国强', '單', 'shanguoqiang', 'sgq', 'danguo', '麒麟 单'],
  ])('%s', async (key, ...queries) => {
    for (const query of queries) expect(await found('viewer', query), query).toContain(numbers[key])
  })

  test('a record number finds its record, first of all', async () => {
    expect((await found('director', deal.number))[0]).toBe(deal.number)
    expect(await found('director', deal.number.toLowerCase().replace('-', ' '))).toContain(deal.number)
    expect(await found('director', lead.number)).toContain(lead.number)
  })

  test('what is not there is not found, and nothing is not everything', async () => {
    for (const query of [
      '',
      ' ',
      '——',
      '%',
      '_',
      '麟麒',
      'qilinx',
      "'; drop table deals --",
      '\\',
      '麒麟 烟台',
    ])
      expect(await found('director', query), query).toEqual([])
  })
})

test('leads and deals are found by whom the policies let see them, all else by everybody', async () => {
  const sees = async (query: string, number: string) => {
    const who: Who[] = []
    for (const one of people) if ((await found(one, query)).includes(number)) who.push(one)
    return who
  }
  const insiders: readonly Who[] = people.filter(who => who !== 'headElsewhere' && who !== 'outsider')
  expect(await sees('麒麟', deal.number)).toEqual(insiders)
  expect(await sees('来访', lead.number)).toEqual(insiders)
  expect(await sees('麒麟', numbers.qilin ?? '')).toEqual([...people])
  for (const who of people) {
    const group = (await search(who, '精密铸造')).find(({ noun }) => noun === 'deal')
    expect(group?.count ?? 0, who).toBe(insiders.includes(who) ? 1 : 0)
  }
})

test('an issue is found by whom the policies let see it: by its title, and by number and name of what it blocks', async () => {
  const fields = { number: deal.number, kind: 'utilities', title: '二回路供电未定' }
  const created = createIssue(permit(scene.cast.caseOfficer, 'issue.create'), input(createIssueInput, fields))
  const { id } = await entered<{ id: number }>(created)
  const finders = async (text: string) => {
    const who: Who[] = []
    for (const one of people) {
      const group = (await search(one, text)).find(({ noun }) => noun === 'issue')
      if (group?.hits.some(({ number }) => number === String(id))) who.push(one)
    }
    return who
  }
  const seers: Who[] = []
  for (const one of people) if (await getIssue(permit(scene.cast[one], 'issue.read'), id)) seers.push(one)
  expect(seers).toContain('caseOfficer')
  expect(seers).not.toContain('outsider')
  for (const text of ['二回路', 'erhuilu', deal.number, '麒麟精密', '供电 麒麟'])
    expect([text, await finders(text)]).toEqual([text, seers])
  const recent = () =>
    recentRecords(permit(scene.cast.director, 'search.read'), [{ noun: 'issue', number: String(id) }])
  expect((await recent()).map(({ hit }) => [hit.name, hit.also[0]])).toEqual([
    ['二回路供电未定', deal.number],
  ])
  await scene.owner`update deals set search_text = '改名项目' where id = ${deal.id}`
  expect(await finders('改名项目')).toEqual(seers)
  await scene.owner`update deals set deleted_at = now() where id = ${deal.id}`
  expect([await finders('二回路'), await recent()]).toEqual([[], []])
  await scene.owner`update deals set deleted_at = null, search_text = ${dealSearchText({ name: '麒麟精密铸造', names: {}, partner: null, target: null }, deal.number)} where id = ${deal.id}`
  expect(await finders('二回路')).toEqual(seers)
})

test('a task is found by whom the policies let see it, by its title of today', async () => {
  const { colleague } = scene.cast
  const task = async (who: Who, fields: object) => {
    const outcome = createTask(permit(scene.cast[who], 'task.create'), input(createTaskInput, fields))
    return String((await entered<{ id: number }>(outcome)).id)
  }
  const onDeal = await task('caseOfficer', { title: '核对宿舍面积', record: deal.number })
  const byItself = await task('caseOfficer', { title: '订阅行业期刊', assigneeId: String(colleague.id) })
  const finders = async (text: string, id: string) => {
    const who: Who[] = []
    for (const one of people) if ((await found(one, text)).includes(id)) who.push(one)
    return who
  }
  const seers = async (id: string) => {
    const who: Who[] = []
    for (const one of people)
      if (await getTask(permit(scene.cast[one], 'task.read'), Number(id))) who.push(one)
    return who
  }
  expect(await finders('宿舍', onDeal)).toEqual(await seers(onDeal))
  expect(await finders('hdss', onDeal)).toContain('caseOfficer')
  expect(await finders('期刊', byItself)).toEqual(await seers(byItself))
  expect(await seers(byItself)).not.toContain('viewer')
  expect(await found('director', '期刊')).toEqual([byItself])
  await scene.owner`update tasks set deleted_at = now() where id = ${byItself}`
  expect(await finders('期刊', byItself)).toEqual([])
  const recent = [
    { noun: 'task' as const, number: onDeal },
    { noun: 'company' as const, number: numbers.qilin ?? '' },
    { noun: 'task' as const, number: byItself },
    { noun: 'deal' as const, number: deal.number },
    { noun: 'deal' as const, number: 'D-2020-9999' },
  ]
  const opened = async (who: Who) =>
    (await recentRecords(permit(scene.cast[who], 'search.read'), recent)).map(({ hit }) => hit.number)
  expect(await opened('caseOfficer')).toEqual([onDeal, numbers.qilin, deal.number])
  expect(await opened('outsider')).toEqual([numbers.qilin])
})

test('a phone number, an address or a WeChat name finds a contact only for whom they are shown', async () => {
  const finders = async (query: string, number: string) => {
    const who: Who[] = []
    for (const one of people) if ((await found(one, query)).includes(number)) who.push(one)
    return who
  }
  const [card] = await scene.owner`select number from contacts where id = ${lead.contactId}`
  // linked by a lead of the domestic desk
  const linked = ['director', 'headOfDesk', 'headElsewhere', 'caseOfficer', 'member', 'colleague']
  for (const query of [
    '13800138000',
    '138 0013 8000',
    '+86 138-0013-8000',
    '００８６１３８００１３８０００',
    '0013800',
  ])
    expect(await finders(query, card?.number), query).toEqual(linked)
  // linked by none: revealed to an officer against a line in the log alone
  for (const query of [
    '0631 523 7788',
    '6315237788',
    '5237',
    'shan@qilin.example',
    'qilin.example',
    'shanguoqiang88',
  ])
    expect(await finders(query, numbers.contact ?? ''), query).toEqual([
      'director',
      'headOfDesk',
      'headElsewhere',
    ])
  expect(await finders('523', numbers.contact ?? '')).toEqual([])
})

test('the details of a contact are among what was found for nobody to whom they are masked', async () => {
  for (const who of people) {
    const hits = (await search(who, '单国强')).flatMap(group => group.hits)
    expect(hits.length, who).toBe(1)
    const shown = ['director', 'headOfDesk', 'headElsewhere'].includes(who)
    expect(
      hits[0]?.also.some(text => text.includes('7788')),
      who,
    ).toBe(shown)
  }
})

test('best match first: called so, beginning so, having it; then what belongs to it', async () => {
  const { officer } = scene.office.actors
  for (const [index, name] of ['东港泰山重工', '泰山机床厂', '泰山', '鲁泰山水'].entries())
    await scene.owner`insert into companies (number, name, country, name_key, search_text, created_by, updated_by)
      values (${`C-2024-000${index}`}, ${name}, 'CN', ${name}, ${companySearchText({ name }, `C-2024-000${index}`)}, ${officer.id}, ${officer.id})`
  const [group] = await search('director', '泰山')
  expect(group?.hits.map(hit => hit.name)).toEqual(['泰山', '泰山机床厂', '鲁泰山水', '东港泰山重工'])
  const deals = (await search('director', '马氏')).find(({ noun }) => noun === 'deal')
  expect(deals?.hits.map(hit => hit.number)).toContain(deal.number)
})

test('more than are counted are said to be more, and the exact one is among them', async () => {
  const { owner, office } = scene
  await owner`insert into companies (number, name, country, name_key, search_text, created_by, updated_by)
    select 'C-2025-' || n, '众多企业' || n, 'CN', '众多企业' || n, '众多企业' || n || ' c2025' || n || ' | ZHONGDUOQIYE' || n || ' ZDQY' || n,
      ${office.actors.officer.id}, ${office.actors.officer.id} from generate_series(1, 300) n`
  await owner`insert into companies (number, name, country, name_key, search_text, created_by, updated_by)
    values ('C-2025-900', '多企业', 'CN', '多企业', '多企业 c2025900 | DUOQIYE DQY', ${office.actors.officer.id}, ${office.actors.officer.id})`
  const ask = { count: 20, show: { limit: 5 } }
  for (const text of ['多企业', 'duoqiye', 'dqy']) {
    const [group] = await searchRecords(permit(office.actors.director, 'search.read'), searchQuery(text), ask)
    expect(group, text).toMatchObject({ count: 20, more: true })
    expect(group?.hits[0]?.number, text).toBe('C-2025-900')
  }
})

test('a new name is found and the old one is not, as soon as it is saved', async () => {
  const { officer } = scene.office.actors
  const fields = { number: numbers.wide, version: 1, name: '昆仑重工', country: 'CN' }
  await entered(editCompany(permit(officer, 'company.edit'), input(editCompanyInput, fields)))
  expect(await found('viewer', '昆仑')).toEqual([numbers.wide])
  expect(await found('viewer', 'ABC123')).toEqual([])
})

describe('plans', () => {
  beforeAll(async () => {
    const { owner, office } = scene
    const by = office.actors.officer.id
    await owner`insert into leads (number, name, country, source, need, stage_since, search_text, desk_id, case_officer_id, team_ids, created_by, updated_by)
      select 'L-2020-' || n, '线索' || n, 'CN', 'referral', '厂房', '2026-01-01', '线索' || n || case when n % 3000 = 0 then '昆仑' else '' end || ' l2020' || n,
        ${office.desks.domestic}, ${by}, array[${by}::bigint], ${by}, ${by} from generate_series(1, 12000) n`
    await owner`analyze search_lead`
  })

  test.each(['director', 'caseOfficer', 'outsider'] as const)(
    'as %s a pair is looked up in the index, though the policies are on',
    async who => {
      await as(permit(scene.cast[who], 'search.read'), 'read', async tx => {
        const scans = async () => {
          const [row] = await tx.execute<{ n: string }>(
            sql`select (pg_stat_get_xact_numscans('search_lead_grams'::regclass))::text as n`,
          )
          return Number(row?.n)
        }
        const rows = async () => {
          const [row] = await tx.execute<{ n: string }>(
            sql`select pg_stat_get_xact_tuples_returned('search_lead'::regclass)::text as n`,
          )
          return Number(row?.n)
        }
        const before = { scans: await scans(), rows: await rows() }
        const [found] = await tx.execute<{ n: number }>(
          sql`select cardinality(search_best('lead', array['昆仑'], 1000)) as n`,
        )
        expect(found?.n).toBe(who === 'outsider' ? 0 : 4)
        const [all] = await tx.execute<{ n: number }>(
          sql`select cardinality(search_ids('lead', array['昆仑'])) as n`,
        )
        expect(all?.n).toBe(who === 'outsider' ? 0 : 4)
        expect(await scans()).toBeGreaterThan(before.scans)
        // not row by row
        expect((await rows()) - before.rows).toBeLessThan(100)
      })
    },
  )
})
