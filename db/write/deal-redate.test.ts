import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { getDeal } from '@/db/read/deal-record'
import { entryFields, newDeal } from '@/db/testing/deal'
import { type Office, openOffice, permit } from '@/db/testing/office'
import { moveDeal, undoMoveDeal } from './deal-move'
import { redateDeal } from './deal-redate'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

async function moved() {
  const { id, number } = await newDeal(office, { ...entryFields, effectiveOn: '2026-01-05' })
  const answer = await moveDeal(permit(office.actors.officer, 'deal.move'), {
    number,
    version: 1,
    to: 'entry_procedures',
    effectiveOn: null,
    reason: null,
  })
  expect(answer.kind).toBe('done')
  return { id, number }
}
const redate = (number: string, effectiveOn: string, who: 'officer' | 'headDomestic' = 'officer') =>
  redateDeal(permit(office.actors[who], 'deal.move'), { number, effectiveOn })
const read = (number: string) => getDeal(permit(office.actors.officer, 'deal.read'), number)
const lines = (id: number) => office.owner`
  select value, to_char(effective_on, 'YYYY-MM-DD') as on, superseded_at is not null as superseded
  from deal_facts where deal_id = ${id} and fact = 'stage' order by id`

test('a move that is given another day keeps one line for it; the day said first is superseded', async () => {
  const { id, number } = await moved()
  expect(await redate(number, '2026-02-01')).toMatchObject({ kind: 'done', value: { number } })
  expect(await read(number)).toMatchObject({ stage: 'entry_procedures', stageSince: '2026-02-01' })
  expect(await lines(id)).toMatchObject([
    { value: 'negotiation', on: '2026-01-05', superseded: false },
    { value: 'entry_procedures', superseded: true },
    { value: 'entry_procedures', on: '2026-02-01', superseded: false },
  ])
  const [last] = await office.owner`
    select verb, details from log_entries where noun = 'deal' and record_id = ${id} order by id desc limit 1`
  expect(last).toMatchObject({ verb: 'deal.move', details: { effectiveOn: '2026-02-01', redated: true } })
})

test('a day that does not fit leaves the move as it was', async () => {
  const { id, number } = await moved()
  const before = await read(number)
  expect(await redate(number, '2026-01-04')).toMatchObject({
    kind: 'invalid',
    fields: { effectiveOn: { reason: 'date.before_last' } },
  })
  expect(await redate(number, '2999-01-01')).toMatchObject({ kind: 'invalid' })
  expect(await read(number)).toMatchObject({ stageSince: before?.stageSince, version: before?.version })
  expect(await lines(id)).toHaveLength(2)
})

test('only the mover gives another day, and a redated move can still be undone', async () => {
  const { number } = await moved()
  expect(await redate(number, '2026-02-01', 'headDomestic')).toMatchObject({
    kind: 'refused',
    reason: 'deal.refused.not_your_move',
  })
  expect((await redate(number, '2026-02-01')).kind).toBe('done')
  const undone = await undoMoveDeal(permit(office.actors.officer, 'deal.undo_move'), { number })
  expect(undone.kind).toBe('done')
  expect(await read(number)).toMatchObject({ stage: 'negotiation', stageSince: '2026-01-05' })
})
