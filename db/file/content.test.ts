import { existsSync, readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closePools, pool } from '@/db/client'
import { doChore } from '@/db/housekeeping/chore'
import { sweep } from '@/db/housekeeping/sweep'
import { newDeal } from '@/db/testing/deal'
import { type Office, openOffice, permit } from '@/db/testing/office'
import { type Arrival, arrive } from './arrival'
import { store } from './chosen'
import { keepContent, openContent } from './content'

let office: Office
let dealId: number
beforeAll(async () => {
  office = await openOffice()
  dealId = (await newDeal(office)).id
})
beforeEach(() => office.owner`delete from chore_runs`)
afterAll(async () => {
  await closePools()
  await office.owner.end()
})

async function* chunks(...texts: string[]) {
  for (const text of texts) yield new TextEncoder().encode(text)
}
const arrived = async (...texts: string[]) => (await arrive(chunks(...texts), 1000)) as Arrival
const mayWrite = () => permit(office.actors.officer, 'attachment.create')
const sweeping = async () => doChore(await pool('housekeeping'), sweep)
const old = (digest: string) =>
  office.owner`update contents set claimed_at = now() - interval '25 hours' where digest = ${digest}`
const arriving = () => readdirSync(join(String(process.env.ZHAOSHANG_DATA), 'files', 'arriving'))

test('what arrives is whole and hashed; more than the limit, or broken off, leaves nothing', async () => {
  const whole = await arrived('投资', '协议')
  expect(whole.size).toBe(12)
  await whole.discard()
  // other tests share the folder: theirs are on their way, and gone soon
  const others = arriving()
  expect(await arrive(chunks('x'.repeat(600), 'x'.repeat(600)), 1000)).toBeNull()
  async function* broken() {
    yield new TextEncoder().encode('half')
    throw new Error('the network is gone')
  }
  await expect(arrive(broken(), 1000)).rejects.toThrow('the network is gone')
  await expect.poll(() => arriving().filter(name => !others.includes(name))).toEqual([])
})

test('a content nothing came to refer to is collected after a day, and not before', async () => {
  const arrival = await arrived('never attached')
  await keepContent(mayWrite(), arrival)
  expect(await sweeping()).toBe(0)
  await old(arrival.digest)
  await office.owner`delete from chore_runs`
  expect(await sweeping()).toBe(1)
  expect(await openContent(arrival.digest)).toBeNull()
  expect(await office.owner`select 1 from contents where digest = ${arrival.digest}`).toEqual([])
})

test('killed between the claim and the content: the claim is collected, and the content may come again', async () => {
  const { digest, size } = await arrived('claimed only')
  await office.owner`insert into contents (digest, size, claimed_at) values (${digest}, ${size}, now() - interval '2 days')`
  expect(await sweeping()).toBe(1)
  await keepContent(mayWrite(), await arrived('claimed only'))
  expect(await store().exists(digest)).toBe(true)
})

test('what a row refers to stays, though the row is struck; whoever brings it again claims it anew', async () => {
  const arrival = await arrived('attached')
  await keepContent(mayWrite(), arrival)
  const { id } = office.actors.officer
  await office.owner`insert into attachments (deal_id, kind, title, file_name, media_type, size, digest, created_by, updated_by, deleted_at)
    values (${dealId}, 'other', 't', 't.txt', 'text/plain', ${arrival.size}, ${arrival.digest}, ${id}, ${id}, now())`
  await old(arrival.digest)
  expect(await sweeping()).toBe(0)
  expect(await store().exists(arrival.digest)).toBe(true)
})

test('a store that does not let go keeps the claim for the next time', async () => {
  const arrival = await arrived('stays')
  await keepContent(mayWrite(), arrival)
  await old(arrival.digest)
  Object.assign(process.env, { S3_ENDPOINT: 'http://127.0.0.1:9', S3_BUCKET: 'zone' })
  try {
    await expect(sweeping()).rejects.toThrow('S3_ACCESS_KEY_ID')
  } finally {
    delete process.env.S3_ENDPOINT
    delete process.env.S3_BUCKET
  }
  expect(await office.owner`select 1 from contents where digest = ${arrival.digest}`).toHaveLength(1)
})

test('files of uploads that broke off a day ago are cleared', async () => {
  const left = await arrived('left behind')
  const before = (Date.now() - 25 * 3_600_000) / 1000
  utimesSync(left.path, before, before)
  const fresh = await arrived('on its way')
  expect(await sweeping()).toBeGreaterThanOrEqual(1)
  expect([existsSync(left.path), existsSync(fresh.path)]).toEqual([false, true])
})

test('only a permitted write claims, and nobody reads the table', async () => {
  const reader = permit(office.actors.viewer, 'deal.read')
  const { as } = await import('@/db/as')
  const { sql } = await import('drizzle-orm')
  const digest = 'a'.repeat(64)
  await expect(
    as(reader, 'read', tx => tx.execute(sql`select claim_content(${digest}, 1)`)),
  ).rejects.toThrow()
  await expect(as(reader, 'read', tx => tx.execute(sql`select 1 from contents`))).rejects.toThrow()
})
