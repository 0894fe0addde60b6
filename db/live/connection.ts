import postgres, { type Sql } from 'postgres'
import { connectionOptions } from '@/db/connection'

const CHANNEL = 'told'
const FIRST_PAUSE_MS = 200
const LONGEST_PAUSE_MS = 5_000

export type Account = { sessionVersion: number; unread: number; newest: number }

type Row = { user_id: string; session_version: number; unread: number; newest: string }
const accountOf = (row: Row): Account => ({
  sessionVersion: row.session_version,
  unread: row.unread,
  newest: Number(row.newest),
})

/**
 * The one connection of this process that listens (LISTEN told), and on which it also asks for the counts, however many
 * people are signed in. It comes back by itself: `heard(null)` says that anything may have happened meanwhile.
 */
export class LiveConnection {
  #sql: Sql | undefined
  #pause = FIRST_PAUSE_MS
  #again: ReturnType<typeof setTimeout> | undefined
  #ended = false

  constructor(readonly heard: (userIds: number[] | null) => void) {
    void this.#open()
  }

  /** Counts of these people, without those who may not come in; null while the database is not there. */
  async ask(userIds: readonly number[]): Promise<Map<number, Account> | null> {
    const sql = this.#sql
    if (!sql) return null
    const asked = sql<Row[]>`select * from unread_of(${`{${userIds.join(',')}}`}::bigint[])`
    const rows = await asked.catch(() => null)
    return rows && new Map(rows.map(row => [Number(row.user_id), accountOf(row)]))
  }

  async end() {
    this.#ended = true
    clearTimeout(this.#again)
    await this.#sql?.end({ timeout: 1 })
  }

  async #open() {
    try {
      const sql = postgres(
        await connectionOptions({
          max: 1,
          idle_timeout: undefined,
          max_lifetime: null,
          fetch_types: false,
          connection: { role: 'housekeeping', statement_timeout: 5_000 },
          onnotice: () => {},
          onclose: () => this.#later(sql),
          ...{ onnotify: (_: string, payload: string) => this.heard(payload.split(',').map(Number)) },
        }),
      )
      this.#sql = sql
      await sql.unsafe(`listen ${CHANNEL}`)
      this.#pause = FIRST_PAUSE_MS
      this.heard(null)
    } catch {
      this.#later(this.#sql)
    }
  }

  /** A connection that broke has forgotten what it listened to: a new one takes its place. */
  #later(broken: Sql | undefined) {
    if (this.#ended || this.#again || broken !== this.#sql) return
    this.#sql = undefined
    broken?.end({ timeout: 0 }).catch(() => {})
    this.#again = setTimeout(() => {
      this.#again = undefined
      void this.#open()
    }, this.#pause).unref()
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE_MS)
  }
}
