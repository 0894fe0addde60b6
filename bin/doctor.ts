import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sql } from 'postgres'
import { isFresh } from '@/bin/build'
import { withSql } from '@/bin/database'
import { portFrom } from '@/bin/port'
import { giveUp } from '@/bin/steps'
import { layoutOf } from '@/db/embedded/layout.mjs'
import { isRunning } from '@/db/embedded/server'
import { store } from '@/db/file/chosen'
import { tryStore } from '@/db/file/try'
import { countersEqual, houseKept } from '@/db/housekeeping/state'
import { tamperedWords, verifyBy } from '@/db/housekeeping/verify'
import { migrationState } from '@/db/migrate'
import { mailState } from '@/db/post/state'
import { bucketSettings, env, mailSettings } from '@/env'

/** `npm run doctor`: what is configured and how it stands. Ends with 1 when something needs a hand. */
type Verdict = 'ok' | 'note' | 'wrong'

const LEAST_NODE = [20, 19]
const LEAST_FREE_GB = 2
const LEAST_SERVER = 150_000
const GIGABYTE = 1024 ** 3
let wrong = 0

function say(verdict: Verdict, what: string, text: string) {
  if (verdict === 'wrong') wrong++
  process.stdout.write(`  ${verdict.padEnd(7)}${what.padEnd(14)}${text}\n`)
}

async function examine() {
  program()
  settings()
  await disk()
  await files()
  const { DATABASE_URL, ZHAOSHANG_DATA } = env()
  if (!DATABASE_URL && !existsSync(layoutOf(ZHAOSHANG_DATA).pgdata)) {
    return say('note', 'database', `none yet in ${ZHAOSHANG_DATA}: the first start makes it${otherFolders()}`)
  }
  const running = !DATABASE_URL && (await isRunning(ZHAOSHANG_DATA))
  try {
    await server(running)
    if (await migrations()) await withSql(records)
  } catch (error) {
    say('wrong', 'database', (error as Error).message)
  }
}

function program() {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [leastMajor = 0, leastMinor = 0] = LEAST_NODE
  const recent = major > leastMajor || (major === leastMajor && minor >= leastMinor)
  say('ok', 'app', version)
  say(recent ? 'ok' : 'wrong', 'node', `${process.versions.node} (${LEAST_NODE.join('.')} or newer)`)
  const built = existsSync('.next/BUILD_ID')
  const fresh = built && isFresh()
  say(
    fresh ? 'ok' : 'note',
    'build',
    fresh ? 'of these sources' : `${built ? 'of older sources' : 'none'}: the next start builds`,
  )
}

function settings() {
  const { DATABASE_URL, ZHAOSHANG_DATA } = env()
  const url = DATABASE_URL && new URL(DATABASE_URL)
  say(
    'ok',
    'configured',
    url
      ? `DATABASE_URL at ${url.hostname}${url.pathname}, as ${url.username}`
      : `the app's own database in ${ZHAOSHANG_DATA}`,
  )
  say('ok', 'address', `${process.env.HOST || 'localhost'}, port ${portFrom(process.env.PORT)}`)
  mail()
  const secrets = join(ZHAOSHANG_DATA, 'secrets.json')
  if (process.env.AUTH_SECRET) say('ok', 'secrets', 'AUTH_SECRET from the environment')
  else if (!existsSync(secrets)) say('note', 'secrets', 'none yet: the first start makes them')
  else if ((statSync(secrets).mode & 0o077) === 0)
    say('ok', 'secrets', `${secrets}, readable by its owner alone`)
  else say('wrong', 'secrets', `${secrets} can be read by others: chmod 600 ${secrets}`)
}

function mail() {
  const { SMTP_URL, MAIL_FROM, APP_URL } = env()
  const set = mailSettings()
  if (set) {
    const links = APP_URL ? '' : '; APP_URL is not set: e-mails carry no links'
    say(APP_URL ? 'ok' : 'note', 'e-mail', `by ${new URL(set.smtp).host}, from ${set.from}${links}`)
  } else if (SMTP_URL || MAIL_FROM)
    say('wrong', 'e-mail', 'SMTP_URL and MAIL_FROM are needed both: none goes out')
  else say('ok', 'e-mail', 'none (SMTP_URL is not set)')
}

async function disk() {
  const { ZHAOSHANG_DATA } = env()
  const { bavail, bsize } = await statfs(existsSync(ZHAOSHANG_DATA) ? ZHAOSHANG_DATA : '.')
  const free = (bavail * bsize) / GIGABYTE
  say(free < LEAST_FREE_GB ? 'wrong' : 'ok', 'disk', `${free.toFixed(1)} GB free (${LEAST_FREE_GB} or more)`)
}

/** A bucket is tried: written, read and emptied again. */
async function files() {
  try {
    const where = bucketSettings() ? await tryStore() : store().place
    say('ok', 'files', `in ${where}, up to ${env().FILE_LIMIT_MB} MB each`)
  } catch (error) {
    say('wrong', 'files', (error as Error).message)
  }
}

async function server(running: boolean) {
  const [row] = await withSql(
    sql => sql<
      { version: string; number: number; folds: boolean; sorts: boolean; superuser: boolean; size: string }[]
    >`
      select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
        lower('É') = 'é' as folds, exists (select from pg_collation where collname = 'zh-x-icu') as sorts,
        (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as superuser,
        pg_size_pretty(pg_database_size(current_database())) as size`,
  )
  if (!row) return
  const state = env().DATABASE_URL ? '' : running ? ', running' : ', started for this look'
  say(
    row.number < LEAST_SERVER ? 'wrong' : 'ok',
    'database',
    `PostgreSQL ${row.version.split(' ')[0]}${state}, ${row.size}`,
  )
  say(
    row.folds ? 'ok' : 'wrong',
    'letters',
    row.folds ? 'É and é are one letter' : "lower('É') is not 'é': the database needs a UTF-8 locale",
  )
  say(
    row.sorts ? 'ok' : 'wrong',
    'sorting',
    row.sorts ? 'Chinese by pinyin (zh-x-icu)' : 'the server has no ICU collations: names do not sort',
  )
  if (row.superuser) say('note', 'login', 'a superuser: give the app a login of its own (docs/operations.md)')
}

/** Answers whether this code knows what is in the database. */
async function migrations(): Promise<boolean> {
  const { applied, pending, obstacles, drift } = await migrationState()
  for (const obstacle of obstacles) say('wrong', 'migrations', obstacle)
  if (pending.length > 0)
    say('wrong', 'migrations', `${pending.length} pending (${pending.join(', ')}): npm run db:migrate`)
  if (drift.length > 0)
    say('wrong', 'functions', `of another version (${drift.join(', ')}): npm run db:migrate`)
  const known = obstacles.length + pending.length + drift.length === 0
  if (known) say('ok', 'migrations', `${applied.length} applied, none pending`)
  return known
}

async function records(sql: Sql) {
  const { sealed, waiting, last, tampered } = await verifyBy(sql)
  const waits = waiting > 0 ? `, ${waiting} waiting` : ''
  if (tampered.length > 0) say('wrong', 'log', `tampered with: ${tamperedWords(tampered)}`)
  else
    say('ok', 'log', `${sealed} lines sealed, intact${waits}${last ? ` (up to ${last.slice(0, 16)})` : ''}`)
  const equal = await countersEqual(sql)
  say(equal ? 'ok' : 'wrong', 'totals', equal ? 'equal to a recount' : 'not what a recount says')
  const { ranAt, faults } = await houseKept(sql)
  say('ok', 'housekeeping', ranAt ? `last at ${ranAt}` : 'not yet: the server does it while it runs')
  for (const fault of faults) say('wrong', 'housekeeping', fault)
  if (!mailSettings()) return
  const mails = await mailState(sql)
  const why = mails.error ? ` (${mails.error})` : ''
  if (mails.lost > 0) say('wrong', 'e-mail', `${mails.lost} given up in the last week${why}`)
  else say('ok', 'e-mail', `${mails.waiting} waiting${why}, none given up in the last week`)
}

function otherFolders(): string {
  const folders = existsSync('.data') ? readdirSync('.data') : []
  const others = folders.filter(name => existsSync(layoutOf(join('.data', name)).pgdata))
  return others.length > 0
    ? ` (there are ${others.map(name => `.data/${name}`).join(', ')}: set ZHAOSHANG_DATA)`
    : ''
}

await examine().catch(giveUp)
process.stdout.write(wrong > 0 ? `\n  ${wrong} to see to\n` : '\n  all well\n')
process.exitCode = wrong > 0 ? 1 : 0
