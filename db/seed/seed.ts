import postgres, { type Sql } from 'postgres'
import { connectionOptions } from '@/db/connection'
import { dateIn } from '@/domain/calendar/date'
import { buildZone } from './build'
import { TIMEZONE } from './days'
import { seedExports } from './export'
import { seedFiles } from './file'
import { seedImport } from './import'
import { insertAll } from './insert'
import { seedReviewFigures } from './review-figures'

/**
 * Loads the demonstration into a migrated database without a zone, all of it or nothing; throws where there is one.
 * Everything hangs on `now`: the same moment gives the same zone. `log` is told what is going on, in short lines.
 */
export async function seedDemo(options: { now?: Date; log?: (line: string) => void } = {}): Promise<void> {
  const log = options.log ?? (() => {})
  const sql = postgres(await connectionOptions({ max: 1, onnotice: () => {} }))
  try {
    if (!(await nobodyIn(sql)))
      throw new Error(
        'There is a zone in this database already: the demonstration is only loaded into an empty one.',
      )
    log('making it up')
    const now = options.now ?? new Date()
    const zone = await buildZone(now)
    const tables = Object.entries(zone)
    await sql.begin(async tx => {
      for (const [table, rows] of tables) {
        log(`${rows.length} ${words(table)}`)
        await insertAll(tx, snake(table), rows)
      }
      await seedReviewFigures(tx)
      log(`${await seedFiles(tx, zone, dateIn(TIMEZONE, now))} files`)
      log(`${await seedExports(tx, zone, dateIn(TIMEZONE, now))} exports`)
      log(`${await seedImport(tx, zone, dateIn(TIMEZONE, now))} import`)
    })
    await sql`analyze`
    const count = (name: string) => tables.find(([table]) => table === name)?.[1].length ?? 0
    log(
      `${count('leads')} leads, ${count('deals')} deals, ${count('companies')} companies, ${count('events')} events`,
    )
  } finally {
    await sql.end({ timeout: 5 })
  }
}

/** Whether the database that is configured has neither a zone nor anybody who could sign in. */
export async function isEmpty(): Promise<boolean> {
  const sql = postgres(await connectionOptions({ max: 1, onnotice: () => {} }))
  try {
    return await nobodyIn(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

async function nobodyIn(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ empty: boolean }[]>`
    select not exists (select from zones) and not exists (select from users) as empty`
  return row?.empty ?? true
}

const snake = (name: string) => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
const words = (name: string) => name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
