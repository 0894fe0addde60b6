import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { getTimeline, type TimelineItem } from '@/db/read/activity'
import { companyLog } from '@/db/read/company-log'
import { companyOf, newDeal } from '@/db/testing/deal'
import { type Office, openOffice, permit } from '@/db/testing/office'
import { readPlace } from '@/domain/activity/place'

let office: Office
let deal: { id: number }

/* 130 lines: activities over 40 days, several a day, some noted weeks later; changes in between, some at one moment. */
beforeAll(async () => {
  office = await openOffice()
  deal = await newDeal(office, { name: '有来往的项目' })
  const { owner, actors } = office
  const company = await companyOf(office)
  await owner`insert into activities (deal_id, company_id, kind, happened_on, text, created_at, created_by)
    select ${deal.id}, ${company}, 'call', date '2026-03-01' + n % 40, 'n' || n,
      case when n % 7 = 0 then timestamptz '2026-05-01' + n * interval '1 minute'
        else (date '2026-03-01' + n % 40)::timestamp at time zone 'Asia/Shanghai' + n * interval '7 minutes' end,
      ${actors.officer.id} from generate_series(1, 100) n`
  await owner`insert into log_entries (at, actor_id, verb, noun, record_id)
    select timestamptz '2026-03-01' + (n / 2) * interval '3 days', ${actors.officer.id}, 'deal.edit', 'deal', ${deal.id}
    from generate_series(1, 29) n`
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const page = (before: string | null, size: number) =>
  getTimeline(
    permit(office.actors.officer, 'deal.read'),
    { noun: 'deal', id: deal.id },
    { before: readPlace(before), size },
  )
const keyOf = (item: TimelineItem) => `${item.kind}${item.id}`
const END_OF_DAY = 16 * 3_600_000 - 1
const momentOf = (item: TimelineItem) =>
  item.kind === 'log'
    ? item.at.getTime()
    : Math.min(item.at.getTime(), Date.parse(`${item.on}T00:00:00Z`) + END_OF_DAY)

test('page by page, a history is the same as at once: nothing twice, nothing left out, newest first', async () => {
  const { items: all, older } = await page(null, 1000)
  expect(older).toBeNull()
  expect(all).toHaveLength(130)
  for (const [at, item] of all.slice(1).entries())
    expect(momentOf(item)).toBeLessThanOrEqual(momentOf(all[at] as TimelineItem))
  for (const size of [1, 7, 50, 130]) {
    const walked: string[] = []
    let before: string | null = null
    do {
      const part = await page(before, size)
      expect(part.items.length).toBeLessThanOrEqual(size)
      walked.push(...part.items.map(keyOf))
      before = part.older
    } while (before)
    expect(walked, `pages of ${size}`).toEqual(all.map(keyOf))
  }
})

test('what is added meanwhile moves nothing on the older pages', async () => {
  const { older } = await page(null, 30)
  const next = (await page(older, 30)).items.map(keyOf)
  await office.owner`insert into activities (deal_id, kind, happened_on, text, created_by)
    values (${deal.id}, 'note', '2026-06-01', '刚记的', ${office.actors.officer.id})`
  expect((await page(older, 30)).items.map(keyOf)).toEqual(next)
})

test('the history of the company pages too, and leaves out what is beyond the reach', async () => {
  const company = await companyOf(office)
  const walk = async (who: 'officer' | 'outsider') => {
    const kinds: string[] = []
    let before: string | null = null
    do {
      const permitted = permit(office.actors[who], 'company.read')
      const part: Awaited<ReturnType<typeof companyLog>> = await companyLog(permitted, company, {
        before: readPlace(before),
        size: 30,
      })
      kinds.push(...part.lines.map(line => `${line.line}${line.id}`))
      before = part.older
    } while (before)
    return kinds
  }
  // with the note of the test before
  const seen = await walk('officer')
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.filter(key => key.startsWith('activity'))).toHaveLength(101)
  expect((await walk('outsider')).filter(key => key.startsWith('activity'))).toEqual([])
})
