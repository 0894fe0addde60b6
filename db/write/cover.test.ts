import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { sessionOf, sessionVersionOf } from '@/db/door/session'
import { getTimeline } from '@/db/read/activity'
import { listCovers } from '@/db/read/cover'
import { getDeal } from '@/db/read/deal-record'
import { getLead } from '@/db/read/lead'
import { aDeal, aLead, castOf, type Scene, type Who } from '@/db/testing/door'
import { input } from '@/db/testing/door-write'
import { openOffice, permit } from '@/db/testing/office'
import { logActivityInput } from '@/domain/activity/input'
import { addDays } from '@/domain/calendar/date'
import { createCoverInput } from '@/domain/cover/input'
import { editDealInput } from '@/domain/deal/input'
import { addMemberDealInput } from '@/domain/deal/verb-input'
import { parseInput } from '@/domain/outcome'
import type { Permission } from '@/domain/policy/table'
import { logActivity } from './activity'
import { createCover, endCover } from './cover'
import { editDeal } from './deal-edit'
import { addMemberDeal } from './deal-team'

let scene: Scene
beforeAll(async () => {
  const office = await openOffice()
  const [row] =
    await office.owner`select to_char((now() at time zone 'Asia/Shanghai')::date, 'YYYY-MM-DD') as today`
  scene = { office, cast: await castOf(office), owner: office.owner, today: row?.today }
})
afterAll(async () => {
  await closePools()
  await scene.owner.end()
})

const may = <P extends Permission>(who: Who, verb: P) => permit(scene.cast[who], verb)
const day = (days: number) => addDays(scene.today, days)
const form = (more: object = {}) => ({
  absentId: scene.cast.caseOfficer.id,
  colleagueId: scene.cast.colleague.id,
  from: day(0),
  until: day(5),
  reason: '出差',
  ...more,
})
const create = (who: Who, more: object = {}) =>
  createCover(may(who, 'cover.create'), input(createCoverInput, form(more)))
const clear = () => scene.owner`delete from covers`
/** The person as the very next request reads him. */
async function now(who: Who) {
  const { id } = scene.cast[who]
  const actor = (await sessionOf(id, Number(await sessionVersionOf(id))))?.actor
  if (!actor) throw new Error(who)
  return actor
}
async function started(more: object = {}) {
  await clear()
  const made = await create('caseOfficer', more)
  if (made.kind !== 'done') throw new Error(JSON.stringify(made))
  return made.value.id
}
const version = async (id: number) =>
  (await scene.owner`select version from deals where id = ${id}`)[0]?.version
const edit = async (who: Who, deal: { number: string; version: number }) =>
  editDeal(permit(await now(who), 'deal.edit'), input(editDealInput, { ...deal, name: '改名' }))

test('who stands in sees and changes the cases of the absent, from the first day to the last, and not before or after', async () => {
  const deal = await aDeal(scene)
  await clear()
  expect((await edit('colleague', deal)).kind).toBe('refused')
  const id = await started()
  expect((await now('colleague')).covers).toEqual([scene.cast.caseOfficer.id])
  const permitted = permit(await now('colleague'), 'deal.read')
  expect((await getDeal(permitted, deal.number))?.can.edit).toBe(true)
  expect((await edit('colleague', deal)).kind).toBe('done')
  for (const days of [
    [day(1), day(3)],
    [day(-3), day(-1)],
  ]) {
    await scene.owner`update covers set from_on = ${String(days[0])}, until_on = ${String(days[1])} where id = ${id}`
    expect((await now('colleague')).covers).toEqual([])
    expect((await edit('colleague', { ...deal, version: deal.version + 1 })).kind).toBe('refused')
  }
})

test('a case of another desk on which the absent is a member is seen and written as well; what he only reads is not', async () => {
  const deal = await aDeal(scene)
  const { general } = scene.office.desks
  await scene.owner`update deals set desk_id = ${general}, case_officer_id = null where id = ${deal.id}`
  await started()
  expect((await edit('colleague', deal)).kind).toBe('done')
  await scene.owner`update deals set team_ids = '{}', reader_ids = array[${scene.cast.caseOfficer.id}]::bigint[] where id = ${deal.id}`
  expect(await getDeal(permit(await now('colleague'), 'deal.read'), deal.number)).toBeNull()
})

test('what is done so is logged "for": the log, the timeline, the activity; what one may oneself is not', async () => {
  const deal = await aDeal(scene)
  const { caseOfficer, colleague } = scene.cast
  await started()
  await edit('colleague', deal)
  const activity = (record: string) =>
    input(logActivityInput, { record, kind: 'call', happenedOn: scene.today, text: '通话' })
  await logActivity(permit(await now('colleague'), 'activity.create'), activity(deal.number))
  const { items } = await getTimeline(may('director', 'deal.read'), { noun: 'deal', id: deal.id })
  expect(items.filter(item => item.by === colleague.id).map(item => item.forId)).toEqual([
    caseOfficer.id,
    caseOfficer.id,
  ])
  expect(items.filter(item => item.by !== colleague.id).every(item => item.forId === null)).toBe(true)
  const lines =
    await scene.owner`select verb, details -> 'coverFor' as for from log_entries where noun = 'deal' and record_id = ${deal.id} and actor_id = ${colleague.id} order by id`
  expect(lines.map(line => [line.verb, line.for])).toEqual([
    ['deal.edit', caseOfficer.id],
    ['activity.create', caseOfficer.id],
  ])
  const member = input(addMemberDealInput, {
    ...deal,
    version: await version(deal.id),
    memberId: colleague.id,
  })
  expect((await addMemberDeal(permit(await now('colleague'), 'deal.add_member'), member)).kind).toBe('done')
  await logActivity(permit(await now('colleague'), 'activity.create'), activity(deal.number))
  const after =
    await scene.owner`select details -> 'coverFor' as for from log_entries where noun = 'deal' and record_id = ${deal.id} and actor_id = ${colleague.id} order by id offset 2`
  expect(after.map(line => line.for)).toEqual([caseOfficer.id, null])
})

test('revoked while a form is open: what is sent then is refused, and the absent and the head may revoke', async () => {
  const deal = await aDeal(scene)
  const id = await started()
  const open = await now('colleague')
  expect(open.covers).toHaveLength(1)
  expect((await endCover(may('outsider', 'cover.end'), { id })).kind).toBe('gone')
  expect((await endCover(may('colleague', 'cover.end'), { id })).kind).toBe('refused')
  expect((await endCover(may('headOfDesk', 'cover.end'), { id })).kind).toBe('done')
  expect((await edit('colleague', deal)).kind).toBe('refused')
  expect(await endCover(may('caseOfficer', 'cover.end'), { id })).toMatchObject({
    reason: 'cover.refused.ended_already',
  })
  const { covers } = await listCovers(may('headOfDesk', 'cover.read'), { past: true })
  expect(covers[0]).toMatchObject({ id, endedBy: scene.cast.headOfDesk.id })
})

test('it is arranged by oneself, the head or the director, with somebody of the same desk', async () => {
  const outcomes: [Who, string][] = [
    ['caseOfficer', 'done'],
    ['headOfDesk', 'done'],
    ['director', 'done'],
    ['colleague', 'refused'],
    ['headElsewhere', 'refused'],
    ['outsider', 'refused'],
  ]
  for (const [who, kind] of outcomes) {
    await clear()
    expect([who, (await create(who)).kind]).toEqual([who, kind])
  }
  await clear()
  expect(await create('caseOfficer', { colleagueId: scene.cast.outsider.id })).toMatchObject({
    fields: { colleagueId: { reason: 'cover.invalid.other_desk' } },
  })
  expect(await create('director', { colleagueId: scene.cast.director.id })).toMatchObject({ kind: 'invalid' })
})

test('neither in the past, nor twice on a day, nor in a ring; five at once make one', async () => {
  await clear()
  expect(await create('caseOfficer', { from: day(-1) })).toMatchObject({
    fields: { from: { reason: 'cover.invalid.past' } },
  })
  expect(await create('caseOfficer', { from: day(-9), until: day(-2) })).toMatchObject({
    fields: { until: { reason: 'cover.invalid.past' } },
  })
  const many = await Promise.all(Array.from({ length: 5 }, () => create('caseOfficer')))
  expect(many.filter(({ kind }) => kind === 'done')).toHaveLength(1)
  expect(many.find(({ kind }) => kind !== 'done')).toMatchObject({
    fields: { from: { reason: 'cover.invalid.covered_already' } },
  })
  expect(await create('caseOfficer', { from: day(6), until: day(8) })).toMatchObject({ kind: 'done' })
  const { caseOfficer, colleague, headOfDesk } = scene.cast
  const ring = { absentId: colleague.id, colleagueId: caseOfficer.id, from: day(5), until: day(5) }
  expect(await create('colleague', ring)).toMatchObject({
    fields: { colleagueId: { reason: 'cover.invalid.colleague_absent' } },
  })
  expect(await create('colleague', { ...ring, colleagueId: headOfDesk.id })).toMatchObject({
    fields: { absentId: { reason: 'cover.invalid.covers_another' } },
  })
})

test('a form that is nonsense is told where', () => {
  const faults = (more: object) => {
    const parsed = parseInput(createCoverInput, form(more))
    return parsed.kind === 'invalid'
      ? Object.fromEntries(Object.entries(parsed.fields).map(([k, v]) => [k, v.reason]))
      : {}
  }
  expect(faults({ colleagueId: scene.cast.caseOfficer.id })).toEqual({ colleagueId: 'cover.invalid.oneself' })
  expect(faults({ until: day(-1) })).toEqual({ until: 'cover.invalid.until_before_from' })
  expect(faults({ until: day(400) })).toEqual({ until: 'cover.invalid.too_long' })
  expect(faults({ from: '', until: '2026-02-30' })).toMatchObject({
    from: 'date.required',
    until: 'date.unreadable',
  })
})

test('whoever moves to another desk does not stand in any more', async () => {
  await started()
  const { colleague } = scene.cast
  await scene.owner`update desk_members set desk_id = ${scene.office.desks.general} where user_id = ${colleague.id}`
  expect((await now('colleague')).covers).toEqual([])
  await scene.owner`update desk_members set desk_id = ${scene.office.desks.domestic} where user_id = ${colleague.id}`
  expect((await now('colleague')).covers).toHaveLength(1)
})

test('a lead of the absent is within reach of who stands in for him, contact details too', async () => {
  const lead = await aLead(scene)
  await scene.owner`update leads set desk_id = ${scene.office.desks.general} where id = ${lead.id}`
  await started()
  const found = await getLead(permit(await now('colleague'), 'lead.read'), lead.number)
  expect(found?.details?.phones).toHaveLength(1)
})
