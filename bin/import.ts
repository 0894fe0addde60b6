import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { createTranslator } from 'use-intl/core'
import { command } from '@/access/command'
import { giveUp } from '@/bin/steps'
import { closePools } from '@/db/client'
import { nounOf } from '@/db/import/permission'
import { importRowsOf, type PreviewRow } from '@/db/read/import'
import { discardImport, prepareImport, receiveImport } from '@/db/write/import'
import { applyImport } from '@/db/write/import-apply'
import { checkImport, ruleImport } from '@/db/write/import-check'
import {
  IMPORT_LIMITS,
  type ImportCounts,
  type ImportMode,
  importModes,
  noCounts,
} from '@/domain/import/batch'
import { fieldOf } from '@/domain/import/noun'
import type { Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { defaultLocale } from '@/domain/user/user'
import { messagesIn } from '@/i18n/words'

/**
 * `npm run import -- deals FILE --as LOGIN`: what the page /import does, with the rights of that account, on DATABASE_URL
 * or on the database in ZHAOSHANG_DATA (.data/main). Ends with 0 only when nothing was refused.
 */
const nouns = { leads: 'lead', companies: 'company', contacts: 'contact', deals: 'deal' } as const
const usage = `npm run import -- leads|companies|contacts|deals FILE --as LOGIN [options]
  --dry-run   read and check, write nothing
  --json      print {rows, created, updated, skipped, errors: [{row, column, value, reason}]}
  --mode      both (as usual), create or update
  --sheet     the name of the sheet, where several could be meant
  --same      a row that looks the same as a record on file is that record
  --good      apply the rows that are right, without those that are not (as usual: all or nothing)
`
// thousands of rows go by: what is done with is collected soon
setFlagsFromString('--heap-growing-percent=25')

type ImportPermit = Permit<`${(typeof nouns)[keyof typeof nouns]}.import`>
type Fault = { row: number; column: string; value: string; reason: string }
type Say = (reason: string, values?: Record<string, unknown>) => string

const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    as: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    mode: { type: 'string', default: 'both' },
    sheet: { type: 'string' },
    same: { type: 'boolean', default: false },
    good: { type: 'boolean', default: false },
  },
})

class Refused extends Error {}

async function run(): Promise<boolean> {
  const [plural, file] = positionals
  const noun = nouns[plural as keyof typeof nouns]
  if (!noun || !file || !asked.as || !importModes.includes(asked.mode as ImportMode)) throw new Error(usage)
  const permit = await command(`${noun}.import` as const, asked.as)
  if (permit === null) throw new Error(`There is no account ${asked.as}, or it is disabled.`)
  if (permit === 'refused') throw new Error(`${asked.as} may not import ${plural}.`)
  const { size } = await stat(file)
  const say = await sayIn(permit)
  const bytes = size > IMPORT_LIMITS.bytes ? null : new Uint8Array(await readFile(file))
  if (!bytes) throw new Error(say('sheet.refused.too_large', { max: IMPORT_LIMITS.bytes / 1024 / 1024 }))
  const { id } = value(await receiveImport(permit, { name: basename(file), bytes }), say)
  try {
    return await carriedOut(permit, id, say)
  } catch (error) {
    await discardImport(permit, { id }).catch(() => {})
    throw error
  }
}

async function carriedOut(permit: ImportPermit, id: number, say: Say): Promise<boolean> {
  const mode = asked.mode as ImportMode
  const columns = new Map<number, string>()
  if (asked.sheet) value(await prepareImport(permit, { id, sheet: asked.sheet, mode, columns }), say)
  value(await prepareImport(permit, { id, sheet: null, mode, columns }), say)
  let { counts } = value(await checkImport(permit, { id }), say)
  if (asked.same && counts.ask > 0)
    counts = value(
      await ruleImport(permit, { id, verdict: 'same', reason: undefined, at: undefined }),
      say,
    ).counts
  const faults = await faultsOf(permit, id, say)
  const whole = asked['dry-run'] || (faults.length > 0 && !asked.good)
  if (!whole) counts = value(await applyImport(permit, { id, good: asked.good }), say).counts
  else await discardImport(permit, { id })
  print(whole && !asked['dry-run'] ? { ...noCounts, rows: counts.rows } : counts, faults)
  return faults.length === 0
}

/** A value, or the sentence why not. */
function value<T>(outcome: Outcome<T>, say: Say): T {
  if (outcome.kind === 'done') return outcome.value
  throw new Refused(outcome.kind === 'refused' ? say(outcome.reason, outcome.values) : outcome.kind)
}

async function sayIn({ actor }: ImportPermit): Promise<Say> {
  const locale = actor.locale ?? defaultLocale
  const t = createTranslator({ locale, messages: await messagesIn(locale) }) as unknown as Say & {
    has: (key: string) => boolean
  }
  return (reason, values) => (t.has(reason) ? t(reason, values) : reason)
}

async function faultsOf(permit: ImportPermit, id: number, say: Say): Promise<Fault[]> {
  const read = await command('import.read', permit.actor.login)
  if (read === null || read === 'refused') return []
  const rows = await importRowsOf(read, id, { plans: ['bad', 'ask'], size: IMPORT_LIMITS.rows })
  const locale = permit.actor.locale ?? defaultLocale
  const headOf = (key: string) => fieldOf(nounOf(permit), key)?.labels[locale] ?? ''
  return rows.flatMap(row => faultsIn(row, say, headOf))
}

/** What no column holds is called as a template would head it. */
function faultsIn(
  { at, errors, matches, said }: PreviewRow,
  say: Say,
  headOf: (key: string) => string,
): Fault[] {
  const wrong = errors.map(({ field, column, value, reason, values }) => ({
    row: at,
    column: column || headOf(field),
    value,
    reason: say(reason, values),
  }))
  if (wrong.length > 0) return wrong
  return (matches ?? []).map(match => ({
    row: at,
    column: match.noun,
    value: said.name ?? '',
    reason: `${say('duplicate.blocks', { count: 1 })} (${match.number ?? match.name})`,
  }))
}

function print({ rows, create: created, update: updated, skip, same }: ImportCounts, errors: Fault[]) {
  const skipped = skip + same
  if (asked.json)
    return void process.stdout.write(`${JSON.stringify({ rows, created, updated, skipped, errors })}\n`)
  for (const { row, column, value, reason } of errors)
    process.stdout.write(`row ${row}  ${column}  ${value.slice(0, 60)}  ${reason}\n`)
  const how = asked['dry-run']
    ? 'dry run: '
    : errors.length > 0 && !asked.good
      ? 'nothing was imported: '
      : ''
  process.stdout.write(
    `${how}${rows} rows, ${created} created, ${updated} updated, ${skipped} skipped, ${errors.length} errors\n`,
  )
}

try {
  const right = await run()
  await closePools()
  process.exitCode = right ? 0 : 1
} catch (error) {
  await closePools().catch(() => {})
  if (error instanceof Refused && asked.json) {
    const errors = [{ row: 0, column: '', value: positionals[1] ?? '', reason: error.message }]
    process.stdout.write(`${JSON.stringify({ rows: 0, created: 0, updated: 0, skipped: 0, errors })}\n`)
    process.exit(1)
  }
  giveUp(error)
}
