import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres, { type Sql } from 'postgres'
import { assertOurs, mark } from '@/bench/place'
import { pool } from '@/db/client'
import { connectionOptions } from '@/db/connection'
import { doChore } from '@/db/housekeeping/chore'
import { chores } from '@/db/housekeeping/housekeeping'
import { migrate } from '@/db/migrate'
import { seedDemo } from '@/db/seed/seed'
import { sounds } from '@/domain/name/pinyin'

type Say = (line: string) => void
/** Tables whose triggers would do row by row what is done for all rows at once below. */
const byStatement = ['companies', 'contacts', 'contact_details', 'leads', 'deals', 'activities']
const withIds = ['companies', 'contacts', 'leads', 'deals']

/** A connection as the owner of the tables, who is not held by the row policies. */
export const owner = async (max = 1) => postgres(await connectionOptions({ max, onnotice: () => {} }))

/** Schema, zone, desks, people and reference data, unless they stand: no demonstration, though filled from its seed. */
export async function loadOffice(say: Say, stands: boolean): Promise<void> {
  const sql = await owner()
  try {
    await assertOurs(sql)
    await migrate()
    if (stands) return
    await mark(sql)
    await seedDemo({ log: () => {} })
    await sql`update zones set demo = false`
    say('an office of 20 people')
  } finally {
    await sql.end()
  }
}

/**
 * Synthetic deals, leads, companies and contacts with their facts, activities and log, by statements over all rows:
 * those numbered `from` to `to - 1`, whole fives; with `names` the records alone, for search. Then the log is sealed, so
 * that no housekeeping is measured later.
 */
export async function loadRows(from: number, to: number, say: Say, only?: 'names'): Promise<void> {
  const sql = await owner()
  const script = read('load.sql')
  try {
    await assertOurs(sql)
    await sql.begin(async tx => {
      for (const table of byStatement) await tx.unsafe(`alter table ${table} disable trigger user`)
      await tx`create temp table sounded on commit drop as select * from
        jsonb_to_recordset(${tx.json(soundedIn(script))}) s(word text, whole text, initials text)`
      for (const part of only ? [script] : [script, read('load-story.sql')])
        await tx.unsafe(part.replaceAll(':from', String(from)).replaceAll(':to', String(to)))
      await tx`select recount_cases()`
      await tx`select rebuild_search()`
      for (const table of byStatement) await tx.unsafe(`alter table ${table} enable trigger user`)
      for (const table of withIds)
        await tx.unsafe(`select setval(pg_get_serial_sequence('${table}', 'id'), ${100_000_000 + to})`)
    })
    say(`${to - from} deals and leads`)
    await settle(sql)
    say('sealed and analysed')
  } finally {
    await sql.end()
  }
}

const read = (file: string) => readFileSync(join(import.meta.dirname, file), 'utf8')

/** Each Chinese word of the script with its pinyin, as the product's own writes make it. */
function soundedIn(script: string) {
  const words = [...script.matchAll(/'(\p{Script=Han}+)'/gu)].map(([, word = '']) => word)
  return [...new Set(words)].map(word => {
    const [whole = '', initials = ''] = [sounds(word)[0], sounds(word).at(-1)]
    return { word, whole, initials }
  })
}

/** The name of an investor that nobody has on file: one that looks alike would be asked about. */
export function newName(): string {
  const sign = () => String.fromCodePoint(0x4e00 + Math.floor(Math.random() * 20_000))
  return `${Array.from({ length: 6 }, sign).join('')}有限公司`
}

/** Seals and folds what was written, so that no housekeeping is measured later. */
export async function settle(sql: Sql): Promise<void> {
  for (const chore of chores) if (chore.name !== 'verify') await doChore(await pool('housekeeping'), chore)
  // Reading the whole log is a chore of the night: not due while something is measured.
  await sql`insert into chore_runs (chore, done_at) values ('verify', now())
    on conflict (chore) do update set done_at = excluded.done_at`
  await sql`vacuum analyze`
  await sql`checkpoint`.catch(() => {})
}
