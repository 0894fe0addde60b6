import type { Sql, TransactionSql } from 'postgres'

/** Something that the system does by itself, as the role `housekeeping`; answers how many rows it dealt with. */
export type Chore = {
  name:
    | 'deal_due'
    | 'fold'
    | 'seal'
    | 'purge'
    | 'verify'
    | 'wake'
    | 'remind'
    | 'clock_overdue'
    | 'clock_soon'
    | 'visit'
    | 'capital_overdue'
    | 'sweep'
    | 'jobs'
    | 'exports'
    | 'export_files'
  /** Seconds between two runs, over all processes; 0: at every look. */
  every: number
  /** True for a chore that only reads, and must see one moment. */
  reads?: true
  run: (tx: TransactionSql) => Promise<number>
}

const LOCK = 4_120_263
/** A chore without work says only once a minute that it was looked after. */
const SAID_FOR = 60

/**
 * Does a chore when it is due and no other process is at it, in one transaction; null when it was not done. What it
 * throws is kept for the doctor, and thrown on.
 */
export async function doChore(sql: Sql, chore: Chore): Promise<number | null> {
  try {
    return (await sql.begin(
      chore.reads ? 'isolation level repeatable read' : 'isolation level read committed',
      async tx => {
        if (!(await isDue(tx, chore))) return null
        const rows = await chore.run(tx)
        await tx`insert into chore_runs as c (chore, done_at, rows) values (${chore.name}, clock_timestamp(), ${rows})
          on conflict (chore) do update set done_at = excluded.done_at, rows = excluded.rows
          where excluded.rows > 0 or c.done_at is null or c.done_at < now() - make_interval(secs => ${SAID_FOR})
            or c.failed_at > c.done_at`
        return rows
      },
    )) as number | null
  } catch (error) {
    const said = String((error as Error).message).slice(0, 500)
    await sql`insert into chore_runs (chore, failed_at, error) values (${chore.name}, clock_timestamp(), ${said})
      on conflict (chore) do update set failed_at = excluded.failed_at, error = excluded.error`.catch(
      () => {},
    )
    throw error
  }
}

async function isDue(tx: TransactionSql, { name, every }: Chore): Promise<boolean> {
  const [lock] = await tx<
    { mine: boolean }[]
  >`select pg_try_advisory_xact_lock(${LOCK}, hashtext(${name})) as mine`
  if (!lock?.mine) return false
  if (every === 0) return true
  const [fresh] = await tx`select from chore_runs where chore = ${name}
    and greatest(done_at, failed_at) > now() - make_interval(secs => ${every})`
  return fresh === undefined
}
