import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { listRoutes } from '@/db/read/route'
import { type Office, openOffice, permit } from '@/db/testing/office'
import { createRoute, deleteRoute, editRoute, reorderRoutes } from '@/db/write/route'
import { createRouteInput } from '@/domain/desk/input'
import { routeLead } from '@/domain/route/route'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const routes = () => listRoutes(permit(office.actors.officer, 'reference.read'))
const order = async () => (await routes()).map(route => route.id)
const create = (places: string[], desk: keyof Office['desks'], industryId: number | null = null) =>
  createRoute(
    permit(office.actors.admin, 'route.create'),
    createRouteInput.parse({
      places,
      deskId: office.desks[desk],
      industryId: industryId ? String(industryId) : '',
    }),
  )
const reorder = (ids: number[], seen: number[]) =>
  reorderRoutes(permit(office.actors.admin, 'route.reorder'), { ids, seen })

test('a rule is reordered and the next lead follows it', async () => {
  await create(['japan_korea'], 'japan_korea')
  await create([], 'domestic', office.industryId)
  const lead = { country: 'JP', industryId: office.industryId }
  expect(routeLead(await routes(), lead)).toBe(office.desks.japan_korea)
  const seen = await order()
  expect((await reorder([...seen].reverse(), seen)).kind).toBe('done')
  expect(routeLead(await routes(), lead)).toBe(office.desks.domestic)
  const [line] = await office.owner`select verb, details from log_entries order by id desc limit 1`
  expect(line).toMatchObject({
    verb: 'route.reorder',
    details: { changes: { order: [seen.map(Number), [...seen].reverse()] } },
  })
})

test('who reorders what another has reordered meanwhile is told, and nothing is mixed', async () => {
  const seen = await order()
  const other = [...seen].reverse()
  expect((await reorder(other, seen)).kind).toBe('done')
  expect(await reorder(other, seen)).toMatchObject({
    kind: 'refused',
    reason: 'admin.route.changed_meanwhile',
  })
  expect(await order()).toEqual(other)
})

test('an order that leaves a rule out, names one twice or one that is not there is refused', async () => {
  const seen = await order()
  for (const ids of [seen.slice(1), [...seen.slice(1), seen[1] as number], [...seen.slice(1), 999]])
    expect((await reorder(ids, seen)).kind).toBe('refused')
  expect(await order()).toEqual(seen)
})

test('a rule names places and a desk that exist', async () => {
  expect(() => createRouteInput.parse({ places: ['XX'], deskId: 1, industryId: '' })).toThrow()
  expect(() => createRouteInput.parse({ places: ['toString'], deskId: 1, industryId: '' })).toThrow()
  const input = createRouteInput.parse({ places: ['TW'], deskId: '99999', industryId: '' })
  expect(await createRoute(permit(office.actors.admin, 'route.create'), input)).toMatchObject({
    fields: { deskId: { reason: 'input.not_offered' } },
  })
})

test('a rule that another has changed is shown field by field, and not deleted by mistake', async () => {
  const [rule] = await routes()
  if (!rule) throw new Error()
  const edit = permit(office.actors.admin, 'route.edit')
  const input = { id: rule.id, version: rule.version, places: ['KR'], industryId: null, deskId: rule.deskId }
  expect((await editRoute(edit, input)).kind).toBe('done')
  expect(await editRoute(edit, { ...input, places: ['JP'] })).toMatchObject({
    kind: 'conflict',
    theirs: { values: { 'places[]': 'KR' } },
  })
  const remove = permit(office.actors.admin, 'route.delete')
  expect((await deleteRoute(remove, rule)).kind).toBe('refused')
  expect((await deleteRoute(remove, { id: rule.id, version: rule.version + 1 })).kind).toBe('done')
  expect((await deleteRoute(remove, { id: rule.id, version: rule.version + 1 })).kind).toBe('gone')
})
