import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { createTranslator } from 'use-intl/core'
import { command } from '@/access/command'
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
  type RowMatch,
} from '@/domain/import/batch'
import { encodingNamed } from '@/domain/import/encoding'
import { fieldOf } from '@/domain/import/noun'
import { encodingNames } from '@/domain/import/raw'
import type { Outcome } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { defaultLocale } from '@/domain/user/user'
import { messagesIn } from '@/i18n/words'

const nouns = { leads: 'lead', companies: 'company', contacts: 'contact', deals: 'deal' } as const
const usage = `npm run import -- leads|companies|contacts|deals FILE --as LOGIN [options]
  --dry-run   read and check, write nothing
  --json      print {rows, created, updated, skipped, errors, warnings: [{row, column, value, reason}]}
  --mode      both (as usual), create or update
  --sheet     the name of the sheet, where several could be meant
  --encoding  of a .csv whose text is read wrongly: ${Object.values(encodingNames).join(', ')}
  --same      a row that looks the same as a record on file is that record
  --clear-empty  empty cells of rows that change a record clear what is on file (as usual: they change nothing)
  --good      apply the rows that are right, without those that are not (as usual: all or nothing)
`
type ImportPermit = Permit<`${(typeof nouns)[keyof typeof nouns]}.import`>
type Fault = { row: number; column: string; value: string; reason: string }
type Told = { faults: Fault[]; warnings: Fault[] }
type Say = (reason: string, values?: Record<string, unknown>) => string

const options = {
  as: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  mode: { type: 'string', default: 'both' },
  sheet: { type: 'string' },
  encoding: { type: 'string' },
  same: { type: 'boolean', default: false },
  'clear-empty': { type: 'boolean', default: false },
  good: { type: 'boolean', default: false },
} as const
const parsed = (words: string[]) => parseArgs({ args: words, allowPositionals: true, options })
type Asked = ReturnType<typeof parsed>['values']

class Refused extends Error {}

/**
 * What the page /import does, with the rights of an account; `words` as they stand on the command line. Answers what it
 * prints, and whether nothing was refused (warnings refuse nothing); without --json a file that is refused as a whole throws the reason.
 */
export async function importFile(words: string[]): Promise<{ text: string; right: boolean }> {
  const { values: asked, positionals } = parsed(words)
  const [plural = '', file = ''] = positionals
  try {
    return await brought(asked, plural, file)
  } catch (error) {
    if (!(error instanceof Refused) || !asked.json) throw error
    return {
      text: said(asked, noCounts, {
        faults: [{ row: 0, column: '', value: file, reason: error.message }],
        warnings: [],
      }),
      right: false,
    }
  }
}

async function brought(asked: Asked, plural: string, file: string) {
  const noun = nouns[plural as keyof typeof nouns]
  if (!noun || !file || !asked.as || !importModes.includes(asked.mode as ImportMode)) throw new Error(usage)
  const encoding = asked.encoding === undefined ? undefined : encodingNamed(asked.encoding)
  if (encoding === null) throw new Refused(`--encoding takes ${Object.values(encodingNames).join(', ')}.`)
  const permit = await command(`${noun}.import` as const, asked.as)
  if (permit === null) throw new Refused(`There is no account ${asked.as}, or it is disabled.`)
  if (permit === 'refused') throw new Refused(`${asked.as} may not import ${plural}.`)
  const say = await sayIn(permit)
  const bytes = await bytesOf(file, say)
  const { id } = value(await receiveImport(permit, { name: basename(file), bytes, encoding }), say)
  try {
    return await carriedOut(asked, permit, id, say)
  } catch (error) {
    await discardImport(permit, { id }).catch(() => {})
    throw error
  }
}

/** Nothing is read of what is too large. */
async function bytesOf(file: string, say: Say): Promise<Uint8Array> {
  const told = await stat(file).catch(() => null)
  if (!told?.isFile()) throw new Refused(`There is no file ${file}.`)
  if (told.size > IMPORT_LIMITS.bytes)
    throw new Refused(say('sheet.refused.too_large', { max: IMPORT_LIMITS.bytes / 1024 ** 2 }))
  return new Uint8Array(await readFile(file))
}

async function carriedOut(asked: Asked, permit: ImportPermit, id: number, say: Say) {
  const mode = asked.mode as ImportMode
  const how = { mode, clearEmpty: asked['clear-empty'], columns: new Map<number, string>() }
  if (asked.sheet) value(await prepareImport(permit, { id, sheet: asked.sheet, ...how }), say)
  value(await prepareImport(permit, { id, sheet: null, ...how }), say)
  let { counts } = value(await checkImport(permit, { id }), say)
  if (asked.same && counts.ask > 0)
    counts = value(
      await ruleImport(permit, { id, verdict: 'same', reason: undefined, at: undefined }),
      say,
    ).counts
  const told = await toldOf(permit, id, say)
  const { faults } = told
  const whole = asked['dry-run'] || (faults.length > 0 && !asked.good)
  if (!whole) counts = value(await applyImport(permit, { id, good: asked.good }), say).counts
  else await discardImport(permit, { id })
  const shown = whole && !asked['dry-run'] ? { ...noCounts, rows: counts.rows } : counts
  return { text: said(asked, shown, told), right: faults.length === 0 }
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

async function toldOf(permit: ImportPermit, id: number, say: Say): Promise<Told> {
  const read = await command('import.read', permit.actor.login)
  if (read === null || read === 'refused') return { faults: [], warnings: [] }
  const size = IMPORT_LIMITS.rows
  const held = await importRowsOf(read, id, { plans: ['bad', 'ask'], size })
  const warned = await importRowsOf(read, id, { plans: 'warned', size })
  const locale = permit.actor.locale ?? defaultLocale
  const headOf = (key: string) => fieldOf(nounOf(permit), key)?.labels[locale] ?? ''
  return {
    faults: held.flatMap(row => faultsIn(row, say, headOf)),
    warnings: warned.flatMap(row => warningsIn(row, say, headOf)),
  }
}

function warningsIn({ at, warnings }: PreviewRow, say: Say, headOf: (key: string) => string): Fault[] {
  return warnings.map(({ field, column, value, reason, values, match }) => ({
    row: at,
    column: column || headOf(field),
    value,
    reason: match ? `${say(reason, values)}: ${alike(match, say)}` : say(reason, values),
  }))
}

/** What a row looks like: of another desk's record no number. */
function alike({ name, number, row }: RowMatch, say: Say): string {
  const where = row ? say('import.match.row', { row }) : (number ?? say('import.match.elsewhere'))
  return `${name} (${where})`
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

function said(
  asked: Asked,
  { rows, create: created, update: updated, skip, same }: ImportCounts,
  { faults: errors, warnings }: Told,
): string {
  const skipped = skip + same
  if (asked.json) return `${JSON.stringify({ rows, created, updated, skipped, errors, warnings })}\n`
  const line = (mark: string) => (one: Fault) =>
    `row ${one.row}  ${one.column}  ${one.value.slice(0, 60)}  ${mark}${one.reason}\n`
  const lines = [...warnings.map(line('warning: ')), ...errors.map(line(''))]
  const how = asked['dry-run']
    ? 'dry run: '
    : errors.length > 0 && !asked.good
      ? 'nothing was imported: '
      : ''
  const counted = `${rows} rows, ${created} created, ${updated} updated, ${skipped} skipped, ${errors.length} errors, ${warnings.length} warnings`
  return `${lines.join('')}${how}${counted}\n`
}
