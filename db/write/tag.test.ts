import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { countDeals, listDeals } from '@/db/read/deal'
import { listLeads } from '@/db/read/lead-list'
import { getTags, listTags } from '@/db/read/tag'
import { aDeal, aLead, castOf, type Scene } from '@/db/testing/door'
import { openOffice, permit } from '@/db/testing/office'
import { defaultDealFilter } from '@/domain/deal/filter'
import { defaultLeadFilter } from '@/domain/lead/filter'
import { changeTags, setTags } from './record-tags'
import { createTag, deleteTag, editTag, mergeTag } from './tag'

let scene: Scene
beforeAll(async () => {
  const office = await openOffice()
  scene = { office, cast: await castOf(office), owner: office.owner, today: '2026-07-16' }
  const [row] =
    await office.owner`select to_char((now() at time zone 'Asia/Shanghai')::date, 'YYYY-MM-DD') as today`
  scene.today = row?.today
})
afterAll(async () => {
  await closePools()
  await scene.owner.end()
})

const director = <P extends 'tag.create' | 'tag.edit' | 'tag.merge' | 'tag.delete' | 'deal.tag' | 'lead.tag'>(
  permission: P,
) => permit(scene.cast.director, permission)

async function newTag(name: string): Promise<number> {
  const made = await createTag(director('tag.create'), { name, colour: 2 })
  if (made.kind !== 'done') throw new Error(JSON.stringify(made))
  return made.value.id
}

test('there is one tag of a name, whatever the script or the width', async () => {
  await newTag('重点项目')
  const again = await createTag(director('tag.create'), { name: '重點 项目', colour: 0 })
  expect(again).toEqual({
    kind: 'invalid',
    fields: { name: { reason: 'tag.taken', values: { name: '重点项目' } } },
  })
})

test('two who rename one tag: the second is shown what the first made of it', async () => {
  const id = await newTag('产业链')
  expect((await editTag(director('tag.edit'), { id, version: 1, name: '产业链招商', colour: 1 })).kind).toBe(
    'done',
  )
  expect(await editTag(director('tag.edit'), { id, version: 1, name: '链主', colour: 1 })).toMatchObject({
    kind: 'conflict',
    theirs: { version: 2, values: { name: '产业链招商' } },
  })
})

test('a record bears what was ticked; its version stays, and the log tells names', async () => {
  const deal = await aDeal(scene)
  const [one, two] = [await newTag('一号'), await newTag('二号')]
  const by = permit(scene.cast.caseOfficer, 'deal.tag')
  expect(await setTags(by, { number: deal.number, tags: [one, two] })).toMatchObject({
    kind: 'done',
    value: { added: [one, two], removed: [] },
  })
  expect(await changeTags(by, { number: deal.number, add: [], remove: [one] })).toMatchObject({
    value: { added: [], removed: [one] },
  })
  const read = permit(scene.cast.caseOfficer, 'deal.read')
  expect((await getTags(read, { noun: 'deal', id: deal.id })).on).toEqual([
    { id: two, name: '二号', colour: 2 },
  ])
  const [row] = await scene.owner`
    select d.version, (select details -> 'changes' -> 'tags' from log_entries where noun = 'deal' and record_id = d.id and verb = 'deal.tag' order by id desc limit 1) as tags
    from deals d where d.id = ${deal.id}`
  expect(row).toMatchObject({ version: deal.version, tags: [['二号', '一号'], ['二号']] })
})

test('lists, totals and files are narrowed by any of the tags, within reach', async () => {
  const [mine, other] = [await aDeal(scene), await aDeal(scene)]
  const tag = await newTag('筛选用')
  await setTags(director('deal.tag'), { number: mine.number, tags: [tag] })
  const filter = { ...defaultDealFilter, tags: [tag], size: 50 as const }
  const list = await listDeals(permit(scene.cast.headOfDesk, 'deal.read'), filter, true)
  expect(list.rows.map(row => [row.number, row.tags])).toEqual([
    [mine.number, [{ id: tag, name: '筛选用', colour: 2 }]],
  ])
  expect(list.total).toBe(1)
  expect((await countDeals(permit(scene.cast.director, 'deal.read'), filter)).total.count).toBe(1)
  expect((await listDeals(permit(scene.cast.outsider, 'deal.read'), filter)).total).toBe(0)
  expect(other.number).not.toBe(mine.number)
  const lead = await aLead(scene)
  await setTags(director('lead.tag'), { number: lead.number, tags: [tag] })
  const leads = await listLeads(
    permit(scene.cast.caseOfficer, 'lead.read'),
    { ...defaultLeadFilter, tags: [tag] },
    50,
  )
  expect(leads.rows.map(row => row.number)).toEqual([lead.number])
})

test('merged, all that bore one bears the other, once; deleted, nothing does; counts say how many before', async () => {
  const [from, into] = [await newTag('老词'), await newTag('新词')]
  const [one, both] = [await aDeal(scene), await aDeal(scene)]
  await setTags(director('deal.tag'), { number: one.number, tags: [from] })
  await setTags(director('deal.tag'), { number: both.number, tags: [from, into] })
  const uses = async (id: number) => (await listTags(director('tag.edit'))).find(tag => tag.id === id)?.deals
  expect([await uses(from), await uses(into)]).toEqual([2, 1])
  expect((await mergeTag(director('tag.merge'), { id: from, into })).kind).toBe('done')
  expect([await uses(from), await uses(into)]).toEqual([undefined, 2])
  expect(await mergeTag(director('tag.merge'), { id: into, into })).toMatchObject({ kind: 'invalid' })
  expect((await deleteTag(director('tag.delete'), { id: into })).kind).toBe('done')
  expect(await uses(into)).toBeUndefined()
  expect((await deleteTag(director('tag.delete'), { id: into })).kind).toBe('gone')
})

test('a record of another desk looks like none; a tag that is no more is said to be so; twenty are the most', async () => {
  const deal = await aDeal(scene)
  const elsewhere = permit(scene.cast.headElsewhere, 'deal.tag')
  const tag = await newTag('越界')
  expect((await setTags(elsewhere, { number: deal.number, tags: [tag] })).kind).toBe('gone')
  expect((await setTags(elsewhere, { number: 'D-2026-9999', tags: [tag] })).kind).toBe('gone')
  const colleague = permit(scene.cast.colleague, 'deal.tag')
  expect(await setTags(colleague, { number: deal.number, tags: [tag] })).toMatchObject({ kind: 'refused' })
  expect(await setTags(director('deal.tag'), { number: deal.number, tags: [999_999] })).toMatchObject({
    reason: 'tag.refused.unknown',
  })
  await scene.owner`insert into tags (name, key) select '批' || n, '批' || n from generate_series(1, 200) n`
  const many = (await listTags(director('tag.edit'))).map(({ id }) => id)
  expect(many.length).toBeGreaterThan(200)
  expect(await setTags(director('deal.tag'), { number: deal.number, tags: many })).toMatchObject({
    reason: 'tag.refused.too_many',
  })
})
