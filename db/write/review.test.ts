import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { countDeals } from '@/db/read/deal'
import { getReview, reviewPage } from '@/db/read/review'
import { aDeal, aLead, castOf, grant, people, type Scene } from '@/db/testing/door'
import { aReview } from '@/db/testing/door-review'
import { openOffice, permit } from '@/db/testing/office'
import { addDays } from '@/domain/calendar/date'
import {
  type ExpectedBucket,
  expectedBuckets,
  expectedFilter,
  expectedSum,
  reviewFigureFilter,
  reviewFigureKeys,
  sumOfLines,
} from '@/domain/figure/review'
import type { Outcome } from '@/domain/outcome'
import { zoneDefaults } from '@/domain/zone/zone'
import { openReview } from './review'
import { addReviewItem, changeReviewItem } from './review-agenda'
import { closeReview, reopenReview } from './review-close'
import { saveMinute } from './review-minute'

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

const done = <T>(outcome: Outcome<T>): T => {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value
}
const director = <P extends Parameters<typeof permit>[1]>(permission: P) =>
  permit(scene.cast.director, permission)
const said = (changes: object = {}) => ({
  version: 1,
  decision: '下周约谈对方总部',
  ownerId: scene.cast.caseOfficer.id,
  dueOn: addDays(scene.today, 7),
  outcome: 'decided' as const,
  ...changes,
})
const taskRows = () => scene.owner`select id, title, assignee_id, due_on, deleted_at from tasks order by id`
const linesOn = (deal: string) => scene.owner`
  select details from log_entries l join deals d on d.id = l.record_id where noun = 'deal' and verb = 'review.close' and d.number = ${deal}`

test('closing makes a task and a line of each decision, keeps the figures, and closing again makes none twice', async () => {
  const { number, item, deal } = await aReview(scene)
  done(await saveMinute(director('review.minute'), { number, item, ...said() }))
  const noted = done(
    await addReviewItem(director('review.edit'), { number, record: (await aDeal(scene)).number }),
  )
  done(
    await saveMinute(director('review.minute'), {
      number,
      item: noted.item,
      ...said({ decision: '知悉', outcome: 'noted' }),
    }),
  )
  expect(done(await closeReview(director('review.close'), { number, version: 1 })).tasks).toBe(1)
  const [task, more] = await taskRows()
  expect(more).toBeUndefined()
  expect(task).toMatchObject({ title: '下周约谈对方总部', assignee_id: String(scene.cast.caseOfficer.id) })
  expect(await linesOn(deal)).toHaveLength(1)
  const kept = await getReview(director('review.read'), number)
  expect(kept?.state).toBe('closed')
  expect(sumOfLines(kept?.lines ?? [], 'in_negotiation').count).toBeGreaterThan(1)
  expect(kept?.items[0]).toMatchObject({ task: { done: false }, stage: 'negotiation' })

  expect(await saveMinute(director('review.minute'), { number, item, ...said() })).toEqual({
    kind: 'refused',
    reason: 'review.is_closed',
  })
  done(await reopenReview(director('review.reopen'), { number, version: 2, reason: '改期' }))
  done(
    await saveMinute(director('review.minute'), {
      number,
      item,
      ...said({ version: 2, dueOn: addDays(scene.today, 14) }),
    }),
  )
  expect(done(await closeReview(director('review.close'), { number, version: 3 })).tasks).toBe(0)
  const [changed, twice] = await taskRows()
  expect(twice).toBeUndefined()
  expect(changed?.id).toBe(task?.id)
  expect(changed?.due_on).not.toEqual(task?.due_on)
  expect(await linesOn(deal)).toHaveLength(2)
})

test('closed by two at once, it is closed once', async () => {
  const { number, item } = await aReview(scene)
  done(await saveMinute(director('review.minute'), { number, item, ...said() }))
  const before = (await taskRows()).length
  const both = await Promise.all(
    ['director', 'headOfDesk'].map(who =>
      closeReview(permit(scene.cast[who as 'director'], 'review.close'), { number, version: 1 }),
    ),
  )
  expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'refused'])
  expect((await taskRows()).length).toBe(before + 1)
})

test('two who minute one line: the second sees what the first has saved; another line does not mind', async () => {
  const { number, item } = await aReview(scene)
  const other = done(
    await addReviewItem(director('review.edit'), { number, record: (await aDeal(scene)).number }),
  )
  done(await saveMinute(director('review.minute'), { number, item, ...said() }))
  const second = await saveMinute(permit(scene.cast.headOfDesk, 'review.minute'), {
    number,
    item,
    ...said({ decision: '另一个决定' }),
  })
  expect(second).toMatchObject({
    kind: 'conflict',
    theirs: { values: { decision: '下周约谈对方总部' }, version: 2, by: 'director' },
  })
  done(
    await saveMinute(permit(scene.cast.headOfDesk, 'review.minute'), { number, item: other.item, ...said() }),
  )
})

test('who is to do it must see the record, and the case officer does it when nobody is named', async () => {
  const { number, item } = await aReview(scene)
  const minute = (ownerId: number | null) =>
    saveMinute(director('review.minute'), { number, item, ...said({ ownerId }) })
  expect(await minute(scene.cast.outsider.id)).toMatchObject({
    kind: 'invalid',
    fields: { ownerId: { reason: 'task.assignee_does_not_see' } },
  })
  expect(await minute(scene.cast.viewer.id)).toMatchObject({ kind: 'invalid', fields: { ownerId: {} } })
  done(await minute(null))
  done(await closeReview(director('review.close'), { number, version: 1 }))
  expect((await taskRows()).at(-1)).toMatchObject({ assignee_id: String(scene.cast.caseOfficer.id) })
})

test('an agenda is added to, reordered and cut; a record of another desk does not get on it', async () => {
  const { number, item, deal } = await aReview(scene)
  const edit = director('review.edit')
  const lead = await aLead(scene)
  const second = done(await addReviewItem(edit, { number, record: lead.number }))
  const third = done(await addReviewItem(edit, { number, record: (await aDeal(scene)).number }))
  const order = async () => (await getReview(director('review.read'), number))?.items.map(({ id }) => id)
  expect(await order()).toEqual([item, second.item, third.item])
  done(await changeReviewItem(edit, { number, item: third.item, to: 'first' }))
  done(await changeReviewItem(edit, { number, item, to: 'down' }))
  expect(await order()).toEqual([third.item, second.item, item])
  done(await changeReviewItem(edit, { number, item, to: 'off' }))
  expect(await order()).toEqual([third.item, second.item])
  // the same line comes back
  expect(done(await addReviewItem(edit, { number, record: deal })).item).toBe(item)
  await scene.owner`update deals set desk_id = ${scene.office.desks.general} where number = ${deal}`
  done(await changeReviewItem(edit, { number, item, to: 'off' }))
  expect(await addReviewItem(edit, { number, record: deal })).toMatchObject({
    kind: 'invalid',
    fields: { record: { reason: 'review.other_desk' } },
  })
  expect(await addReviewItem(edit, { number, record: 'D-2026-9999' })).toMatchObject({ kind: 'invalid' })
})

test('one review of a desk is open at a time, also when two open it at once', async () => {
  await scene.owner`update reviews set state = 'closed', closed_at = now() where state = 'open'`
  const open = () =>
    openReview(permit(scene.cast.headOfDesk, 'review.open'), {
      deskId: scene.office.desks.domestic,
      heldOn: scene.today,
      since: scene.today,
      present: null,
      reasons: ['stuck', 'slipped', 'overdue', 'big', 'lost'],
      leads: true,
      submission: undefined,
    })
  const both = await Promise.all([open(), open()])
  expect(both.map(({ kind }) => kind).sort()).toEqual(['done', 'refused'])
})

test('every number of the page is the number of rows of the list that it opens, for every role', async () => {
  const { owner, today, office } = scene
  const days = [-400, -3, 0, 20, 200, 900]
  for (const [place, offset] of days.entries()) {
    const { id } = await aDeal(scene)
    await owner`update deals set approval_expected_on = ${addDays(today, offset)}, stage_since = ${addDays(today, -40 * place)},
      next_step = '约谈', next_step_on = ${addDays(today, place - 2)} where id = ${id}`
    if (place === 1) await owner`update deals set desk_id = ${office.desks.japan_korea} where id = ${id}`
    if (place === 3)
      for (const later of [30, 40, 50])
        await owner`update deals set approval_expected_on = ${addDays(today, later)} where id = ${id}`
  }
  const since = addDays(today, -7)
  const asked = { today, since, settings: zoneDefaults }
  const numbers: string[] = []
  for (const who of people) {
    const reads = grant(scene.cast[who], 'review.read')
    const deals = grant(scene.cast[who], 'deal.read')
    if (!reads || !deals) continue
    for (const desks of [[], ['domestic'], ['japan_korea', 'general']]) {
      const { lines } = await reviewPage(reads as never, { deskId: null, desks, since })
      for (const key of reviewFigureKeys) {
        const list = await countDeals(deals as never, { ...reviewFigureFilter(key, asked), desks })
        const sum = sumOfLines(lines, key)
        expect([who, desks, key, sum.count]).toEqual([who, desks, key, list.total.count])
        if (sum.cny > 0n) expect(sum).toEqual(list.total)
        if (who === 'director' && desks.length === 0 && sum.count > 0) numbers.push(key)
      }
      for (const bucket of expectedBuckets(today)) {
        const list = await countDeals(deals as never, { ...expectedFilter(bucket, today), desks })
        expect([who, desks, bucket, expectedSum(lines, bucket)]).toEqual([who, desks, bucket, list.total])
      }
    }
  }
  expect(numbers).toEqual(
    expect.arrayContaining(['in_negotiation', 'created', 'stuck', 'slipped', 'long_negotiation']),
  )
  const reads = director('review.read')
  const { lines } = await reviewPage(reads, { deskId: null, desks: [], since })
  const shown = (['past', 'later', 'none'] as ExpectedBucket[]).map(
    bucket => expectedSum(lines, bucket).count > 0,
  )
  expect(shown).toEqual([true, true, true])
})

test('what happens on the day of a review counts once: in it when it was recorded before, else in the next', async () => {
  const { today, office } = scene
  const desk = { deskId: office.desks.domestic, desks: ['domestic'], since: null }
  const created = async () => {
    const { since, from, lines } = await reviewPage(director('review.read'), desk)
    const asked = { today, since: from, settings: zoneDefaults }
    const list = await countDeals(director('deal.read'), {
      ...reviewFigureFilter('created', asked),
      desks: ['domestic'],
    })
    expect(sumOfLines(lines, 'created')).toEqual(list.total)
    return { since, count: list.total.count }
  }
  const keptOf = async (number: string) =>
    sumOfLines((await getReview(director('review.read'), number))?.lines ?? [], 'created').count
  const hold = async () => {
    const { number } = await aReview(scene)
    const before = (await created()).count
    await aDeal(scene)
    done(await closeReview(director('review.close'), { number, version: 1 }))
    return { number, kept: await keptOf(number), before }
  }
  const first = await hold()
  expect(first.kept - first.before).toBe(1)
  expect(await created()).toEqual({ since: today, count: 0 })
  await aDeal(scene)
  await aDeal(scene)
  expect(await created()).toEqual({ since: today, count: 2 })
  const second = await hold()
  expect([await keptOf(first.number), second.kept]).toEqual([first.kept, 4])
  // opened again and closed later, it counts no further than it did
  done(await reopenReview(director('review.reopen'), { number: second.number, version: 2, reason: '改期' }))
  await aDeal(scene)
  done(await closeReview(director('review.close'), { number: second.number, version: 3 }))
  expect(await keptOf(second.number)).toBe(4)
  expect((await created()).count).toBe(1)
})

test('put off three times it has slipped; another next step begins anew', async () => {
  const { id } = await aDeal(scene)
  const far = (days: number) => addDays(scene.today, days)
  const counts = async () => {
    const [row] =
      await scene.owner`select next_step_put_off as step, approval_put_off as approval from deals where id = ${id}`
    return [row?.step, row?.approval]
  }
  const set = (step: string, on: string, approval: string | null) => scene.owner`
    update deals set next_step = ${step}, next_step_on = ${on}, approval_expected_on = ${approval} where id = ${id}`
  await set('约谈', far(1), far(30))
  await set('约谈', far(2), far(60))
  await set('约谈', far(3), far(50))
  expect(await counts()).toEqual([2, 1])
  await set('约谈', far(2), null)
  await set('约谈', far(4), far(90))
  expect(await counts()).toEqual([3, 1])
  await set('送方案', far(9), far(95))
  expect(await counts()).toEqual([0, 2])
})
