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
  --json      print {rows, created, updated, skipped, errors: [{row, column, value, reason}]}
  --mode      both (as usual), create or update
  --sheet     the name of the sheet, where several could be meant
  --encoding  of a .csv whose text is read wrongly: ${Object.values(encodingNames).join(', ')}
  --same      a row that looks the same as a record on file is that record
  --good      apply the rows that are right, without those that are not (as usual: all or nothing)
`
type ImportPermit = Permit<`${(typeof nouns)[keyof typeof nouns]}.import`>
type Fault = { row: number; column: string; value: string; reason: string }
type Say = (reason: string, values?: Record<string, unknown>) => string

const options = {
  as: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  mode: { type: 'string', default: 'both' },
  sheet: { type: 'string' },
  encoding: { type: 'string' },
  same: { type: 'boolean', default: false },
  good: { type: 'boolean', default: false },
} as const
const parsed = (words: string[]) => parseArgs({ args: words, allowPositionals: true, options })
type Asked = ReturnType<typeof parsed>['values']

class Refused extends Error {}

/**
 * What the page /import does, with the rights of an account; `words` as they stand on the command line. Answers what it
 * prints, and whether nothing was refused; without --json a file that is refused as a whole throws the reason.
 */
export async function importFile(words: string[]): Promise<{ text: string; right: boolean }> {
  const { values: asked, positionals } = parsed(words)
  const [plural = '', file = ''] = positionals
  try {
    return await brought(asked, plural, file)
  } catch (error) {
    if (!(error instanceof Refused) || !asked.json) throw error
    return {
      text: said(asked, noCounts, [{ row: 0, column: '', value: file, reason: error.message }]),
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
  const shown = whole && !asked['dry-run'] ? { ...noCounts, rows: counts.rows } : counts
  return { text: said(asked, shown, faults), right: faults.length === 0 }
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

function said(
  asked: Asked,
  { rows, create: created, update: updated, skip, same }: ImportCounts,
  errors: Fault[],
): string {
  const skipped = skip + same
  if (asked.json) return `${JSON.stringify({ rows, created, updated, skipped, errors })}\n`
  const lines = errors.map(
    ({ row, column, value, reason }) => `row ${row}  ${column}  ${value.slice(0, 60)}  ${reason}\n`,
  )
  const how = asked['dry-run']
    ? 'dry run: '
    : errors.length > 0 && !asked.good
      ? 'nothing was imported: '
      : ''
  const counted = `${rows} rows, ${created} created, ${updated} updated, ${skipped} skipped, ${errors.length} errors`
  return `${lines.join('')}${how}${counted}\n`
}
