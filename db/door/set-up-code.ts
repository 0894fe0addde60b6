import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import type { Sql } from 'postgres'
import { asOwner } from '@/db/door/owner'
import { codeLength, codeLetters, codeTries, plainCode } from '@/domain/zone/set-up'

/**
 * A new one-time code for the set-up page, as `XXXX-XXXX-XXXX`; null when the office is set up. Printed where the app
 * is started, so that the first to open the page is the one who started it. Only its hash is kept, and the last one
 * counts.
 */
export async function setUpCode(): Promise<string | null> {
  return asOwner(async sql => {
    await sql.unsafe(TABLE)
    if (!(await isEmpty(sql))) return null
    const code = Array.from({ length: codeLength }, () => codeLetters[randomInt(codeLetters.length)]).join('')
    await sql`delete from migration.set_up_code`
    await sql`insert into migration.set_up_code (hash) values (${hashOf(code)})`
    return (code.match(/.{4}/g) ?? []).join('-')
  })
}

/** What comes of a code that somebody typed. `used_up`: five wrong ones; a new start of the app prints a new one. */
export type CodeAnswer = 'right' | 'wrong' | 'used_up' | 'missing'

/** Counts the try before it looks: tries at once are counted like tries in a row. */
export async function checkCode(sql: Sql, typed: string): Promise<CodeAnswer> {
  await sql.unsafe(TABLE)
  const [row] = await sql<{ hash: string; tries: number }[]>`
    update migration.set_up_code set tries = least(tries + 1, ${codeTries + 1}) returning hash, tries`
  if (!row) return 'missing'
  if (row.tries > codeTries) return 'used_up'
  const right = timingSafeEqual(Buffer.from(hashOf(plainCode(typed)), 'hex'), Buffer.from(row.hash, 'hex'))
  return right ? 'right' : row.tries === codeTries ? 'used_up' : 'wrong'
}

/** Nobody is here yet, and the office has no name. */
export async function isEmpty(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ empty: boolean }[]>`
    select not exists (select from zones) and not exists (select from users) as empty`
  return row?.empty ?? false
}

/* Beside the records of the migrations: no role but the owner reaches that schema. */
const TABLE = `create table if not exists migration.set_up_code (
  hash text not null, tries int not null default 0, made_at timestamptz not null default now())`

const hashOf = (code: string) => createHash('sha256').update(plainCode(code)).digest('hex')
