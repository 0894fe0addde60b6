import postgres, { type Sql, type TransactionSql } from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools, pool } from '@/db/client'
import { connectionOptions } from '@/db/connection'
import { SUPERUSER } from '@/db/embedded/layout.mjs'
import { newDeal } from '@/db/testing/deal'
import { type Office, openOffice } from '@/db/testing/office'
import { doChore } from './chore'
import { seal } from './seal'
import { tamperedWords, verify, verifyBy, verifyLog } from './verify'

let office: Office
let superuser: Sql
const sealed = async () => doChore(await pool('housekeeping'), seal)

/** Two hundred lines of the last two months about twenty records and about none, sealed at first; then a day's work. */
beforeAll(async () => {
  office = await openOffice()
  superuser = postgres(await connectionOptions({ max: 1, onnotice: () => {}, user: SUPERUSER }))
  await office.owner`
    insert into log_entries (at, actor_id, verb, noun, record_id, details)
    select now() - (60 - n * 0.25) * interval '1 day', ${office.actors.officer.id},
      (array['deal.move', 'deal.edit', 'deal.lose'])[1 + n % 3], (array['deal', 'lead', 'export'])[1 + n % 3],
      case when n % 3 = 2 then null else 1 + n % 7 end, jsonb_build_object('amount', n, 'reason', '理由 ' || n)
    from generate_series(1, 200) n`
  expect(await sealed()).toBe(200)
  for (let run = 0; run < 3; run++) {
    await newDeal(office)
    await newDeal(office)
    expect(await sealed()).toBeGreaterThan(0)
  }
})
afterAll(async () => {
  await closePools()
  await superuser.end()
  await office.owner.end()
})

class Undone extends Error {}

/** What is found after a superuser, whom no trigger stops, has done this; nothing is kept. */
async function found(tamper: (tx: TransactionSql) => Promise<unknown>) {
  let answer: Awaited<ReturnType<typeof verifyLog>> | undefined
  await superuser
    .begin(async tx => {
      await tx`set local session_replication_role = replica`
      const did = await tamper(tx)
      if ((did as { count?: number }).count === 0) throw new Error('nothing was tampered with')
      answer = await verifyLog(tx)
      throw new Undone()
    })
    .catch(error => {
      if (!(error instanceof Undone)) throw error
    })
  return answer?.tampered ?? []
}

const entries = async (which = '') =>
  (
    await office.owner.unsafe(
      `select l.id from log_entries l join log_seals s on s.entry_id = l.id ${which} order by l.id`,
    )
  ).map(({ id }) => Number(id))

test('an honest log is intact: nothing is found in it', async () => {
  const verdict = await verifyBy(office.owner)
  expect(verdict.tampered).toEqual([])
  expect(verdict.sealed).toBe((await entries()).length)
  expect(verdict.waiting).toBe(0)
})

/* Each of them changes one line; `a` and `b` differ from line to line. */
const edits: Record<string, (tx: TransactionSql, id: number) => Promise<unknown>> = {
  at: (tx, id) => tx`update log_entries set at = at + interval '1 microsecond' where id = ${id}`,
  'at, by a month': (tx, id) => tx`update log_entries set at = at - interval '1 month' where id = ${id}`,
  actor: (tx, id) => tx`update log_entries set actor_id = actor_id + 1 where id = ${id}`,
  'no actor': (tx, id) => tx`update log_entries set actor_id = null where id = ${id}`,
  verb: (tx, id) => tx`update log_entries set verb = verb || 'd' where id = ${id}`,
  noun: (tx, id) => tx`update log_entries set noun = 'event' where id = ${id}`,
  record: (tx, id) => tx`update log_entries set record_id = coalesce(record_id, 0) + 1 where id = ${id}`,
  'a detail': (tx, id) =>
    tx`update log_entries set details = details || '{"reason": "另一个"}' where id = ${id}`,
  'no details': (tx, id) => tx`update log_entries set details = '[]' where id = ${id}`,
  id: (tx, id) => tx`update log_entries set id = default where id = ${id}`,
  'the line taken away': (tx, id) => tx`delete from log_entries where id = ${id}`,
  'line and seal taken away': async (tx, id) => {
    await tx`delete from log_entries where id = ${id}`
    return tx`delete from log_seals where entry_id = ${id}`
  },
}

test.each(Object.entries(edits))(
  'changed by a superuser and found, in every line tried: %s',
  async (_, edit) => {
    const lines = await entries()
    for (let at = 0; at < lines.length; at += 9) {
      const id = lines[at] as number
      const tampered = await found(tx => edit(tx, id))
      expect(tampered.length, `line ${id}`).toBeGreaterThan(0)
    }
  },
)

test('an edit is told of the very line, and of no other', async () => {
  const [id = 0] = (await entries()).slice(50)
  const tampered = await found(tx => tx`update log_entries set details = '{}' where id = ${id}`)
  expect(tampered.map(({ what, entryId }) => [what, entryId])).toEqual([['line', id]])
})

test('the last line of a record is missed also when its seal is gone and the head is set back to fit', async () => {
  const last = await entries(
    'join log_heads h on (h.noun, h.record_id, h.lines) = (s.noun, s.record_id, s.position)',
  )
  expect(last.length).toBeGreaterThan(10)
  for (const id of last) {
    const tampered = await found(async tx => {
      const [gone] =
        await tx`delete from log_seals where entry_id = ${id} returning noun, record_id, position`
      await tx`delete from log_entries where id = ${id}`
      await tx`update log_batches b set lines = (select count(*) from log_seals s where s.batch_id = b.id)`
      await tx`delete from log_heads where noun = ${gone?.noun} and record_id = ${gone?.record_id}`
      return tx`insert into log_heads select noun, record_id, position, seal from log_seals
        where noun = ${gone?.noun} and record_id = ${gone?.record_id} and position = ${Number(gone?.position) - 1}
        union all select 'x', 0, 0, '' limit 1`.then(() =>
        tx`delete from log_heads where noun = 'x'`.then(() => ({ count: 1 })),
      )
    })
    expect(tampered.map(({ what }) => what)).toEqual(['batch'])
  }
})

test('a line put in later is found, whether or not it was given to be sealed', async () => {
  const add = (tx: TransactionSql, days: number, id?: number) => tx`
    insert into log_entries (id, at, actor_id, verb, noun, record_id) overriding system value
    values (${id ?? tx`nextval('log_entries_id_seq')`}, now() - ${days} * interval '1 day', ${office.actors.officer.id}, 'deal.move', 'deal', 3)`
  for (const days of [0.1, 1, 13, 59]) {
    expect((await found(tx => add(tx, days))).map(({ what }) => what)).toEqual(['added'])
    expect((await found(tx => add(tx, days, -5))).map(({ what }) => what)).toEqual(['added'])
    const later = await found(async tx => {
      await tx`set local session_replication_role = origin`
      await add(tx, days)
      return { count: await seal.run(tx) }
    })
    expect(later.map(({ what }) => what)).toEqual(['added'])
  }
})

const sealEdits: Record<string, (tx: TransactionSql) => Promise<unknown>> = {
  'a seal': tx =>
    tx`update log_seals set seal = md5(seal) where entry_id = (select max(entry_id) from log_seals)`,
  'a position': tx =>
    tx`update log_seals set position = 900 where entry_id = (select max(entry_id) from log_seals)`,
  'a record': tx =>
    tx`update log_seals set record_id = 900 where entry_id = (select min(entry_id) from log_seals)`,
  'a batch': tx =>
    tx`update log_seals set batch_id = batch_id + 1 where entry_id = (select max(entry_id) from log_seals where batch_id = 1)`,
  'a seal gone': tx => tx`delete from log_seals where entry_id = (select max(entry_id) from log_seals)`,
  'all seals gone': tx => tx`delete from log_seals`,
  'the length of a head': tx =>
    tx`update log_heads set lines = lines - 1 where noun = 'deal' and record_id = 1`,
  'the seal of a head': tx => tx`update log_heads set seal = '' where noun = 'deal' and record_id = 1`,
  'a head gone': tx => tx`delete from log_heads where noun = 'deal' and record_id = 1`,
  'a head more': tx => tx`insert into log_heads values ('deal', 900, 1, 'x')`,
  'the moment of a batch': tx => tx`update log_batches set at = at + interval '1 second' where id = 2`,
  'the length of a batch': tx => tx`update log_batches set lines = lines + 1 where id = 2`,
  'the seal of a batch': tx => tx`update log_batches set seal = '' where id = 2`,
  'a batch gone': tx => tx`delete from log_batches where id = 2`,
  'the last batch gone': tx => tx`delete from log_batches where id = (select max(id) from log_batches)`,
  'a batch more': tx => tx`insert into log_batches values (900, now(), 0, 'x')`,
}
test.each(Object.entries(sealEdits))('changed in the seals themselves, and found: %s', async (_, edit) => {
  expect((await found(edit)).length).toBeGreaterThan(0)
})

test('a line that took long to commit is sealed after younger ones, and nothing is wrong with it', async () => {
  const late = postgres(await connectionOptions({ max: 1 }))
  await late.begin(async tx => {
    await tx`insert into log_entries (actor_id, verb, noun, record_id) values (1, 'deal.edit', 'deal', 3)`
    await office.owner`insert into log_entries (actor_id, verb, noun, record_id) values (1, 'deal.edit', 'deal', 3)`
    await sealed()
  })
  await late.end()
  expect(await sealed()).toBe(1)
  expect((await verifyBy(office.owner)).tampered).toEqual([])
})

test('however much waits is sealed in one run, and a log that was there before the seals too', async () => {
  const old = await found(async tx => {
    await tx`delete from log_seals`
    await tx`delete from log_heads`
    await tx`delete from log_batches`
    await tx`insert into log_entries (at, verb, noun, record_id)
      select now() - n * interval '1 minute', 'deal.edit', 'deal', n % 50 from generate_series(1, 2500) n`
    await tx`insert into log_queue select id from log_entries`
    return { count: await seal.run(tx) }
  })
  expect(old).toEqual([])
})

test('a line of tomorrow is not sealed, and found', async () => {
  const tomorrow = await found(async tx => {
    await tx`set local session_replication_role = origin`
    await tx`insert into log_entries (at, verb, noun, record_id) values (now() + interval '1 day', 'deal.edit', 'deal', 3)`
    await seal.run(tx)
    return { count: 1 }
  })
  expect(tomorrow.map(({ what }) => what)).toEqual(['added'])
})

test('two who seal at once seal each line once', async () => {
  const options = await connectionOptions({ max: 1, connection: { role: 'housekeeping' } })
  const others = [postgres(options), postgres(options)]
  for (let run = 0; run < 5; run++) {
    await newDeal(office)
    await Promise.all([sealed(), ...others.map(other => doChore(other, seal))])
  }
  await Promise.all(others.map(other => other.end()))
  await sealed()
  expect(await verifyBy(office.owner)).toMatchObject({ tampered: [], waiting: 0 })
})

test('the login of the app can change neither line nor seal', async () => {
  for (const table of ['log_entries', 'log_seals', 'log_batches']) {
    await expect(office.owner.unsafe(`delete from ${table}`)).rejects.toThrow('neither changed nor cut')
    await expect(office.owner.unsafe(`truncate ${table}`)).rejects.toThrow('neither changed nor cut')
  }
})

test('the daily look says which record was tampered with, and says it again only the next day', async () => {
  const housekeeping = await pool('housekeeping')
  expect(await doChore(housekeeping, verify)).toBe((await entries()).length)
  expect(await doChore(housekeeping, verify)).toBeNull()
  const [id = 0] = (await entries(`where l.noun = 'deal' and l.record_id = 4`)).slice(2)
  await superuser.begin(async tx => {
    await tx`set local session_replication_role = replica`
    await tx`update log_entries set verb = 'deal.hold' where id = ${id}`
    await tx`update chore_runs set done_at = now() - interval '25 hours'`
  })
  await expect(doChore(housekeeping, verify)).rejects.toThrow(`deal 4 line ${id} (line)`)
  expect(await doChore(housekeeping, verify)).toBeNull()
  const [run] =
    await office.owner`select failed_at > done_at as failed, error from chore_runs where chore = 'verify'`
  expect(run).toEqual({ failed: true, error: `the log was tampered with: deal 4 line ${id} (line)` })
})

test('what was found is said in a line, however much it is', () => {
  const one = { what: 'line', record: 'deal 4', entryId: 9 } as const
  expect(tamperedWords([one, { what: 'head', record: 'lead 2', entryId: null }])).toBe(
    'deal 4 line 9 (line), lead 2 (head)',
  )
  expect(tamperedWords(Array.from({ length: 9 }, () => one))).toMatch(/ and 4 more$/)
})

test('what has piled up is sealed in one run, each line once', async () => {
  await office.owner`
    insert into log_entries (actor_id, verb, noun, record_id)
    select ${office.actors.officer.id}, 'deal.edit', 'deal', 500 + n % 3 from generate_series(1, 2300) n`
  expect(await sealed()).toBe(2300)
  const [row] = await office.owner`
    select count(*)::int as lines, max(position) as last from log_seals where noun = 'deal' and record_id = 500`
  expect([row?.lines, row?.last]).toEqual([766, 766])
  const { tampered } = await verifyBy(office.owner)
  expect(tampered.filter(({ record }) => record?.startsWith('deal 50'))).toEqual([])
})
