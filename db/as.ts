import { AsyncLocalStorage } from 'node:async_hooks'
import { type SQL, sql } from 'drizzle-orm'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import type { Sql, TransactionSql } from 'postgres'
import { pool } from '@/db/client'
import { DatabaseGone, inTime } from '@/db/outage'
import type { Outcome } from '@/domain/outcome'
import { writingDesks } from '@/domain/policy/actor'
import { isPermit, type Permit } from '@/domain/policy/permit'
import { contactDetails } from '@/domain/policy/table'
import type { Role } from '@/domain/user/user'

export type Tx = PostgresJsDatabase

/* A page answers within five seconds, whatever the database does: to get a connection, and for all of it. */
const ACQUIRE_MS = 2_500
/* A download waits for those before it: they have few connections of their own. */
const QUEUE_MS = 120_000
const LIMIT_MS = 4_500
const begin = {
  read: 'isolation level repeatable read read only',
  stream: 'isolation level repeatable read read only',
  write: 'isolation level read committed',
  batch: 'isolation level read committed',
} as const

const poolOf = { read: 'app', write: 'app', stream: 'files', batch: 'batch' } as const
const patient = (mode: keyof typeof begin) => mode === 'stream' || mode === 'batch'

const inside = new AsyncLocalStorage<Marked | Together>()
const seesAll: readonly Role[] = ['admin', 'director', 'viewer']

/**
 * The one way to rows: a transaction as this person, in which the row policies hold. `read` is one snapshot, so rows,
 * total and sum agree; `stream` is a read without a time limit, for exports, `batch` a write without one, for imports,
 * on connections of their own. Throws when nested (it would wait for a
 * second connection while holding the first), and DatabaseGone when no connection comes free or no answer in time.
 */
export async function as<T>(
  permit: Permit,
  mode: keyof typeof begin,
  run: (tx: Tx) => Promise<T>,
  told: Record<string, unknown> = {},
): Promise<T> {
  if (!isPermit(permit)) throw new Error('as() without a granted permit')
  if (inside.getStore()) throw new Error('as() inside as()')
  return connected(mode, async proceed => {
    const client = await pool(poolOf[mode])
    return client.begin(begin[mode], async tx => {
      proceed()
      await settings(tx, permit, mode)
      return inside.run({ told }, () => run(database(tx, client)))
    }) as Promise<T>
  })
}

/**
 * A write: what it says other than `done` is rolled back, so a refusal leaves nothing half done. With a submission
 * (the hidden uuid of a form) a second sending by the same person gets the first one's outcome, and writes nothing.
 */
export async function write<T, C>(
  permit: Permit,
  run: (tx: Tx) => Promise<Outcome<T, C>>,
  submission?: string,
): Promise<Outcome<T, C>> {
  const many = inside.getStore()
  if (many && 'permit' in many && many.permit === permit) return among(many.tx, run)
  return whole(async () =>
    as(permit, 'write', async tx => {
      const earlier = submission ? await enter(tx, permit, submission) : undefined
      if (earlier) return earlier as Outcome<T, C>
      const outcome = stands(await run(tx))
      if (submission)
        await tx.execute(
          sql`update submissions set outcome = ${JSON.stringify(outcome)}::jsonb where id = ${submission}`,
        )
      return outcome
    }),
  )
}

/**
 * The write of thousands of records, all of it or nothing, without a time limit: no page waits for it. Every line of the
 * log carries `told`.
 */
export const writeMany = <T, C>(
  permit: Permit,
  told: Record<string, unknown>,
  run: (tx: Tx) => Promise<Outcome<T, C>>,
): Promise<Outcome<T, C>> => whole(() => as(permit, 'batch', async tx => stands(await run(tx)), told))

/* An outcome other than *done* leaves the transaction as an exception, which rolls it back, and comes out a value. */
function stands<T, C>(outcome: Outcome<T, C>): Outcome<T, C> {
  if (outcome.kind !== 'done') throw new NotDone(outcome)
  return outcome
}

async function whole<T, C>(run: () => Promise<Outcome<T, C>>): Promise<Outcome<T, C>> {
  try {
    return await run()
  } catch (thrown) {
    if (thrown instanceof NotDone) return thrown.outcome as Outcome<T, C>
    throw thrown
  }
}

/** What every line of the log says besides. */
type Marked = { told: Record<string, unknown> }
/** Writes of one permit that stand or fall together, under one mark in the log. */
type Together = Marked & { permit: Permit; tx: Tx }

/**
 * Many writes of one permit in one transaction: what `run` calls with this very permit joins it, each whole or not at
 * all. Every line of the log carries `mark`. What `run` answers other than *done* throws away all that was done for it:
 * so a preview decides by doing. A *done* answer is kept under the mark, and given again when the same is sent twice.
 */
export const together = <T, C>(
  permit: Permit,
  mark: string,
  run: (tx: Tx) => Promise<Outcome<T, C>>,
): Promise<Outcome<T, C>> =>
  write(permit, tx => inside.run({ permit, tx, told: { bulk: mark } }, () => run(tx)), mark)

async function among<T, C>(tx: Tx, run: (tx: Tx) => Promise<Outcome<T, C>>): Promise<Outcome<T, C>> {
  await tx.execute(sql`savepoint one`)
  const outcome = await run(tx)
  if (outcome.kind !== 'done') await tx.execute(sql`rollback to savepoint one`)
  await tx.execute(sql`release savepoint one`)
  return outcome
}

class NotDone extends Error {
  constructor(readonly outcome: unknown) {
    super('not done')
  }
}

async function enter(tx: Tx, permit: Permit, submission: string): Promise<unknown> {
  const entered = await tx.execute(
    sql`insert into submissions (id, user_id, verb, outcome) values (${submission}, ${permit.actor.id}, ${permit.permission}, '{}') on conflict (id) do nothing returning id`,
  )
  if (entered.length) return undefined
  const [row] = await tx.execute(
    sql`select outcome from submissions where id = ${submission} and verb = ${permit.permission}`,
  )
  return row?.outcome ?? { kind: 'refused', reason: 'common.sent_twice' }
}

/** Who is looking, and what this permit writes, for this transaction alone; one statement. */
async function settings(tx: TransactionSql, permit: Permit, mode: keyof typeof begin) {
  const { actor, permission, reach } = permit
  // an edit replaces details that it may not show: whoever may edit may correct a number that was revealed to him
  const seen = permission === 'contact.reveal' || (permission === 'contact.edit' && mode !== 'read')
  const details = seen ? 'shown' : contactDetails[actor.role]
  await tx`select
    set_config('role', ${seesAll.includes(actor.role) ? 'sees_all' : 'sees_desk'}, true),
    set_config('app.user', ${String(actor.id)}, true),
    set_config('app.role', ${actor.role}, true),
    set_config('app.desks', ${array(actor.deskIds)}, true),
    set_config('app.covers', ${array(actor.covers)}, true),
    set_config('app.writes', ${mode === 'write' || mode === 'batch' ? reach : 'none'}, true),
    set_config('app.writes_desks', ${array(writingDesks(actor))}, true),
    set_config('app.verb', ${permission}, true),
    set_config('app.details', ${details}, true),
    set_config('statement_timeout', ${patient(mode) ? '0' : '4s'}, true)`
}

const array = (ids: readonly number[]) => `{${ids.join(',')}}`

/**
 * drizzle takes its parsers from `options`, which postgres.js leaves off a transaction; and it prepares nothing, so that
 * each statement went to the server twice, to be described and to be run, and was read and rewritten anew each time.
 */
function database(tx: TransactionSql, client: Sql): Tx {
  const { unsafe } = tx
  const kept = ((text: string, params: never[], options = {}) =>
    unsafe(text, params, { ...options, prepare: true })) as typeof unsafe
  return drizzle(Object.assign(tx, { options: client.options, unsafe: kept }) as unknown as Sql, {
    casing: 'snake_case',
  })
}

/** Waits for a connection no longer than ACQUIRE_MS (the patient ones QUEUE_MS), and for the work, but theirs, LIMIT_MS. */
async function connected<T>(mode: keyof typeof begin, open: (proceed: () => void) => Promise<T>): Promise<T> {
  const begun = async () => {
    let late = false
    let working: Promise<T> | undefined
    const acquire = () =>
      new Promise<void>((proceed, reject) => {
        working = open(() => {
          if (late) throw new DatabaseGone('given up before a connection came free')
          proceed()
        })
        working.then(() => proceed(), reject)
      })
    const patience = patient(mode) ? QUEUE_MS : ACQUIRE_MS
    await inTime(patience, acquire, () => {
      late = true
      return new DatabaseGone(`no database connection within ${patience} ms`)
    })
    return working as Promise<T>
  }
  if (patient(mode)) return begun()
  return inTime(LIMIT_MS, begun, () => new DatabaseGone(`no answer within ${LIMIT_MS} ms`))
}

/** The next line of the log for this record; actor, verb and time are the transaction's own. */
export async function record(
  tx: Tx,
  noun: LogNoun,
  recordId: number | null,
  details: Record<string, unknown> = {},
) {
  const told = { ...details, ...inside.getStore()?.told }
  await tx.execute(sql`select record(${noun}, ${recordId}, ${JSON.stringify(told)}::jsonb)`)
}

/** So many lines of the log by one statement. */
const LINES = 1_000

/** A line for each of many records, in their order, by few statements. */
export async function recordAll(
  tx: Tx,
  noun: LogNoun,
  lines: readonly { id: number; details: Record<string, unknown> }[],
) {
  const told = inside.getStore()?.told
  for (let at = 0; at < lines.length; at += LINES) {
    const marked = lines
      .slice(at, at + LINES)
      .map(({ id, details }) => ({ id, details: { ...details, ...told } }))
    await tx.execute(sql`select record_all(${noun}, ${JSON.stringify(marked)}::jsonb)`)
  }
}

export type LogNoun =
  | 'lead'
  | 'deal'
  | 'company'
  | 'contact'
  | 'contact_detail'
  | 'event'
  | 'task'
  | 'user'
  | 'desk'
  | 'route'
  | 'industry'
  | 'procedure_template'
  | 'country'
  | 'rate'
  | 'zone'
  | 'duplicate'
  | 'cover'
  | 'first_contact'
  | 'export'
  | 'tag'
  | 'bulk'
  | 'review'
  | 'import'

/** So many numbers at once, in a transaction of its own: nobody waits for what is done with them. Gaps are allowed. */
export async function reserveNumbers(
  permit: Permit,
  noun: 'L' | 'D' | 'C' | 'K',
  year: number,
  count: number,
): Promise<string[]> {
  const first = await as(permit, 'write', async tx => {
    const [row] = await tx.execute<{ n: number }>(sql`select next_number(${noun}, ${year}, ${count}) as n`)
    return Number(row?.n)
  })
  return Array.from({ length: count }, (_, at) => readableNumber(noun, year, first + at))
}

/** `L-2026-0001`. Call it last before the insert that needs it: the series stays locked until commit. */
export async function nextNumber(
  tx: Tx,
  noun: 'L' | 'D' | 'C' | 'K' | 'E' | 'R',
  year: number,
): Promise<string> {
  const [row] = await tx.execute<{ n: number }>(sql`select next_number(${noun}, ${year}) as n`)
  return readableNumber(noun, year, Number(row?.n))
}

export const readableNumber = (noun: string, year: number, n: number) =>
  `${noun}-${year}-${String(n).padStart(4, '0')}`

/** Today in the zone's time zone, by the database's clock. Pass it on: rules know no clock. */
export async function zoneToday(tx: Tx): Promise<string> {
  const [row] = await tx.execute<{ today: string }>(todaySql)
  return String(row?.today)
}

const todaySql: SQL = sql`select to_char((now() at time zone coalesce((select timezone from zones), 'Asia/Shanghai'))::date, 'YYYY-MM-DD') as today`
