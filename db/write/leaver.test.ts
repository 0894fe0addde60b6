import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { getLeaver } from '@/db/read/leaver'
import { getUser } from '@/db/read/user'
import { aDeal, aLead, castOf, type Scene, type Who } from '@/db/testing/door'
import { input } from '@/db/testing/door-write'
import { openOffice, permit } from '@/db/testing/office'
import { handOverGroupInput } from '@/domain/leaver/input'
import type { Permission } from '@/domain/policy/table'
import { assignDeal } from './deal-team'
import { handOverEvents, handOverGroup, handOverTasks } from './leaver'
import { disableUser, enableUser } from './user'

let scene: Scene
beforeAll(async () => {
  const office = await openOffice()
  const [row] =
    await office.owner`select to_char((now() at time zone 'Asia/Shanghai')::date, 'YYYY-MM-DD') as today`
  scene = { office, cast: await castOf(office), owner: office.owner, today: row?.today }
})
beforeEach(async () => {
  await scene.owner`update deals set deleted_at = now()`
  await scene.owner`update leads set deleted_at = now()`
  await scene.owner`update tasks set deleted_at = now()`
})
afterAll(async () => {
  await closePools()
  await scene.owner.end()
})

const may = <P extends Permission>(who: Who, verb: P) => permit(scene.cast[who], verb)
const look = (who: Who, whose: Who = 'caseOfficer') =>
  getLeaver(may(who, 'leaver.read'), scene.cast[whose].id)
const give = (who: Who, more: object = {}) =>
  handOverGroup(
    may(who, 'leaver.hand_over'),
    input(handOverGroupInput, {
      leaverId: scene.cast.caseOfficer.id,
      part: 'officer',
      noun: 'deal',
      deskId: scene.office.desks.domestic,
      ...more,
    }),
  )
const deal = async (id: number) => {
  const [row] = await scene.owner`
    select case_officer_id::int as officer, team_ids::int[] as team, reader_ids::int[] as readers, version from deals where id = ${id}`
  return row
}
const account = async (who: Who) => {
  const found = await getUser(may('admin', 'user.read'), scene.cast[who].login.toLowerCase())
  if (!found) throw new Error(who)
  return { id: found.id, version: found.version }
}
const disable = async (who: Who) => disableUser(may('admin', 'user.disable'), await account(who))

test('the checklist names all that is open, by desk and part, with what was asked for; a head sees it of his desk', async () => {
  await aDeal(scene)
  await aDeal(scene)
  await aLead(scene)
  const lost = await aDeal(scene)
  await scene.owner`update deals set status = 'lost' where id = ${lost.id}`
  const elsewhere = await aDeal(scene)
  await scene.owner`update deals set desk_id = ${scene.office.desks.general} where id = ${elsewhere.id}`
  const found = await look('director')
  const { domestic, general } = scene.office.desks
  expect(found?.groups.map(({ part, noun, deskId, total }) => [part, noun, deskId, total])).toEqual([
    ['officer', 'lead', domestic, 1],
    ['officer', 'deal', domestic, 2],
    ['officer', 'deal', general, 1],
  ])
  expect(found?.beyond).toBe(0)
  expect(await look('headOfDesk')).toMatchObject({ beyond: 1 })
  expect(await look('headElsewhere')).toBeNull()
  expect((await look('director', 'member'))?.groups.every(({ part }) => part === 'member')).toBe(true)
  expect(await look('director', 'viewer')).toBeNull()
})

test('single ones go to whom they are given, the rest to one, in one transaction, each with its line in the log', async () => {
  const [one, two, three] = [await aDeal(scene), await aDeal(scene), await aDeal(scene)]
  const { caseOfficer, colleague, headOfDesk, member } = scene.cast
  const outcome = await give('headOfDesk', {
    takerId: colleague.id,
    picks: [`${two.number}:${headOfDesk.id}`, ''],
  })
  expect(outcome).toEqual({ kind: 'done', value: { given: 3, left: 0 } })
  expect(await deal(one.id)).toEqual({
    officer: colleague.id,
    team: [member.id, colleague.id],
    readers: [caseOfficer.id],
    version: one.version + 1,
  })
  expect((await deal(two.id))?.officer).toBe(headOfDesk.id)
  const lines =
    await scene.owner`select record_id::int as id, details from log_entries where verb = 'leaver.hand_over' and record_id in (${one.id}, ${two.id}, ${three.id}) order by record_id`
  expect(lines.map(line => line.details.changes.officer)).toEqual([
    [caseOfficer.id, colleague.id],
    [caseOfficer.id, headOfDesk.id],
    [caseOfficer.id, colleague.id],
  ])
  expect((await look('director'))?.groups).toEqual([])
})

test('what nobody takes stays and is counted; what has moved on meanwhile is left alone', async () => {
  const [one, two] = [await aDeal(scene), await aDeal(scene)]
  const closed = await aDeal(scene)
  await scene.owner`update deals set status = 'withdrawn' where id = ${closed.id}`
  const { colleague, caseOfficer } = scene.cast
  const picks = [
    `${one.number}:${colleague.id}`,
    `${closed.number}:${colleague.id}`,
    `D-2026-9999:${colleague.id}`,
  ]
  expect(await give('director', { picks })).toEqual({ kind: 'done', value: { given: 1, left: 1 } })
  expect((await deal(two.id))?.officer).toBe(caseOfficer.id)
  expect((await deal(closed.id))?.officer).toBe(caseOfficer.id)
})

test('the taker works on that desk and has an account; the leaver takes nothing; another head gives nothing', async () => {
  const one = await aDeal(scene)
  const { outsider, caseOfficer, viewer, colleague } = scene.cast
  expect(await give('director', { takerId: outsider.id })).toMatchObject({
    fields: { takerId: { reason: 'handover.leaver.invalid.other_desk' } },
  })
  for (const takerId of [caseOfficer.id, viewer.id, 99_999, 0])
    expect(await give('director', { takerId })).toMatchObject({
      fields: { takerId: { reason: 'input.not_offered' } },
    })
  expect(await give('director')).toMatchObject({
    fields: { takerId: { reason: 'handover.leaver.invalid.nobody' } },
  })
  expect(await give('headElsewhere', { takerId: colleague.id })).toMatchObject({
    reason: 'common.not_permitted',
  })
  expect((await deal(one.id))?.officer).toBe(caseOfficer.id)
})

test('a member is replaced, or taken off', async () => {
  const [one, two] = [await aDeal(scene), await aDeal(scene)]
  const { member, colleague, caseOfficer } = scene.cast
  const more = { leaverId: member.id, part: 'member', takerId: 0, picks: [`${one.number}:${colleague.id}`] }
  expect(await give('headOfDesk', more)).toEqual({ kind: 'done', value: { given: 2, left: 0 } })
  expect(await deal(one.id)).toMatchObject({ team: [caseOfficer.id, colleague.id], readers: [member.id] })
  expect(await deal(two.id)).toMatchObject({ team: [caseOfficer.id], officer: caseOfficer.id })
  // the log tells of the members alone
  const lines = await scene.owner`select details -> 'changes' -> 'members' as members from log_entries
    where verb = 'leaver.hand_over' and record_id in (${one.id}, ${two.id}) order by record_id`
  expect(lines).toEqual([{ members: [[member.id], [colleague.id]] }, { members: [[member.id], []] }])
})

test('an account with open cases is not disabled; once they are handed over it is', async () => {
  await aDeal(scene)
  await aLead(scene)
  expect(await disable('caseOfficer')).toEqual({
    kind: 'refused',
    reason: 'admin.user.has_cases',
    values: { cases: 2, tasks: 0, offers: 0 },
  })
  const { colleague, caseOfficer, member } = scene.cast
  expect(await disable('member')).toMatchObject({ values: { cases: 2, tasks: 0, offers: 0 } })
  for (const noun of ['deal', 'lead'])
    await give('headOfDesk', { leaverId: member.id, part: 'member', takerId: 0, noun })
  expect((await disable('member')).kind).toBe('done')
  await enableUser(may('admin', 'user.enable'), await account('member'))
  await give('director', { takerId: colleague.id })
  await give('director', { takerId: colleague.id, noun: 'lead' })
  await scene.owner`insert into tasks (title, assignee_id, created_by, updated_by)
    values ('寄资料', ${caseOfficer.id}, ${caseOfficer.id}, ${caseOfficer.id})`
  expect(await disable('caseOfficer')).toMatchObject({ values: { cases: 0, tasks: 1, offers: 0 } })
  await handOverTasks(may('headOfDesk', 'leaver.hand_over'), {
    leaverId: caseOfficer.id,
    takerId: colleague.id,
  })
  expect((await disable('caseOfficer')).kind).toBe('done')
  await enableUser(may('admin', 'user.enable'), await account('caseOfficer'))
})

test('a case assigned while its new officer is being disabled: never both', async () => {
  const { colleague } = scene.cast
  for (let round = 0; round < 8; round++) {
    await scene.owner`update deals set deleted_at = now()`
    const one = await aDeal(scene)
    const to = await account('colleague')
    const both = await Promise.allSettled([
      assignDeal(may('headOfDesk', 'deal.assign'), { ...one, officerId: colleague.id }),
      disableUser(may('admin', 'user.disable'), to),
    ])
    const done = both.filter(one => one.status === 'fulfilled' && one.value.kind === 'done')
    expect(done).toHaveLength(1)
    const [wrong] = await scene.owner`
      select 1 from deals d join users u on u.id = d.case_officer_id where u.disabled_at is not null and d.deleted_at is null`
    expect(wrong).toBeUndefined()
    await scene.owner`update users set disabled_at = null where id = ${colleague.id}`
  }
})

test('events ahead get another name, those of other desks only by the director', async () => {
  const { caseOfficer, colleague, director } = scene.cast
  const { domestic, europe_us: europe } = scene.office.desks
  for (const [number, desk] of [
    ['E-2026-0901', domestic],
    ['E-2026-0902', europe],
  ] as const)
    await scene.owner`insert into events (number, kind, name, starts_on, ends_on, country, city, desk_ids, staff_ids, search_text, created_by, updated_by)
      values (${number}, 'seminar', '说明会', '2099-05-01', '2099-05-01', 'JP', '大阪', array[${desk}]::bigint[], array[${caseOfficer.id}]::bigint[], '', ${director.id}, ${director.id})`
  const go = (who: Who) =>
    handOverEvents(may(who, 'leaver.hand_over'), { leaverId: caseOfficer.id, takerId: colleague.id })
  expect(await go('headOfDesk')).toEqual({ kind: 'done', value: { given: 1, left: 1 } })
  expect(await go('headElsewhere')).toMatchObject({ kind: 'refused' })
  expect(await go('director')).toEqual({ kind: 'done', value: { given: 1, left: 0 } })
})

test('open tasks go to somebody else, done ones stay', async () => {
  const { caseOfficer, colleague } = scene.cast
  await scene.owner`insert into tasks (title, assignee_id, created_by, updated_by, done_at)
    values ('寄资料', ${caseOfficer.id}, ${caseOfficer.id}, ${caseOfficer.id}, null), ('已寄', ${caseOfficer.id}, ${caseOfficer.id}, ${caseOfficer.id}, now())`
  expect((await look('headOfDesk'))?.tasks).toMatchObject({ total: 1, first: [{ title: '寄资料' }] })
  const give = handOverTasks(may('headOfDesk', 'leaver.hand_over'), {
    leaverId: caseOfficer.id,
    takerId: colleague.id,
  })
  expect(await give).toEqual({ kind: 'done', value: { given: 1, left: 0 } })
  const rows =
    await scene.owner`select title from tasks where assignee_id = ${colleague.id} and deleted_at is null`
  expect(rows.map(row => row.title)).toEqual(['寄资料'])
  expect((await look('headOfDesk'))?.tasks.total).toBe(0)
})
