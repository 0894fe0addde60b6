import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { getTimeline } from '@/db/read/activity'
import { companyLog, contactLog, eventLog } from '@/db/read/company-log'
import { listNameable } from '@/db/read/nameable'
import { newDeal } from '@/db/testing/deal'
import { input } from '@/db/testing/door-write'
import { type Office, openOffice, permit, type StaffName } from '@/db/testing/office'
import { logActivityInput } from '@/domain/activity/input'
import { addDays } from '@/domain/calendar/date'
import { logActivity } from './activity'

let office: Office
let today: string
let deal: { id: number; number: string }
const ids: Record<'company' | 'contact' | 'other' | 'event', number> = {
  company: 0,
  contact: 0,
  other: 0,
  event: 0,
}

beforeAll(async () => {
  office = await openOffice()
  const { owner, actors } = office
  const [row] = await owner`select to_char((now() at time zone 'Asia/Shanghai')::date, 'YYYY-MM-DD') as today`
  today = row?.today
  deal = await newDeal(office)
  const by = actors.officer.id
  const [own] = await owner`select company_id from deals where id = ${deal.id}`
  const [company] =
    await owner`insert into companies (number, name, country, kind, segment, name_key, search_text, created_by, updated_by)
    values ('C-2026-8801', '大和机工', 'JP', 'foreign', 'sme', '大和机工', 'x', ${by}, ${by}) returning id`
  const people =
    await owner`insert into contacts (number, name, company_id, search_text, created_by, updated_by)
    values ('K-2026-8801', '佐藤 健', ${own?.company_id}, 'x', ${by}, ${by}), ('K-2026-8802', '王敏', ${own?.company_id}, 'x', ${by}, ${by}) returning id`
  const [event] =
    await owner`insert into events (number, kind, name, starts_on, ends_on, country, city, search_text, created_by, updated_by)
    values ('E-2026-8801', 'seminar', '说明会', ${today}, ${today}, 'JP', '大阪', 'x', ${by}, ${by}) returning id`
  ids.company = Number(company?.id)
  ids.contact = Number(people[0]?.id)
  ids.other = Number(people[1]?.id)
  ids.event = Number(event?.id)
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const log = (who: StaffName, form: Record<string, unknown>) =>
  logActivity(
    permit(office.actors[who], 'activity.create'),
    input(logActivityInput, { record: deal.number, kind: 'note', happenedOn: today, quick: '1', ...form }),
  )
const standing = async () => {
  const [row] =
    await office.owner`select next_step, to_char(next_step_on, 'YYYY-MM-DD') as on from deals where id = ${deal.id}`
  return [row?.next_step, row?.on]
}

test('one line: the kind, the colleague who is told, the contact, what it touches, the next step', async () => {
  const outcome = await log('officer', {
    text: '/电话 @colleague 与@佐藤健 谈 C-2026-8801 合资，会上 #E-2026-8801 结识 → 明天 寄方案',
  })
  expect(outcome).toMatchObject({
    kind: 'done',
    value: { said: { kind: 'call', names: ['colleague', '佐藤 健'] } },
  })
  expect(await standing()).toEqual(['寄方案', addDays(today, 1)])
  const { items } = await getTimeline(permit(office.actors.officer, 'deal.read'), {
    noun: 'deal',
    id: deal.id,
  })
  expect(items[0]).toMatchObject({
    activityKind: 'call',
    text: '@colleague 与@佐藤健 谈 大和机工 合资，会上 说明会 结识',
    links: [
      { noun: 'company', name: '大和机工' },
      { noun: 'event', name: '说明会' },
    ],
  })
  const told = await office.owner`select user_id, noun, record_id from notifications where kind = 'mentioned'`
  expect(told).toEqual([
    { user_id: String(office.actors.colleague.id), noun: 'deal', record_id: String(deal.id) },
  ])
})

test('each record that it touches tells of it, to those who see the deal alone', async () => {
  const count = async (who: StaffName) => {
    const actor = office.actors[who]
    const logs = await Promise.all([
      companyLog(permit(actor, 'company.read'), ids.company),
      contactLog(permit(actor, 'contact.read'), ids.contact),
      eventLog(permit(actor, 'event.read'), ids.event),
    ])
    return logs.map(({ lines }) => lines.filter(line => line.line === 'activity').length)
  }
  expect(await count('colleague')).toEqual([1, 1, 1])
  expect(await count('outsider')).toEqual([0, 0, 0])
})

test('another deal that it touches tells of it, and of whose it is', async () => {
  const other = await newDeal(office)
  await log('officer', { text: `两家一起看地 ${other.number}`, next: 'keep' })
  const timeline = (who: StaffName) =>
    getTimeline(permit(office.actors[who], 'deal.read'), { noun: 'deal', id: other.id })
  const [first] = (await timeline('officer')).items
  expect(first).toMatchObject({
    kind: 'activity',
    record: { id: deal.id },
    links: [{ number: deal.number, own: true }],
  })
  await office.owner`update deals set desk_id = ${office.desks.japan_korea}, team_ids = '{}', case_officer_id = null where id = ${other.id}`
  expect((await timeline('outsider')).items.filter(item => item.kind === 'activity')).toEqual([])
})

test.each([
  ['nobody is called so', { text: '@赵六 来过' }, 'text', 'activity.unknown_person'],
  ['no such day', { text: '谈了 → 2月30日 签约' }, 'text', 'activity.no_such_day'],
  ['no such record', { text: '见 D-2026-9999' }, 'text', 'activity.unknown_record'],
  ['a step without a day', { text: '谈了 → 再约' }, 'nextStepOn', 'activity.next_step_without_date'],
  ['a new step that is not said', { text: '谈了', next: 'new' }, 'nextStep', 'activity.next_step_asked'],
  ['a step in the past', { text: '谈了 → 2020-01-02 再约' }, 'nextStepOn', 'activity.next_step_past'],
  ['a kind and nothing else', { text: '/电话 → 明天 再约' }, 'text', 'text.required'],
])('%s: asked at its field, nothing written', async (_, form, field, reason) => {
  const before = await standing()
  expect(await log('officer', form)).toMatchObject({ kind: 'invalid', fields: { [field]: { reason } } })
  expect(await standing()).toEqual(before)
})

test('a record out of sight is not there for a line either', async () => {
  const hidden = await newDeal(office)
  await office.owner`update deals set desk_id = ${office.desks.japan_korea}, team_ids = '{}', case_officer_id = null where id = ${hidden.id}`
  expect(await log('officer', { text: `见 ${hidden.number}` })).toEqual(
    await log('officer', { text: `见 ${hidden.number}` }),
  )
  expect(await log('officer', { text: `见 ${hidden.number}` })).toMatchObject({ kind: 'invalid' })
})

test('asked each time: it stays, it is another, there is none', async () => {
  await log('officer', { text: '一', next: 'new', nextStep: '回访', nextStepOn: addDays(today, 5) })
  await log('officer', { text: '二', next: 'keep' })
  expect(await standing()).toEqual(['回访', addDays(today, 5)])
  await log('officer', { text: '三 → 无' })
  expect(await standing()).toEqual([null, null])
  await log('officer', { text: '四 → 后天 回电', next: 'keep' })
  expect(await standing()).toEqual(['回电', addDays(today, 2)])
  await log('officer', { text: '五', next: 'none' })
  expect(await standing()).toEqual([null, null])
})

test('who can be named: colleagues with an open account, by name, login and pinyin, and the contacts of the record', async () => {
  await office.owner`update users set disabled_at = now() where id = ${office.actors.headAsia.id}`
  const named = await listNameable(permit(office.actors.officer, 'activity.create'), deal.number)
  expect(named.map(({ name }) => name)).toEqual([
    'director',
    'headDomestic',
    'officer',
    'colleague',
    'outsider',
    '佐藤 健',
    '王敏',
  ])
  expect(named.at(-1)?.keys).toContain('wangmin')
  expect(await log('officer', { text: '@headAsia 看看', next: 'keep' })).toMatchObject({ kind: 'invalid' })
})
