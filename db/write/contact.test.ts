import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { contactCases } from '@/db/read/company-case'
import { contactLog } from '@/db/read/company-log'
import { getContact, listCompanyContacts } from '@/db/read/contact'
import { eachContact, listContacts } from '@/db/read/contact-list'
import { pickContacts } from '@/db/read/contact-pick'
import { type Office, openOffice, permit, type StaffName } from '@/db/testing/office'
import { createContact, editContact } from '@/db/write/contact'
import { deleteContact, restoreContact } from '@/db/write/contact-delete'
import { revealContact } from '@/db/write/contact-details'
import { type ContactFilter, defaultContactFilter } from '@/domain/contact/filter'
import { createContactInput, editContactInput } from '@/domain/contact/input'
import { parseInput } from '@/domain/outcome'

let office: Office
let companyId: number
let number: string
beforeAll(async () => {
  office = await openOffice()
  const { owner, actors } = office
  const [company] =
    await owner`insert into companies (number, name, country, name_key, search_text, created_by, updated_by) values ('C-2026-9001', '甲公司', 'CN', '甲', '甲公司', ${actors.officer.id}, ${actors.officer.id}) returning id`
  companyId = Number(company?.id)
  number = await made({ name: '马副总', phones: '138 0000 0001\n+886 2 2345 6789', email: 'ma@example.com' })
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

const may = <P extends Parameters<typeof permit>[1]>(who: StaffName, permission: P) =>
  permit(office.actors[who], permission)
const everybody: StaffName[] = [
  'admin',
  'director',
  'viewer',
  'headDomestic',
  'headAsia',
  'officer',
  'outsider',
]

async function made(fields: Record<string, string>): Promise<string> {
  const parsed = parseInput(createContactInput, { company: 'C-2026-9001', ...fields })
  if (parsed.kind !== 'done') throw new Error(JSON.stringify(parsed))
  const outcome = await createContact(may('officer', 'contact.create'), parsed.value)
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value.number
}

function edit(version: number, fields: Record<string, string>) {
  const parsed = parseInput(editContactInput, { number, version: String(version), name: '马副总', ...fields })
  if (parsed.kind !== 'done') throw new Error(JSON.stringify(parsed))
  return parsed.value
}

const listed = async (who: StaffName, filter: Partial<ContactFilter> = {}) =>
  listContacts(may(who, 'contact.read'), { ...defaultContactFilter, ...filter })
const inList = async (who: StaffName, number: string) =>
  (await listed(who)).rows.find(row => row.number === number)?.details
async function inFile(who: StaffName, filter: Partial<ContactFilter> = {}) {
  const all = { ...defaultContactFilter, ...filter }
  const rows = []
  for await (const chunk of eachContact(may(who, 'contact.export'), all)) rows.push(...chunk)
  return rows
}

const shownTo = async () => {
  const seen: StaffName[] = []
  for (const who of everybody) {
    const details = (await getContact(may(who, 'contact.read'), number))?.details
    const listed = (await listCompanyContacts(may(who, 'contact.read'), companyId)).find(
      row => row.number === number,
    )
    expect(listed?.details).toEqual(details)
    expect(await inList(who, number)).toEqual(details)
    if (who !== 'admin')
      expect((await inFile(who)).find(row => row.number === number)?.details).toEqual(details)
    if (details) seen.push(who)
  }
  return seen
}

describe('phones, e-mail and WeChat', () => {
  test('are masked for admin and viewer, and for officers until a record of theirs links the contact', async () => {
    expect(await shownTo()).toEqual(['director', 'headDomestic', 'headAsia'])
    const { owner, desks, actors, industryId } = office
    const me = actors.outsider.id
    const id = (await getContact(may('director', 'contact.read'), number))?.id ?? 0
    await owner`insert into deals (number, name, company_id, contact_id, country, industry_id, source, desk_id, case_officer_id, team_ids, stage, stage_since, status_since, search_text, created_by, updated_by)
      values ('D-2026-0801', '项目', ${companyId}, ${id}, 'CN', ${industryId}, 'visit', ${desks.japan_korea}, ${me}, ${[me]}, 'negotiation', '2026-01-05', '2026-01-05', '', ${me}, ${me})`
    expect(await shownTo()).toEqual(['director', 'headDomestic', 'headAsia', 'outsider'])
    expect((await contactCases(may('outsider', 'contact.read'), id)).dealCount).toBe(1)
    expect((await contactCases(may('officer', 'contact.read'), id)).dealCount).toBe(0)
  })

  test('are revealed against a line in the log that everybody reads', async () => {
    const id = (await getContact(may('officer', 'contact.read'), number))?.id ?? 0
    expect(await revealContact(may('officer', 'contact.reveal'), { number })).toEqual({
      kind: 'done',
      value: { phones: ['138 0000 0001', '+886 2 2345 6789'], email: 'ma@example.com', wechat: null },
    })
    const [line] = (await contactLog(may('viewer', 'contact.read'), id)).lines
    expect(line).toMatchObject({ verb: 'contact.reveal', noun: 'contact', actorId: office.actors.officer.id })
    expect(JSON.stringify(line)).not.toContain('138')
  })

  test('admin and viewer have no verb to reveal them, and an administrator takes no list out', () => {
    for (const who of ['admin', 'viewer'] as const) expect(() => may(who, 'contact.reveal')).toThrow()
    expect(() => may('admin', 'contact.export')).toThrow()
  })

  test('do not show in the log either to whom they are masked', async () => {
    const id = (await getContact(may('director', 'contact.read'), number))?.id ?? 0
    const lines = async (who: StaffName) => JSON.stringify(await contactLog(may(who, 'contact.read'), id))
    expect(await lines('director')).toContain('138 0000 0001')
    expect(await lines('outsider')).toContain('138 0000 0001')
    for (const who of ['viewer'] as const) expect(await lines(who)).not.toContain('138')
  })

  test('are not what a contact is found by', async () => {
    expect(await pickContacts(may('viewer', 'contact.read'), '13800000001')).toEqual([])
    expect((await pickContacts(may('viewer', 'contact.read'), '马副')).map(row => row.number)).toEqual([
      number,
    ])
  })

  test('stay as they are when the form did not hold them, and change when it did', async () => {
    const kept = await editContact(may('officer', 'contact.edit'), edit(1, { title: '副总经理' }))
    expect(kept.kind).toBe('done')
    const before = await getContact(may('director', 'contact.read'), number)
    expect(before).toMatchObject({ version: 2, title: '副总经理', details: { email: 'ma@example.com' } })
    const corrected = edit(2, { title: '副总经理', details: 'on', phones: '13800000002', wechat: 'ma2026' })
    expect((await editContact(may('officer', 'contact.edit'), corrected)).kind).toBe('done')
    expect((await getContact(may('director', 'contact.read'), number))?.details).toEqual({
      phones: ['13800000002'],
      email: null,
      wechat: 'ma2026',
    })
  })

  test('are not told by a conflict to whom they are masked', async () => {
    const stale = edit(1, { title: '董事' })
    const forOfficer = await editContact(may('officer', 'contact.edit'), stale)
    expect(forOfficer).toMatchObject({
      kind: 'conflict',
      theirs: { version: 3, values: { title: '副总经理' } },
    })
    expect(JSON.stringify(forOfficer)).not.toContain('13800000002')
    const forOutsider = await editContact(may('outsider', 'contact.edit'), stale)
    expect(JSON.stringify(forOutsider)).toContain('13800000002')
  })
})

test('a contact that a deal names stays; another one goes and comes back', async () => {
  expect(await deleteContact(may('director', 'contact.delete'), { number })).toEqual({
    kind: 'refused',
    reason: 'contact.in_use',
  })
  const other = await made({ name: '误录联系人' })
  expect((await deleteContact(may('outsider', 'contact.delete'), { number: other })).kind).toBe('refused')
  expect((await deleteContact(may('officer', 'contact.delete'), { number: other })).kind).toBe('done')
  const names = async () =>
    (await listCompanyContacts(may('officer', 'contact.read'), companyId)).map(row => row.number)
  expect(await names()).not.toContain(other)
  expect((await restoreContact(may('officer', 'contact.restore'), { number: other })).kind).toBe('done')
  expect(await names()).toContain(other)
})

test('the list is cut into pages out of one order, narrowed by what it says, and the file has all of it', async () => {
  const { owner, actors, industryId } = office
  const [firm] =
    await owner`insert into companies (number, name, country, industry_id, name_key, search_text, created_by, updated_by)
      values ('C-2026-9002', '青岳商事', 'JP', ${industryId}, '青岳', '青岳商事', ${actors.officer.id}, ${actors.officer.id}) returning number`
  for (const [at, name] of ['阿部', '北川', '千叶'].entries())
    await made({
      name: `${name}名录`,
      company: firm?.number,
      language: at === 0 ? 'ja' : 'en',
      consent: at === 2 ? 'given' : 'unknown',
    })
  await made({ name: '丁名录' })
  const names = async (filter: Partial<ContactFilter>) =>
    (await listed('viewer', { text: '名录', ...filter })).rows.map(({ name }) => name.slice(0, 2))
  expect(await names({})).toEqual(['阿部', '北川', '丁名', '千叶'])
  expect(await names({ sort: { key: 'number', descending: true } })).toEqual(['丁名', '千叶', '北川', '阿部'])
  expect(await names({ countries: ['JP'] })).toEqual(['阿部', '北川', '千叶'])
  expect(await names({ industries: [industryId], languages: ['en'] })).toEqual(['北川', '千叶'])
  expect(await names({ consents: ['given', 'refused'] })).toEqual(['千叶'])
  expect((await listed('viewer', { text: '青岳' })).total).toBe(3)
  const late = await listed('viewer', { text: '名录', page: 7, size: 25 })
  expect(late).toMatchObject({ total: 4, page: 1 })
  expect((await inFile('viewer', { text: '名录' })).map(({ number }) => number)).toEqual(
    late.rows.map(({ number }) => number),
  )
})
