import { getTableColumns, type InferInsertModel, is, SQL, sql } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from '@/db/as'
import { breathing } from '@/db/breathe'
import type { Permit } from '@/domain/policy/permit'

/** Rows of one statement: enough to hide what a statement costs, few enough that pages go on between two of them. */
const AT_ONCE = 250

/** What `write` answers for each chunk, put together again; one chunk after the other. */
export const inChunksOf = <R, T>(
  rows: readonly R[],
  write: (chunk: R[]) => PromiseLike<readonly T[]>,
): Promise<T[]> => inTurns(rows, row => row, write)

/**
 * The same for what each row is made into first. The database writes one chunk while the next is made, and pages have
 * their turn meanwhile.
 */
export async function inTurns<R, V, T>(
  rows: readonly R[],
  make: (row: R, at: number) => V,
  write: (chunk: V[]) => PromiseLike<readonly T[]>,
): Promise<T[]> {
  const turn = breathing()
  const all: T[] = []
  let writing: Promise<readonly T[]> = Promise.resolve([])
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const made: V[] = []
    for (const [at, row] of rows.slice(from, from + AT_ONCE).entries()) {
      made.push(make(row, from + at))
      await turn()
    }
    for (const row of await writing) all.push(row)
    writing = Promise.resolve(write(made))
    // what it throws is thrown where it is awaited, also when the next chunk throws before
    writing.catch(() => {})
  }
  for (const row of await writing) all.push(row)
  return all
}

/**
 * Many rows by few statements, each with one parameter, of JSON: a parameter a value costs several times as much on
 * both sides. What a row leaves out has its default, as in an INSERT of one.
 */
export async function insertMany<T extends PgTable, R>(
  tx: Tx,
  table: T,
  rows: readonly R[],
  make: (row: R, at: number) => InferInsertModel<T>,
): Promise<void> {
  await inTurns(rows, make, async chunk => {
    await tx.execute(statement(table, chunk))
    return []
  })
}

/** The same for records, with the ids that they got; in their order. */
export async function insertNumbered<T extends PgTable, R extends { number: string }>(
  tx: Tx,
  table: T,
  rows: readonly R[],
  make: (row: R, at: number) => InferInsertModel<T>,
): Promise<{ id: number; number: string }[]> {
  const made = await inTurns(rows, make, chunk =>
    tx.execute<{ id: string; number: string }>(sql`${statement(table, chunk)} returning id, number`),
  )
  const ids = new Map(made.map(({ id, number }) => [number, Number(id)]))
  return rows.map(({ number }) => ({ id: ids.get(number) ?? missing(number), number }))
}

/** That the id is one of many thousands: one parameter, where a list of them would be one each. */
export const isOneOf = (id: AnyPgColumn, ids: readonly number[]): SQL =>
  sql`${id} in (select i::bigint from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb) i)`

type Saved<T extends PgTable> = { id: number; version: number; columns: Partial<InferInsertModel<T>> }

/** Some columns of many records, each as its next version; those of which the same columns are set by one statement. */
export async function saveMany<T extends PgTable, R>(
  tx: Tx,
  { actor }: Permit,
  table: T,
  rows: readonly R[],
  make: (row: R) => Saved<T>,
): Promise<void> {
  const alike = new Map<string, Saved<T>[]>()
  await inTurns(rows, make, async chunk => {
    for (const one of chunk) {
      const set = Object.entries(one.columns).flatMap(([key, value]) => (value === undefined ? [] : key))
      const others = alike.get(set.sort().join())
      if (others) others.push(one)
      else alike.set(set.join(), [one])
    }
    return []
  })
  for (const group of alike.values())
    await inChunksOf(group, async chunk => {
      const { columns, json, shape } = asJson(
        table,
        chunk.map(one => one.columns as Record<string, unknown>),
      )
      const keyed = json.map((row, at) => ({ ...row, id: chunk[at]?.id, version: chunk[at]?.version }))
      const set = columns.map(({ name }) => sql`${sql.identifier(name)} = r.${sql.identifier(name)}, `)
      await tx.execute(sql`
        update ${table} t set ${sql.join(set)}version = r.version + 1, updated_at = now(), updated_by = ${actor.id}
        from jsonb_to_recordset(${JSON.stringify(keyed)}::jsonb) r(id bigint, version int${
          columns.length > 0 ? sql`, ${shape}` : sql``
        }) where t.id = r.id`)
      return []
    })
}

function missing(number: string): never {
  throw new Error(`${number} was inserted without an id`)
}

function statement(table: PgTable, rows: readonly Record<string, unknown>[]): SQL {
  const { columns, json, shape } = asJson(table, rows)
  const names = columns.map(({ name }) => sql`${sql.identifier(name)}`)
  const values = columns.map(({ key, name, column }) =>
    column.notNull && column.hasDefault && rows.some(row => row[key] === undefined)
      ? sql`coalesce(r.${sql.identifier(name)}, ${column.default})`
      : sql`r.${sql.identifier(name)}`,
  )
  return sql`insert into ${table} (${sql.join(names, sql`, `)}) select ${sql.join(values, sql`, `)}
    from jsonb_to_recordset(${JSON.stringify(json)}::jsonb) r(${shape})`
}

/** The columns that any of these rows has, the rows by the names of their columns, and the kinds of those. */
function asJson(table: PgTable, rows: readonly Record<string, unknown>[]) {
  const columns = Object.entries(getTableColumns(table))
    .filter(([key]) => rows.some(row => row[key] !== undefined))
    .map(([key, column]) => ({ key, column, name: toSnakeCase(key) }))
  const json = rows.map(row => {
    const values: Record<string, unknown> = {}
    for (const { key, name } of columns) values[name] = plain(row[key])
    return values
  })
  const kinds = columns.map(
    ({ name, column }) => sql`${sql.identifier(name)} ${sql.raw(column.getSQLType())}`,
  )
  return { columns, json, shape: sql.join(kinds, sql`, `) }
}

/** JSON has no whole numbers of the size of amounts, and no words of SQL. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'object' && is(value, SQL)) throw new Error('a row of many holds values, not SQL')
  return value
}
