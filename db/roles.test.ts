import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import {
  aDeal,
  aLead,
  castOf,
  type Door,
  fingerprint,
  grant,
  people,
  type Scene,
  type Seen,
  type Who,
} from '@/db/testing/door'
import { withCapital } from '@/db/testing/door-capital'
import { aFile } from '@/db/testing/door-file'
import { reads } from '@/db/testing/door-read'
import { settings, shared } from '@/db/testing/door-setting'
import { workOn } from '@/db/testing/door-work'
import { aTask, input, proposedDeal, writes } from '@/db/testing/door-write'
import { openOffice, permit } from '@/db/testing/office'
import { logActivity } from '@/db/write/activity'
import { proposeLeadHandOver } from '@/db/write/hand-over'
import { logActivityInput } from '@/domain/activity/input'
import { proposeHandOverInput } from '@/domain/hand-over/input'
import { auditNouns } from '@/domain/user/audit-filter'

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

/** All functions of these rooms that ask for a permit first: what a browser, an import or an API could be let through. */
async function doorsIn(room: 'read' | 'write'): Promise<string[]> {
  const files = readdirSync(`db/${room}`, { recursive: true, encoding: 'utf8' })
  const doors: string[] = []
  for (const file of files.filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))) {
    const exported = (await import(resolve(`db/${room}`, file))) as Record<string, unknown>
    for (const [name, value] of Object.entries(exported))
      if (typeof value === 'function' && /^(async )?(function\*? \w+)?\(permit\b/.test(String(value)))
        doors.push(name)
  }
  return doors
}

test('every read and every write is in the table below, and nothing else is', async () => {
  const known = [
    ...Object.keys(reads),
    ...Object.keys(writes),
    ...Object.keys(settings),
    ...Object.keys(shared),
  ]
  const doors = [...(await doorsIn('read')), ...(await doorsIn('write'))]
  expect(doors.length).toBeGreaterThan(80)
  expect([...new Set(doors)].sort()).toEqual([...known].sort())
})

describe('reads of leads and deals, as every role and relation', () => {
  let seen: Seen
  beforeAll(async () => {
    const { number, id, proposalId: _ } = await proposedDeal(scene)
    await withCapital(scene, id, scene.cast.caseOfficer.id)
    const lead = await aLead(scene)
    // to a desk that nobody heads: no reader comes of it
    await proposeLeadHandOver(
      permit(scene.cast.caseOfficer, 'lead.propose_hand_over'),
      input(proposeHandOverInput, { ...lead, toDeskId: scene.office.desks.europe_us, reason: '欧资' }),
    )
    await logActivity(
      permit(scene.cast.caseOfficer, 'activity.create'),
      input(logActivityInput, { record: number, kind: 'call', happenedOn: scene.today, text: '通话' }),
    )
    await scene.owner`update deals set stage_since = '2026-02-01', next_step = '约谈', next_step_on = '2026-03-01' where id = ${id}`
    const [tag] = await scene.owner`insert into tags (name, key) values ('重点', '重点') returning id`
    await scene.owner`insert into deal_tags (deal_id, tag_id) values (${id}, ${tag?.id})`
    await scene.owner`update leads set clock_due = '2026-03-01' where id = ${lead.id}`
    await scene.owner`insert into lead_appraisals (lead_id, asked_verdict, asked_reason, asked_by)
      values (${lead.id}, 'pursue', '合适', ${scene.cast.caseOfficer.id})`
    await scene.owner`update leads set stage = 'contacted' where id = ${lead.id}`
    await scene.owner`insert into clock_results (kind, lead_id, desk_id, due_on, kept, settled_on)
      values ('answer', ${lead.id}, ${scene.office.desks.domestic}, '2026-03-01', false, '2026-03-01')`
    const [row] = await scene.owner`select company_id from deals where id = ${id}`
    const task = await aTask(scene, number)
    const file = await aFile(scene, number)
    await scene.owner`update tasks set due_on = ${scene.today} where id = ${task}`
    const { issue } = await workOn(scene, number)
    const company = Number(row?.company_id)
    seen = { deal: { id, number }, lead, company, task, file, issue, today: scene.today }
  })
  for (const [name, door] of Object.entries(reads))
    test(`${name}: ${door.may.join(', ')}`, async () => {
      const saw: Who[] = []
      for (const who of people) {
        const permitted = grant(scene.cast[who], door.permission)
        if (permitted && (await door.call(permitted as never, seen as never, scene))) saw.push(who)
      }
      expect(saw).toEqual(people.filter(who => door.may.includes(who)))
      await expectNobody(door, seen)
    })
})

describe('writes, as every role and relation: done by those who may, without any effect by all others', () => {
  for (const [name, door] of Object.entries(writes))
    test(`${name}: ${door.may.join(', ')}`, async () => {
      const did: Who[] = []
      for (const who of people) {
        const permitted = grant(scene.cast[who], door.permission)
        if (!permitted) continue
        const given = await door.given?.(scene)
        const before = await fingerprint(scene.owner)
        const outcome = (await door.call(permitted as never, given as never, scene)) as { kind: string }
        if (outcome.kind === 'done') did.push(who)
        else expect(await fingerprint(scene.owner), `${name} by ${who}: ${outcome.kind}`).toBe(before)
        if (door.may.includes(who) && outcome.kind === 'invalid')
          throw new Error(`${name} by ${who}: ${JSON.stringify(outcome)}`)
      }
      expect(did).toEqual(people.filter(who => door.may.includes(who)))
      await expectNobody(door, await door.given?.(scene))
    })
})

describe('what is shared by all staff, and what the office sets for itself', () => {
  for (const [name, door] of Object.entries({ ...shared, ...settings }))
    test(`${name}: ${door.may.join(', ')}`, () => {
      const granted = people.filter(who => grant(scene.cast[who], door.permission))
      expect(granted).toEqual(people.filter(who => door.may.includes(who)))
    })
})

/** Nobody: what only looks like a permit is refused before anything is read or written. */
async function expectNobody(door: Door, given: unknown) {
  const forged = { permission: door.permission, actor: scene.cast.director, reach: 'all' }
  const before = await fingerprint(scene.owner)
  await expect((async () => door.call(forged as never, given as never, scene))()).rejects.toThrow(/permit/)
  expect(await fingerprint(scene.owner)).toBe(before)
}

test('a record that is not there and one that is not yours look the same', async () => {
  const { number } = await aDeal(scene)
  const ask = (who: Who, which: string) =>
    reads.getDeal?.call(
      grant(scene.cast[who], 'deal.read') as never,
      { deal: { number: which } } as never,
      scene,
    )
  expect(await ask('outsider', number)).toBe(await ask('outsider', 'D-2026-9999'))
  const edit = (who: Who, which: string) =>
    writes.editDeal?.call(
      grant(scene.cast[who], 'deal.edit') as never,
      { id: 0, number: which, version: 1 } as never,
      scene,
    )
  expect(await edit('outsider', number)).toEqual(await edit('outsider', 'D-2026-9999'))
})

test('whatever the log tells of, it can be asked for', async () => {
  const told = await scene.owner`select distinct noun from log_entries`
  // exports have a view of their own
  const known: string[] = [...auditNouns, 'export']
  expect(told.map(({ noun }) => noun).filter(noun => !known.includes(noun))).toEqual([])
})
