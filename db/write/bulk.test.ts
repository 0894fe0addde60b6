import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { getBulk, pickBulk } from '@/db/read/bulk'
import { aDeal, aLead, castOf, fingerprint, type Scene, type Who } from '@/db/testing/door'
import { input, proposedDeal } from '@/db/testing/door-write'
import { openOffice, permit } from '@/db/testing/office'
import { type BulkPermission, MOST_AT_ONCE, MOST_BY_FILTER } from '@/domain/bulk/bulk'
import { bulkInput, undoBulkInput } from '@/domain/bulk/input'
import { defaultLeadFilter } from '@/domain/lead/filter'
import { applyBulk, previewBulk } from './bulk'
import { undoBulk } from './bulk-undo'

let scene: Scene
beforeAll(async () => {
  const office = await openOffice()
  scene = { office, cast: await castOf(office), owner: office.owner, today: '' }
  const [row] =
    await office.owner`select to_char((now() at time zone 'Asia/Shanghai')::date, 'YYYY-MM-DD') as today`
  scene.today = row?.today
})
afterAll(async () => {
  await closePools()
  await scene.owner.end()
})

type Item = { number: string; version: number }
const by = (who: Who, permission: BulkPermission) => permit(scene.cast[who], permission)
const run = (items: readonly Item[], fields: Record<string, unknown> = {}) =>
  input(bulkInput, {
    items: items.map(({ number, version }) => `${number}.${version}`),
    submission: randomUUID(),
    ...fields,
  })
const toColleague = () => ({ officerId: scene.cast.colleague.id })
const closing = { reasonCode: 'no_reply', reason: '联系不上' }
const ending = { reasonCode: 'price', reason: '地价' }
const officerOf = async (number: string) => {
  const [row] = await scene.owner`select case_officer_id as officer from leads where number = ${number}`
  return Number(row?.officer)
}

test('a preview says what the run does, and leaves nothing behind', async () => {
  const [one, other] = [await aLead(scene), await aLead(scene)]
  await scene.owner`update leads set stage = 'disqualified' where id = ${other.id}`
  const before = await fingerprint(scene.owner)
  const asked = run([one, other], closing)
  const preview = await previewBulk(by('headOfDesk', 'lead.disqualify'), asked)
  expect(await fingerprint(scene.owner)).toBe(before)
  const lines = {
    changed: [{ number: one.number, state: 'new' }],
    kept: [{ number: other.number, name: '来访客商', reason: 'lead.refused.closed' }],
  }
  expect(preview).toMatchObject({ kind: 'conflict', theirs: lines })
  expect(await applyBulk(by('headOfDesk', 'lead.disqualify'), asked)).toMatchObject({
    kind: 'done',
    value: lines,
  })
})

test('each record has its line in the log, under one mark, and the run has one of its own', async () => {
  const leads = [await aLead(scene), await aLead(scene)]
  const asked = run(leads, toColleague())
  expect((await applyBulk(by('headOfDesk', 'lead.assign'), asked)).kind).toBe('done')
  const lines = await scene.owner`
    select noun, verb, record_id as id from log_entries where details ->> 'bulk' = ${asked.mark} order by id`
  expect(lines.map(({ noun, verb, id }) => [noun, verb, id === null ? null : Number(id)])).toEqual([
    ...leads.map(({ id }) => ['lead', 'lead.assign', id]),
    ['bulk', 'lead.assign', null],
  ])
})

test('what changed between preview and apply is refused by name, not overwritten', async () => {
  const [one, other] = [await aLead(scene), await aLead(scene)]
  const asked = run([one, other], toColleague())
  await previewBulk(by('director', 'lead.assign'), asked)
  await scene.owner`update leads set version = version + 1, need = '改过了' where id = ${other.id}`
  expect(await applyBulk(by('director', 'lead.assign'), asked)).toMatchObject({
    kind: 'done',
    value: {
      changed: [{ number: one.number }],
      kept: [{ number: other.number, reason: 'bulk.kept.changed' }],
    },
  })
  expect(await officerOf(other.number)).toBe(scene.cast.caseOfficer.id)
})

test('all or nothing, on request', async () => {
  const [one, other] = [await aLead(scene), await aLead(scene)]
  await scene.owner`update leads set stage = 'disqualified' where id = ${other.id}`
  const before = await fingerprint(scene.owner)
  const outcome = await applyBulk(
    by('director', 'lead.disqualify'),
    run([one, other], { ...closing, whole: 'on' }),
  )
  expect(outcome).toMatchObject({ kind: 'refused', reason: 'bulk.refused.whole', values: { count: 1 } })
  expect(await fingerprint(scene.owner)).toBe(before)
})

test('numbers that are forged, gone, or of another desk look the same', async () => {
  const [mine, theirs] = [await aLead(scene), await aLead(scene)]
  await scene.owner`update leads set desk_id = ${scene.office.desks.japan_korea}, team_ids = '{}', case_officer_id = null where id = ${theirs.id}`
  const forged = { number: 'L-2026-9999', version: 1 }
  const outcome = await applyBulk(by('headOfDesk', 'lead.assign'), run([theirs, forged, mine], toColleague()))
  const gone = (number: string) => ({ number, name: null, reason: 'bulk.kept.gone' })
  expect(outcome).toMatchObject({ kind: 'done', value: { changed: [{ number: mine.number }] } })
  expect((outcome as { value: { kept: unknown[] } }).value.kept).toEqual(
    expect.arrayContaining([gone(theirs.number), gone(forged.number)]),
  )
})

test('a colleague sees a deal and may not lose it: refused by name; one that waits for approval is refused with its reason', async () => {
  const [deal, waiting] = [await aDeal(scene), await proposedDeal(scene)]
  const asked = run([deal, { ...waiting, version: 3 }], ending)
  expect(await previewBulk(by('colleague', 'deal.lose'), asked)).toMatchObject({
    theirs: { changed: [], kept: [{ reason: 'common.not_permitted' }, { reason: 'common.not_permitted' }] },
  })
  const [row] = await scene.owner`select version from deals where id = ${waiting.id}`
  const now = run([deal, { ...waiting, version: row?.version }], ending)
  expect(await applyBulk(by('headOfDesk', 'deal.lose'), now)).toMatchObject({
    value: {
      changed: [{ number: deal.number, state: 'active' }],
      kept: [{ number: waiting.number, reason: 'deal.refused.proposal_waits' }],
    },
  })
})

test('what the verb itself asks for is asked for once', async () => {
  const lead = await aLead(scene)
  const lacking = run([lead], { reasonCode: 'no_reply' })
  expect(await previewBulk(by('director', 'lead.disqualify'), lacking)).toMatchObject({
    kind: 'invalid',
    fields: { reason: { reason: 'text.required' } },
  })
})

test('sent twice, a run is done once and answers the same', async () => {
  const lead = await aLead(scene)
  const asked = run([lead], toColleague())
  const [first, second] = [
    await applyBulk(by('director', 'lead.assign'), asked),
    await applyBulk(by('director', 'lead.assign'), asked),
  ]
  expect(second).toEqual(first)
  const [row] = await scene.owner`select version from leads where id = ${lead.id}`
  expect(row?.version).toBe(lead.version + 1)
})

test('an undo gives each back to whom it was, but what somebody has changed since; a second does nothing', async () => {
  const [one, other] = [await aLead(scene), await aLead(scene)]
  const asked = run([one, other], toColleague())
  await applyBulk(by('director', 'lead.assign'), asked)
  await scene.owner`update leads set version = version + 1 where id = ${other.id}`
  const undo = () =>
    undoBulk(
      permit(scene.cast.director, 'lead.assign'),
      input(undoBulkInput, { of: asked.mark, submission: randomUUID() }),
    )
  expect(await undo()).toMatchObject({
    kind: 'done',
    value: {
      changed: [{ number: one.number }],
      kept: [{ number: other.number, reason: 'bulk.kept.changed' }],
    },
  })
  expect([await officerOf(one.number), await officerOf(other.number)]).toEqual([
    scene.cast.caseOfficer.id,
    scene.cast.colleague.id,
  ])
  expect(await undo()).toMatchObject({ value: { changed: [] } })
})

test('tags go on and off many, are undone, and what bore them already is said to', async () => {
  const [tag] = await scene.owner`insert into tags (name, key) values ('成批', '成批') returning id`
  const [one, other] = [await aDeal(scene), await aDeal(scene)]
  await scene.owner`insert into deal_tags values (${other.id}, ${tag?.id})`
  const asked = run([one, other], { add: [String(tag?.id)] })
  expect(await applyBulk(by('caseOfficer', 'deal.tag'), asked)).toMatchObject({
    value: {
      changed: [{ number: one.number }],
      kept: [{ number: other.number, reason: 'bulk.kept.already' }],
    },
  })
  await undoBulk(
    permit(scene.cast.caseOfficer, 'deal.tag'),
    input(undoBulkInput, { of: asked.mark, submission: randomUUID() }),
  )
  const left = await scene.owner`select deal_id from deal_tags where tag_id = ${tag?.id}`
  expect(left.map(row => Number(row.deal_id))).toEqual([other.id])
})

test("a run is told to its author alone, and nobody turns back another's", async () => {
  const lead = await aLead(scene)
  const asked = run([lead], toColleague())
  await applyBulk(by('director', 'lead.assign'), asked)
  const read = (who: Who) => getBulk(permit(scene.cast[who], 'lead.read'), asked.mark)
  expect(await read('director')).toMatchObject({
    permission: 'lead.assign',
    changed: [{ number: lead.number }],
  })
  expect(await read('headOfDesk')).toBeNull()
  const other = input(undoBulkInput, { of: asked.mark, submission: randomUUID() })
  expect(await undoBulk(permit(scene.cast.headOfDesk, 'lead.assign'), other)).toEqual({ kind: 'gone' })
})

test('two runs over the same records at once: one of them has each', async () => {
  const leads = [await aLead(scene), await aLead(scene), await aLead(scene)]
  const outcomes = await Promise.all([
    applyBulk(by('director', 'lead.assign'), run(leads, toColleague())),
    applyBulk(by('headOfDesk', 'lead.assign'), run([...leads].reverse(), toColleague())),
  ])
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'refused'])
})

test('all that a filter lists, in lots; a filter that lists too many picks nothing', async () => {
  const { owner, cast, office } = scene
  await owner`
    insert into leads (number, name, country, source, need, stage_since, search_text, desk_id, case_officer_id, team_ids, created_by, updated_by)
    select 'L-2025-' || lpad(n::text, 5, '0'), '批量' || n, 'CN', 'referral', '厂房', '2026-01-01', '批量', ${office.desks.domestic},
      ${cast.caseOfficer.id}, array[${cast.caseOfficer.id}::bigint], ${cast.caseOfficer.id}, ${cast.caseOfficer.id} from generate_series(1, ${MOST_AT_ONCE + 20}) n`
  const filter = { ...defaultLeadFilter, text: '批量' }
  const read = permit(cast.director, 'lead.read')
  const first = await pickBulk(read, { noun: 'lead', filter, after: 0 })
  expect(first).toMatchObject({ total: MOST_AT_ONCE + 20, before: 0 })
  expect(first?.rows.length).toBe(MOST_AT_ONCE)
  const rest = await pickBulk(read, { noun: 'lead', filter, after: first?.rows.at(-1)?.id ?? 0 })
  expect(rest).toMatchObject({ before: MOST_AT_ONCE, rows: { length: 20 } })

  const rows = first?.rows ?? []
  const begun = performance.now()
  const outcome = await applyBulk(by('director', 'lead.disqualify'), run(rows, closing))
  const took = performance.now() - begun
  expect(outcome).toMatchObject({ kind: 'done', value: { changed: { length: MOST_AT_ONCE }, kept: [] } })
  expect(took, 'a whole lot within the time of a page').toBeLessThan(4_500)
  process.stdout.write(`${MOST_AT_ONCE} leads disqualified in ${Math.round(took)} ms\n`)

  await owner`
    insert into leads (number, name, country, source, need, stage_since, search_text, desk_id, team_ids, created_by, updated_by)
    select 'L-2024-' || lpad(n::text, 5, '0'), '太多' || n, 'CN', 'referral', '厂房', '2026-01-01', '太多', ${office.desks.domestic},
      '{}', ${cast.caseOfficer.id}, ${cast.caseOfficer.id} from generate_series(1, ${MOST_BY_FILTER + 1}) n`
  expect(await pickBulk(read, { noun: 'lead', filter: { ...filter, text: '太多' }, after: 0 })).toBeNull()
})
