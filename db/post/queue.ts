import postgres, { type Sql } from 'postgres'
import { connectionOptions } from '@/db/connection'
import type {
  NotificationDetails,
  NotificationKind,
  NotificationNoun,
} from '@/domain/notification/notification'
import type { Locale } from '@/domain/user/user'

export type MailLine = {
  kind: NotificationKind
  noun: NotificationNoun
  details: NotificationDetails
  /** Who did it, by the name as it is kept; null: nobody. */
  who: string | null
}
/** A mail that this process alone may send now. */
export type ClaimedMail = {
  id: number
  /** Which try this is: a claim that has lapsed settles nothing. */
  tries: number
  kind: 'at_once' | 'daily'
  /** When it was put together, the same at every try. */
  made: string
  name: string
  /** Null: the account has none any more, or is disabled. */
  email: string | null
  locale: Locale | null
  zone: string
  timezone: string
  /** How many it tells of; `lines` are the first fifty. */
  told: number
  lines: MailLine[]
}
export type Settled = 'sent' | 'refused' | 'again' | 'away' | 'unsure'

/** The mails of the office, over a connection of its own: sending one takes longer than a chore may. */
export class MailQueue {
  #sql: Promise<Sql>

  constructor() {
    this.#sql = connectionOptions({
      max: 1,
      idle_timeout: 60,
      onnotice: () => {},
      connection: { role: 'housekeeping', statement_timeout: 10_000 },
    }).then(options => postgres(options))
    this.#sql.catch(() => {})
  }

  /** Puts together what waits; how many mails came of it. */
  async gather(): Promise<number> {
    const sql = await this.#sql
    const [row] = await sql<{ made: number }[]>`select gather_mails() as made`
    return row?.made ?? 0
  }

  /** The same, and a turn of the queue for what is due. */
  async wake(): Promise<void> {
    const sql = await this.#sql
    await sql`select wake_mail()`
  }

  async claim(): Promise<ClaimedMail | null> {
    const sql = await this.#sql
    const [row] = await sql<(Omit<ClaimedMail, 'id' | 'told'> & { id: string; told: string })[]>`
      select * from claim_mail()`
    return row ? { ...row, id: Number(row.id), told: Number(row.told) } : null
  }

  /** Before the last line goes out: whether it may. */
  async hand({ id, tries }: ClaimedMail): Promise<boolean> {
    const sql = await this.#sql
    const [row] = await sql<{ mine: boolean }[]>`select hand_mail(${id}, ${tries}) as mine`
    return row?.mine ?? false
  }

  async settle({ id, tries }: ClaimedMail, how: Settled, error: string | null = null) {
    const sql = await this.#sql
    await sql`select settle_mail(${id}, ${tries}, ${how}, ${error})`
  }

  async end() {
    await this.#sql.then(sql => sql.end({ timeout: 2 })).catch(() => {})
  }
}
