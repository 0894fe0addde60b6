import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/db/client'
import { getTimeline } from '@/db/read/activity'
import { attachmentsOf, getAttachment } from '@/db/read/attachment'
import { newDeal } from '@/db/testing/deal'
import { input } from '@/db/testing/door-write'
import { type Office, openOffice, permit, type StaffName } from '@/db/testing/office'
import { attachInput } from '@/domain/attachment/input'
import { attachFile } from './attachment'
import { deleteAttachment, editAttachment } from './attachment-edit'
import { openAttachment } from './attachment-open'

let office: Office
let deal: { id: number; number: string }
let company: { id: number; number: string }
beforeAll(async () => {
  office = await openOffice()
  deal = await newDeal(office)
  const by = office.actors.officer.id
  const [row] =
    await office.owner`insert into companies (number, name, country, name_key, search_text, created_by, updated_by)
    values ('C-2026-7701', '大和机工', 'JP', '', '', ${by}, ${by}) returning id`
  company = { id: Number(row?.id), number: 'C-2026-7701' }
})
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

async function* once(bytes: Buffer) {
  yield new Uint8Array(bytes)
}
const pdf = (text: string) => Buffer.from(`%PDF-1.7\n% ${text}\n%%EOF`)
const attach = (who: StaffName, bytes: Buffer, more: Record<string, unknown> = {}, name = '投资协议.pdf') =>
  attachFile(
    permit(office.actors[who], 'attachment.create'),
    input(attachInput, { record: deal.number, kind: 'agreement', ...more }),
    { name, body: once(bytes) },
  )
async function attached(who: StaffName, bytes: Buffer, more: Record<string, unknown> = {}) {
  const outcome = await attach(who, bytes, more)
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome))
  return outcome.value.id
}
const reading = (who: StaffName) => permit(office.actors[who], 'attachment.read')
const rowsOf = async (
  who: StaffName,
  on: { noun: 'deal' | 'company'; id: number } = { noun: 'deal', id: deal.id },
) => (await attachmentsOf(reading(who), on))?.rows.map(row => row.title)
async function bytesOf(who: StaffName, id: number) {
  const opened = await openAttachment(reading(who), id)
  const content = await opened?.content()
  return content ? new Response(content).text() : null
}
const folder = join(String(process.env.ZHAOSHANG_DATA), 'files', 'arriving')
/* Others bring files at the same time, and what theirs were killed over stays there. */
const stood = new Set(existsSync(folder) ? readdirSync(folder) : [])
const nothingArriving = () =>
  expect.poll(() => readdirSync(folder).filter(name => !stood.has(name)), { timeout: 5000 }).toEqual([])

test('a file is kept under its digest, told in the history of its record, and given to whoever sees that', async () => {
  const bytes = pdf('first')
  const id = await attached('officer', bytes, { documentOn: '2026-03-05', documentNumber: '东开〔2026〕7号' })
  const digest = createHash('sha256').update(bytes).digest('hex')
  expect(existsSync(join(String(process.env.ZHAOSHANG_DATA), 'files', digest.slice(0, 2), digest))).toBe(true)
  expect(await bytesOf('colleague', id)).toBe(bytes.toString())
  expect(await rowsOf('viewer')).toEqual(['投资协议'])
  const { items } = await getTimeline(permit(office.actors.viewer, 'deal.read'), {
    noun: 'deal',
    id: deal.id,
  })
  expect(items[0]).toMatchObject({ verb: 'attachment.create', details: { file: '投资协议', digest } })
  await nothingArriving()
})

test('of another desk one sees neither row nor bytes, and it looks like what is not there', async () => {
  const id = await attached('officer', pdf('hidden'))
  expect(await attachmentsOf(reading('outsider'), { noun: 'deal', id: deal.id })).toBeNull()
  expect([
    await getAttachment(reading('outsider'), id),
    await getAttachment(reading('outsider'), 999_999),
  ]).toEqual([null, null])
  expect(await attach('outsider', pdf('mine'))).toEqual({ kind: 'gone' })
  expect(await attach('outsider', pdf('mine'), { record: 'D-2026-9999' })).toEqual({ kind: 'gone' })
})

test('the same content at the same place says where it is; elsewhere it lies there once', async () => {
  const bytes = pdf('twice')
  await attached('officer', bytes, { title: '正本' })
  expect(await attach('colleague', bytes, {}, '副本.pdf')).toEqual({
    kind: 'invalid',
    fields: { file: { reason: 'attachment.fault.already_here', values: { title: '正本' } } },
  })
  await attached('colleague', bytes, { record: company.number })
  const [kept] =
    await office.owner`select count(*)::int as n from contents where digest = ${createHash('sha256').update(bytes).digest('hex')}`
  expect(kept?.n).toBe(1)
})

test('one form sent twice is answered as the first time', async () => {
  const submission = randomUUID()
  const first = await attach('officer', pdf('once'), { submission })
  expect(await attach('officer', pdf('once'), { submission })).toEqual(first)
  expect((await attach('officer', pdf('another of the form'), { submission })).kind).toBe('done')
})

test('two who bring the same at once: one is told of the other, or both stand as one content', async () => {
  const bytes = pdf('race')
  const outcomes = await Promise.all([
    attach('officer', bytes),
    attach('colleague', bytes),
    attach('director', bytes),
  ])
  expect(outcomes.filter(({ kind }) => kind === 'done').length).toBeGreaterThanOrEqual(1)
  const rows =
    await office.owner`select distinct digest from attachments where digest = ${createHash('sha256').update(bytes).digest('hex')}`
  expect(rows).toHaveLength(1)
})

test.each<[string, string, Buffer]>([
  ['empty', '空.pdf', Buffer.alloc(0)],
  ['too_large', '大.pdf', Buffer.concat([pdf('large'), Buffer.alloc(2 * 1024 ** 2)])],
  ['lies', '批复.pdf', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ['markup', 'map.svg', Buffer.from('<svg onload="alert(1)"/>')],
  ['program', '合同\u202efdp.exe', pdf('x')],
])('what is %s is refused, and nothing of it stays', async (reason, name, bytes) => {
  const before =
    await office.owner`select (select count(*) from attachments) as a, (select count(*) from contents) as c`
  process.env.FILE_LIMIT_MB = '1'
  const outcome = await attach('officer', bytes, {}, name)
  delete process.env.FILE_LIMIT_MB
  expect(outcome).toMatchObject({
    kind: 'invalid',
    fields: { file: { reason: `attachment.fault.${reason}` } },
  })
  const after =
    await office.owner`select (select count(*) from attachments) as a, (select count(*) from contents) as c`
  expect(after).toEqual(before)
  await nothingArriving()
})

test('a name with tricks is kept without them', async () => {
  const outcome = await attach('officer', pdf('name'), {}, '..\\..\\windows\\批复\u202e(终).pdf')
  expect(outcome).toMatchObject({ kind: 'done', value: { fileName: '批复(终).pdf', title: '批复(终)' } })
})

test('a sender that breaks off leaves neither row nor content', async () => {
  async function* broken() {
    yield new Uint8Array(pdf('half'))
    throw new Error('gone')
  }
  const count = () => office.owner`select count(*) from contents`
  const before = await count()
  await expect(
    attachFile(
      permit(office.actors.officer, 'attachment.create'),
      input(attachInput, { record: deal.number, kind: 'other' }),
      {
        name: 'a.pdf',
        body: broken(),
      },
    ),
  ).rejects.toThrow('gone')
  expect(await count()).toEqual(before)
  await nothingArriving()
})

test('what is said of a file changes by version; the file itself does not change at all', async () => {
  const id = await attached('officer', pdf('edit'))
  const edit = (version: number) =>
    editAttachment(permit(office.actors.officer, 'attachment.edit'), {
      id,
      version,
      title: '补充协议',
      kind: 'agreement',
      documentOn: null,
      documentNumber: null,
    })
  expect(await edit(1)).toEqual({ kind: 'done', value: { id, version: 2 } })
  expect(await edit(1)).toMatchObject({ kind: 'conflict', theirs: { version: 2, by: 'officer' } })
  const { as } = await import('@/db/as')
  const { sql } = await import('drizzle-orm')
  await expect(
    as(permit(office.actors.director, 'attachment.edit'), 'write', tx =>
      tx.execute(sql`update attachments set media_type = 'text/html' where id = ${id}`),
    ),
  ).rejects.toMatchObject({ cause: { constraint_name: 'guard_attachment' } })
})

test('struck and brought back: an officer what he brought himself, the head all; struck, nobody gets it', async () => {
  const id = await attached('colleague', pdf('strike'))
  const strike = (who: StaffName, restore = false) =>
    deleteAttachment(permit(office.actors[who], 'attachment.delete'), { id, restore })
  expect(await strike('officer')).toMatchObject({ kind: 'refused' })
  expect(await strike('headDomestic')).toMatchObject({ kind: 'done' })
  expect(await openAttachment(reading('director'), id)).toBeNull()
  expect(await strike('headDomestic')).toEqual({ kind: 'gone' })
  expect(await strike('director', true)).toMatchObject({ kind: 'done' })
  expect(await bytesOf('officer', id)).toContain('strike')
})

test('a business card is not there for those to whom details are masked, and a look at it is logged', async () => {
  const id = await attached('officer', pdf('card'), { kind: 'business_card', title: '王总 13800138000' })
  expect([await bytesOf('viewer', id), await bytesOf('admin', id)]).toEqual([null, null])
  expect(await rowsOf('viewer')).not.toContain('王总 13800138000')
  expect(await bytesOf('colleague', id)).toContain('card')
  const [line] = await office.owner`select verb, actor_id, details from log_entries order by id desc limit 1`
  expect(line).toMatchObject({ verb: 'attachment.read', actor_id: String(office.actors.colleague.id) })
  expect(JSON.stringify(await office.owner`select details from log_entries`)).not.toContain('13800138000')
})

test('of a deleted record nothing is given out', async () => {
  const other = await newDeal(office)
  const id = await attached('officer', pdf('of the deleted'), { record: other.number })
  await office.owner`update deals set deleted_at = now(), deleted_by = ${office.actors.director.id} where id = ${other.id}`
  expect(await getAttachment(reading('director'), id)).toBeNull()
  expect(await attach('director', pdf('late'), { record: other.number })).toEqual({ kind: 'gone' })
})

test('a step of another deal is not offered', async () => {
  const other = await newDeal(office)
  const [step] = await office.owner`insert into procedures (deal_id, name, mandatory, created_by, updated_by)
    values (${other.id}, '备案', false, ${office.actors.officer.id}, ${office.actors.officer.id}) returning id`
  expect(await attach('officer', pdf('step'), { procedureId: step?.id })).toMatchObject({
    kind: 'invalid',
    fields: { procedureId: { reason: 'input.not_offered' } },
  })
  await attached('officer', pdf('step'), { record: other.number, procedureId: step?.id })
})
