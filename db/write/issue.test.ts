import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { countDeals, listDeals } from '@/db/read/deal'
import { getIssue, issuesOf, listIssues, ownIssues } from '@/db/read/issue'
import { getLead } from '@/db/read/lead'
import { newDeal } from '@/db/testing/deal'
import { aLead, castOf, type Scene } from '@/db/testing/door'
import { type Office, openOffice, permit, type StaffName } from '@/db/testing/office'
import { anIssue } from '@/db/testing/work'
import { addDays } from '@/domain/calendar/date'
import { defaultDealFilter } from '@/domain/deal/filter'
import { usualIssueFilter } from '@/domain/issue/filter'
import * as form from '@/domain/issue/input'
import { convertLeadInput } from '@/domain/lead/move-input'
import { parseInput } from '@/domain/outcome'
import { deleteDeal } from './deal-delete'
import { createIssue, editIssue } from './issue'
import { closeIssue, deleteIssue, reopenIssue } from './issue-close'
import { convertLead } from './lead-convert'

let office: Office
let scene: Scene
let today: string
beforeAll(async () => {
  office = await openOffice()
  const [row] =
    await office.owner`select to_char((now() at time zone 'Asia/Shanghai')::date, 'YYYY-MM-DD') as today`
  today = row?.today
  scene = { office, cast: await castOf(office), owner: office.owner, today }
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const read = <T>(schema: Parameters<typeof parseInput<T>>[0], said: object): T => {
  const parsed = parseInput(schema, said)
  if (parsed.kind !== 'done') throw new Error(JSON.stringify(parsed))
  return parsed.value
}
const actor = (who: StaffName) => office.actors[who]
const close = (id: number, version = 1, more: object = {}) =>
  closeIssue(
    permit(actor('officer'), 'issue.close'),
    read(form.closeIssueInput, { id, version, settledBy: '指标已下达', ...more }),
  )
const reopen = (id: number, version: number) =>
  reopenIssue(
    permit(actor('officer'), 'issue.reopen'),
    read(form.reopenIssueInput, { id, version, reason: '又收回' }),
  )
const strike = (who: StaffName, id: number, restore = false) =>
  deleteIssue(permit(actor(who), 'issue.delete'), { id, restore })
/** What stands on the deal, and what a count of its issues says. */
async function openOn(dealId: number) {
  const [row] = await office.owner`select d.open_issues as said, (select count(*)::int from issues i
    where i.deal_id = d.id and i.closed_on is null and i.deleted_at is null) as counted from deals d where d.id = ${dealId}`
  expect(row?.said).toBe(row?.counted)
  return Number(row?.said)
}

test('it blocks, is settled with what settled it, blocks again: the deal says how many at every moment', async () => {
  const deal = await newDeal(office)
  const id = await anIssue(actor('officer'), deal.number, {
    dueOn: addDays(today, -3),
    openedOn: '2026-01-10',
  })
  await anIssue(actor('colleague'), deal.number, { kind: 'funds', title: '贷款未批' })
  expect(await openOn(deal.id)).toBe(2)
  expect(await close(id, 1, { closedOn: '2026-01-09' })).toMatchObject({
    fields: { closedOn: { reason: 'date.before_last', values: { on: '2026-01-10' } } },
  })
  expect((await close(id)).kind).toBe('done')
  expect(await openOn(deal.id)).toBe(1)
  expect(await close(id, 2)).toMatchObject({ reason: 'issue.refused.closed' })
  expect((await reopen(id, 2)).kind).toBe('done')
  expect(await getIssue(permit(actor('viewer'), 'issue.read'), id)).toMatchObject({
    closedOn: null,
    settledBy: null,
    number: deal.number,
  })
  expect(await openOn(deal.id)).toBe(2)
  const lines =
    await office.owner`select verb, details from log_entries where record_id = ${deal.id} and verb like 'issue.%' order by id`
  expect(lines.map(line => line.verb)).toEqual([
    'issue.create',
    'issue.create',
    'issue.close',
    'issue.reopen',
  ])
  expect(lines[2]?.details.reason).toBe('指标已下达')
})

test('twelve at once, and half of them closed meanwhile: nothing is lost', async () => {
  const deal = await newDeal(office)
  const ids = await Promise.all(
    Array.from({ length: 6 }, (_, n) => anIssue(actor('officer'), deal.number, { title: `问题${n}` })),
  )
  await Promise.all([
    ...ids.map(id => close(id)),
    ...Array.from({ length: 6 }, (_, n) => anIssue(actor('colleague'), deal.number, { title: `新${n}` })),
  ])
  expect(await openOn(deal.id)).toBe(6)
})

test('deleted by whoever entered it or a head, not by a colleague; and back again', async () => {
  const deal = await newDeal(office)
  await office.owner`update deals set team_ids = team_ids || ${actor('colleague').id}::bigint where id = ${deal.id}`
  const id = await anIssue(actor('officer'), deal.number)
  expect(await strike('colleague', id)).toMatchObject({ kind: 'refused' })
  expect((await strike('headDomestic', id)).kind).toBe('done')
  expect(await openOn(deal.id)).toBe(0)
  expect((await close(id, 2)).kind).toBe('gone')
  expect((await strike('officer', id, true)).kind).toBe('done')
  expect(await openOn(deal.id)).toBe(1)
})

describe('who sees to it', () => {
  test('the case officer where nobody is named; whoever is named is told, and must see the record', async () => {
    const deal = await newDeal(office)
    const id = await anIssue(actor('colleague'), deal.number)
    expect(await getIssue(permit(actor('officer'), 'issue.read'), id)).toMatchObject({
      ownerId: actor('officer').id,
    })
    const told =
      await office.owner`select user_id, details from notifications where kind = 'issue_assigned' and record_id = ${deal.id}`
    expect(told).toMatchObject([{ user_id: String(actor('officer').id), details: { path: `/issues/${id}` } }])
    const edit = (ownerId: number) =>
      editIssue(
        permit(actor('officer'), 'issue.edit'),
        read(form.editIssueInput, { id, version: 1, kind: 'land', title: '用地指标未落实', ownerId }),
      )
    expect(await edit(actor('outsider').id)).toMatchObject({
      fields: { ownerId: { reason: 'task.assignee_does_not_see' } },
    })
    expect((await edit(actor('colleague').id)).kind).toBe('done')
    expect((await ownIssues(permit(actor('colleague'), 'issue.read'))).rows.map(row => row.id)).toContain(id)
    expect(
      await editIssue(
        permit(actor('officer'), 'issue.edit'),
        read(form.editIssueInput, { id, version: 1, kind: 'funds', title: '另改' }),
      ),
    ).toMatchObject({ kind: 'conflict', theirs: { version: 2 } })
  })

  test('a record that one does not see is not there; a day ahead is refused', async () => {
    const deal = await newDeal(office)
    const say = (who: StaffName, more: object = {}) =>
      createIssue(
        permit(actor(who), 'issue.create'),
        read(form.createIssueInput, { number: deal.number, kind: 'other', title: '其他', ...more }),
      )
    expect((await say('outsider')).kind).toBe('gone')
    expect(await say('officer', { openedOn: addDays(today, 1) })).toMatchObject({ kind: 'invalid' })
    await office.owner`update deals set reader_ids = array[${actor('outsider').id}]::bigint[] where id = ${deal.id}`
    expect((await say('outsider')).kind).toBe('refused')
  })
})

test('a lead that becomes a deal takes along what still blocks', async () => {
  const lead = await aLead(scene)
  const open = await anIssue(actor('officer'), lead.number)
  const closed = await anIssue(actor('officer'), lead.number, { title: '已了' })
  await close(closed)
  expect(await getLead(permit(actor('officer'), 'lead.read'), lead.number)).toMatchObject({ openIssues: 1 })
  await office.owner`update leads set stage = 'contacted' where id = ${lead.id}`
  const converted = await convertLead(
    permit(actor('headDomestic'), 'lead.convert'),
    read(convertLeadInput, {
      number: lead.number,
      name: '转来的项目',
      companyName: `企业${crypto.randomUUID()}`,
      country: 'CN',
      industryId: office.industryId,
      deskId: office.desks.domestic,
      officerId: actor('officer').id,
      source: 'visit',
      verdict: 'pursue',
      verdictReason: '合适',
    }),
  )
  if (converted.kind !== 'done') throw new Error(JSON.stringify(converted))
  expect(await getIssue(permit(actor('officer'), 'issue.read'), open)).toMatchObject({
    number: converted.value.number,
  })
  expect(await getIssue(permit(actor('officer'), 'issue.read'), closed)).toMatchObject({
    number: lead.number,
  })
  const [row] = await office.owner`select l.open_issues as lead, d.open_issues as deal from leads l, deals d
    where l.id = ${lead.id} and d.number = ${converted.value.number}`
  expect(row).toEqual({ lead: 0, deal: 1 })
})

test('the board: groups of the whole filter, overdue first; of a deleted record none; the list knows what is blocked', async () => {
  await office.owner`update issues set closed_on = ${today}, closed_by = 1, settled_by = '清理' where closed_on is null`
  const deal = await newDeal(office)
  const late = await anIssue(actor('officer'), deal.number, { dueOn: addDays(today, -2) })
  await anIssue(actor('officer'), deal.number, { kind: 'funds', dueOn: addDays(today, 3) })
  await anIssue(actor('officer'), deal.number, { kind: 'funds' })
  const list = (changes: object = {}, who: StaffName = 'officer') =>
    listIssues(permit(actor(who), 'issue.read'), { ...usualIssueFilter, ...changes })
  const found = await list()
  expect(found.rows[0]?.id).toBe(late)
  expect(found.groups).toEqual([
    { key: 'funds', count: 2, overdue: 0 },
    { key: 'land', count: 1, overdue: 1 },
  ])
  expect((await list({ by: 'owner' })).groups).toEqual([
    { key: String(actor('officer').id), count: 3, overdue: 1 },
  ])
  expect((await list({ by: 'desk', desks: ['domestic'], kinds: ['funds'] })).total).toBe(2)
  expect((await list({ due: 'overdue' })).total).toBe(1)
  expect((await list({ due: 'soon' })).total).toBe(1)
  expect((await list({ record: deal.number })).total).toBe(3)
  expect((await list({}, 'outsider')).total).toBe(0)
  expect((await list({ state: 'closed' })).total).toBeGreaterThan(3)
  const blocked = { ...defaultDealFilter, blocked: true }
  const deals = await listDeals(permit(actor('officer'), 'deal.read'), blocked)
  expect(deals.rows.map(row => [row.number, row.openIssues])).toEqual([[deal.number, 3]])
  expect((await countDeals(permit(actor('outsider'), 'deal.read'), blocked)).total.count).toBe(0)
  const { open } = await issuesOf(permit(actor('officer'), 'issue.read'), { noun: 'deal', id: deal.id })
  expect(open).toHaveLength(3)
  await deleteDeal(permit(actor('headDomestic'), 'deal.delete'), { number: deal.number, reason: null })
  expect((await list()).total).toBe(0)
  expect((await close(late)).kind).toBe('gone')
})
