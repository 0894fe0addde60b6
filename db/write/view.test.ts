import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { getListSetting } from '@/db/read/list-setting'
import { getHome } from '@/db/read/view'
import { type Office, openOffice, permit, type StaffName } from '@/db/testing/office'
import type { ViewPlace } from '@/domain/view/view'
import { createView, deleteView, editView, setHome } from './view'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const save = (who: StaffName) => permit(office.actors[who], 'view.save')
const own = (who: StaffName) => permit(office.actors[who], 'own.edit')
const mine: ViewPlace = { scope: 'mine', deskId: null }
const bureau: ViewPlace = { scope: 'bureau', deskId: null }
const desk = (): ViewPlace => ({ scope: 'desk', deskId: office.desks.domestic })
const keep = (who: StaffName, place: ViewPlace, name = '视图') =>
  createView(save(who), { list: 'deals', name, search: '?stage=approved', place })
async function kept(who: StaffName, place: ViewPlace, name?: string): Promise<number> {
  const made = await keep(who, place, name)
  if (made.kind !== 'done') throw new Error(JSON.stringify(made))
  return made.value.id
}
const seen = async (who: StaffName) => (await getListSetting(own(who), 'deals')).views.map(({ name }) => name)

test("one sees one's own, those of one's desks and the bureau's", async () => {
  await kept('officer', mine, '我的')
  await kept('headDomestic', desk(), '内资部的')
  await kept('director', bureau, '全局的')
  expect(await seen('officer')).toEqual(['我的', '内资部的', '全局的'])
  expect(await seen('colleague')).toEqual(['内资部的', '全局的'])
  expect(await seen('outsider')).toEqual(['全局的'])
  expect(await seen('viewer')).toEqual(['内资部的', '全局的'])
  expect((await getListSetting(own('officer'), 'leads')).views).toEqual([])
})

test('a place that is not for this person is not offered to him', async () => {
  for (const [who, place] of [
    ['officer', desk()],
    ['officer', bureau],
    ['headDomestic', bureau],
    ['headAsia', desk()],
    ['viewer', bureau],
  ] as const)
    expect(await keep(who, place), `${who}, ${place.scope}`).toMatchObject({
      kind: 'invalid',
      fields: { place: { reason: 'input.not_offered' } },
    })
})

test("another's own view is not there; a shared one is refused to those who do not head its place", async () => {
  const [own, shared] = [await kept('officer', mine, '私'), await kept('director', bureau, '公')]
  const change = { version: 1, name: '改', place: mine }
  expect(await editView(save('director'), { id: own, ...change })).toMatchObject({ kind: 'gone' })
  expect(await deleteView(save('colleague'), { id: own })).toMatchObject({ kind: 'gone' })
  expect(await editView(save('officer'), { id: shared, ...change })).toMatchObject({ kind: 'refused' })
  expect(await deleteView(save('headDomestic'), { id: shared })).toMatchObject({ kind: 'refused' })
})

test('two who change one view: the second is told; the name and the filter of the first stand', async () => {
  const id = await kept('headDomestic', desk(), '两人')
  const edit = (name: string) =>
    editView(save('headDomestic'), { id, version: 1, name, place: desk(), search: '?stuck=1' })
  const both = await Promise.all([edit('甲'), edit('乙')])
  expect(both.map(outcome => outcome.kind).sort()).toEqual(['conflict', 'done'])
  const [row] = await office.owner`select version, search from views where id = ${id}`
  expect(row).toEqual({ version: 2, search: '?stuck=1' })
})

test('one may be home; a view that is no more leads to My day', async () => {
  const id = await kept('officer', mine, '首页')
  expect((await setHome(own('officer'), { id })).kind).toBe('done')
  expect(await getHome(own('officer'))).toBe(`/deals?stage=approved&view=${id}`)
  expect(await getHome(own('colleague'))).toBeNull()
  expect(await setHome(own('colleague'), { id })).toMatchObject({ kind: 'gone' })
  await deleteView(save('officer'), { id })
  expect(await getHome(own('officer'))).toBeNull()
  await setHome(own('officer'), { id: null })
  expect((await getListSetting(own('officer'), 'deals')).home).toBeNull()
})

test('thirty views in one place are the most', async () => {
  await office.owner`insert into views (list, name, search, scope, user_id)
    select 'companies', 'v' || n, '', 'mine', ${office.actors.officer.id} from generate_series(1, 30) n`
  const one = { list: 'companies' as const, name: '多', search: '', place: mine }
  expect(await createView(save('officer'), one)).toMatchObject({
    fields: { name: { reason: 'view.too_many' } },
  })
  expect((await createView(save('colleague'), one)).kind).toBe('done')
})
