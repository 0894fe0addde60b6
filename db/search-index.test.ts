import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { fillKeys } from '@/db/search-fill'
import { companyOf, dealForm, newDeal } from '@/db/testing/deal'
import { type Office, openOffice, permit } from '@/db/testing/office'
import { createDeal } from '@/db/write/deal-create'
import { matchKeys } from '@/domain/name/likeness'
import { searchTerm, searchText } from '@/domain/name/search-text'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const scripts = '威海馬氏食品經濟広沢𠮷野トヨタとよﾀ한국투자삼성MashiＦｏｏｄß é019  ·（株）'
const name = fc.string({ unit: fc.constantFrom(...scripts), minLength: 1, maxLength: 24 })

test('every part of every name is looked up by what its row has in the index', async () => {
  const pairs = fc
    .sample(fc.tuple(name, name, fc.nat(24), fc.nat(24)), 2000)
    .map(([first, second, a, b]) => {
      const characters = [...first]
      const part = characters.slice(Math.min(a, b), Math.max(a, b) + 1).join('')
      return { row: searchText(first, second), term: searchTerm(part) }
    })
    .filter(({ term }) => term !== '')
  const missed = await office.owner`
    select row, term from unnest(${pairs.map(p => p.row)}::text[], ${pairs.map(p => p.term)}::text[]) p(row, term)
    where not (grams(search_joined(row, '')) @> term_grams(term)) or row not like '%' || term || '%'`
  expect(pairs.length).toBeGreaterThan(800)
  expect([...missed]).toEqual([])
})

test('so is every part of its pinyin, and of the initials', async () => {
  const pairs = fc
    .sample(fc.tuple(name, fc.nat(80), fc.nat(80)), 1000)
    .map(([first, a, b]) => {
      const row = searchText(first)
      const heard = (row.split(' | ')[1] ?? '').split(' ')[a % 3] ?? ''
      return { row, term: [...heard].slice(Math.min(a, b), Math.max(a, b) + 1).join('') }
    })
    .filter(({ term }) => term !== '')
  const missed = await office.owner`
    select row, term from unnest(${pairs.map(p => p.row)}::text[], ${pairs.map(p => p.term)}::text[]) p(row, term)
    where not (grams(search_joined(row, '')) @> term_grams(term))`
  expect(pairs.length).toBeGreaterThan(100)
  expect([...missed]).toEqual([])
})

const textOf = async (noun: string, id: number) => {
  const [row] = await office.owner`select text from ${office.owner(`search_${noun}`)} where record_id = ${id}`
  return row?.text as string | undefined
}

test('a record is in the index as soon as it is there, and out of it while it is deleted', async () => {
  const { owner } = office
  const { id } = await newDeal(office)
  expect(await textOf('deal', id)).toMatch(/^ 精密铸造项目 d\d+ \| JINGMIZHUZAOXIANGMU JMZZXM \| 马氏企业 $/)
  await owner`update deals set deleted_at = now() where id = ${id}`
  expect(await textOf('deal', id)).toBeUndefined()
  await owner`update deals set deleted_at = null where id = ${id}`
  expect(await textOf('deal', id)).toContain('精密铸造')
})

test('the new name of a company reaches its deals, also one that is entered at the same time', async () => {
  const { owner } = office
  const { id } = await newDeal(office)
  const companyId = await companyOf(office)
  const form = await dealForm(office)
  let create: ReturnType<typeof createDeal> | undefined
  await owner.begin(async tx => {
    await tx`update companies set search_text = '泰山企业 c20269001' where id = ${companyId}`
    create = createDeal(permit(office.actors.officer, 'deal.create'), form)
    // until it waits for the name
    for (let waiting = 0; waiting === 0; )
      waiting = (await tx`select 1 from pg_locks where not granted`).length
  })
  expect(await textOf('deal', id)).toContain('| 泰山企业 ')
  const created = await create
  expect(created?.kind === 'done' && (await textOf('deal', created.value.id))).toContain('| 泰山企业 ')
})

test('records of an earlier version are written anew by the functions that the writes use', async () => {
  const { owner } = office
  const { id, number } = await newDeal(office)
  const { officer } = office.actors
  const [lead] =
    await owner`insert into leads (number, name, country, source, need, stage_since, search_text, desk_id, created_by, updated_by)
    values ('L-2020-0001', '北辰精工有限公司', 'CN', 'visit', '厂房', '2020-01-01', '', ${office.desks.domestic ?? 0}, ${officer.id}, ${officer.id}) returning id`
  const [task] =
    await owner`insert into tasks (title, assignee_id, created_by, updated_by) values ('寄送园区画册', ${officer.id}, ${officer.id}, ${officer.id}) returning id`
  const [before] = await owner`select search_text from deals where id = ${id}`
  await owner`update deals set search_text = '' where id = ${id}`
  await fillKeys(owner)
  const [after] = await owner`select search_text, version from deals where number = ${number}`
  expect(after).toEqual({ search_text: before?.search_text, version: 1 })
  expect(await textOf('deal', id)).toContain('精密铸造')
  expect(await textOf('task', task?.id)).toContain(' 寄送园区画册 | JISONGYUANQUHUACE ')
  const [filled] = await owner`select match_keys from leads where id = ${lead?.id}`
  expect(filled?.match_keys).toEqual(matchKeys(['北辰精工有限公司']))
})

test('the index made anew is the one that the triggers keep', async () => {
  const { owner } = office
  const tables = ['company', 'contact', 'contact_detail', 'event', 'lead', 'deal', 'issue', 'task'].map(
    noun => `search_${noun}`,
  )
  const all = async () =>
    Promise.all(tables.map(table => owner.unsafe(`select * from ${table} order by record_id`)))
  const kept = await all()
  await owner`select rebuild_search()`
  expect(await all()).toEqual(kept)
})

test('a record into which another was merged is found by the names of both, and so are its deals', async () => {
  const { owner } = office
  const [row] = await owner`
    select search_joined('甲厂 c20260001 | JIACHANG JC 乙厂 c20260002 | YICHANG YC', search_names('甲厂 c20260001 | JIACHANG JC 乙厂 c20260002')) as text`
  expect(row?.text).toBe(' 甲厂 c20260001 乙厂 c20260002 | JIACHANG JC YICHANG YC | 甲厂 乙厂 ')
})
