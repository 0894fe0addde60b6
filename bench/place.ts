import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Sql } from 'postgres'
import type { Run } from '@/bench/measure'
import { layoutOf } from '@/db/embedded/layout.mjs'
import { holderOf, writePid } from '@/db/embedded/lock.mjs'
import { stopServer } from '@/db/embedded/server'

/** One folder a run, named after its process; who holds it stands inside. */
const PREFIX = 'zhaoshang-bench-'
const HOLDER = 'holder.pid'
const MB = 1024 * 1024

/** Makes the folder of this run, after those of runs that were killed are gone; `named`: one that is kept. */
export async function openPlace(named?: string): Promise<string> {
  await removeStale()
  const folder = named ? resolve(named) : join(tmpdir(), `${PREFIX}${process.pid}`)
  if (named && existsSync(join(folder, 'main')) && !keptIn(folder))
    throw new Error(
      `What was loaded into ${folder} has not come to its end, or is not the bench's: remove it, or name another.`,
    )
  mkdirSync(folder, { recursive: true })
  writePid(join(folder, HOLDER))
  return folder
}

/** Stops what runs in the folder and removes it, unless it is kept. Safe to call twice. */
export async function closePlace(folder: string, kept = false): Promise<void> {
  for (const name of ['main', 'first']) {
    const data = join(folder, name)
    if (existsSync(layoutOf(data).root)) await stopServer(data, 5000).catch(() => false)
    await killPostmaster(data)
  }
  rmSync(kept ? join(folder, 'first') : folder, {
    recursive: true,
    force: true,
    maxRetries: 20,
    retryDelay: 100,
  })
}

/** What stands in a folder that is kept: how much, and how fast the pages were at a tenth of it. */
type Kept = { rows: number; tenth: [string, Run][] }
const KEPT = 'loaded.json'

/** Null when nothing has been loaded there to its end. */
export function keptIn(folder: string): Kept | null {
  const file = join(folder, KEPT)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

export const keep = (folder: string, kept: Kept) => writeFileSync(join(folder, KEPT), JSON.stringify(kept))

async function removeStale(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter(one => one.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name)
    if (holderOf(join(folder, HOLDER)) === null) await closePlace(folder)
  }
}

/** A server of ours that does not stop when it is asked, since somebody who was killed seems still connected. */
async function killPostmaster(data: string) {
  const supervisor = holderOf(layoutOf(data).supervisorPid)
  const postmaster = postmasterOf(data)
  if (supervisor) kill(supervisor, 'SIGKILL')
  if (postmaster) kill(postmaster, 'SIGQUIT')
  for (let i = 0; i < 100 && postmasterOf(data) !== null; i++) await delay(50)
}

function kill(pid: number, signal: NodeJS.Signals) {
  try {
    process.kill(pid, signal)
  } catch {
    // Gone by itself.
  }
}

/** The process id of the server on a data folder; null when none runs there. */
export function postmasterOf(data: string): number | null {
  const { pgdata } = layoutOf(data)
  const file = join(pgdata, 'postmaster.pid')
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0
  const command =
    pid && existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : ''
  return command.includes(pgdata) ? pid : null
}

/** What a run of this size takes, in MB, with a million names at its end: measured, and a quarter more. */
export const needs = (rows: number) => ({
  disk: 2600 + Math.ceil(rows * 0.016),
  memory: 1400 + Math.ceil(rows * 0.004),
})

/** Why this machine cannot bear a run of this size; null when it can. Linux only: CPU is read from /proc. */
export function lacks(rows: number): string | null {
  if (process.platform !== 'linux') return 'The bench reads CPU and memory from /proc: it runs on Linux.'
  const { disk, memory } = needs(rows)
  const { bavail, bsize } = statfsSync(tmpdir())
  const space = Math.floor((bavail * bsize) / MB)
  if (space < disk) return `${rows} rows take about ${disk} MB in ${tmpdir()}, where ${space} MB are free.`
  const free = freeMemory()
  if (free < memory) return `${rows} rows take about ${memory} MB of memory, of which ${free} MB are free.`
  return null
}

function freeMemory(): number {
  const line = /^MemAvailable:\s+(\d+) kB/m.exec(readFileSync('/proc/meminfo', 'utf8'))
  return Math.floor(line ? Number(line[1]) / 1024 : freemem() / MB)
}

const MARK = 'zhaoshang-bench'

/** Throws when the database holds records that no bench has loaded: nothing is written to it. */
export async function assertOurs(sql: Sql): Promise<void> {
  const [held] = await sql<{ mark: string | null; records: boolean }[]>`
    select obj_description('public'::regnamespace) as mark, to_regclass('public.users') is not null as records`
  if (held?.mark === MARK || !held?.records) return
  const [row] = await sql`select exists (select from users) or exists (select from zones) as any`
  if (row?.any)
    throw new Error('This database holds real records and no mark of the bench: the bench does not touch it.')
}

/** From here on the database is one that the bench may fill and drop. */
export const mark = (sql: Sql) => sql.unsafe(`comment on schema public is '${MARK}'`)
