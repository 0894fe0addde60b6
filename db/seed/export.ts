import { createHash } from 'node:crypto'
import type { TransactionSql } from 'postgres'
import { arrive } from '@/db/file/arrival'
import { store } from '@/db/file/chosen'
import { addDays, type IsoDate, startOfDay, weekdayOf } from '@/domain/calendar/date'
import type { ExportFormat, ExportList } from '@/domain/export/export'
import { nextDue } from '@/domain/export/schedule'
import type { Book } from '@/domain/spreadsheet/book'
import { text } from '@/domain/spreadsheet/cell'
import { csvStream } from '@/domain/spreadsheet/csv'
import { xlsxStream } from '@/domain/spreadsheet/xlsx'
import { zoneDefaults } from '@/domain/zone/zone'
import { TIMEZONE } from './days'

type Named = { number: string; name: string; stage: string; status?: string; deletedAt: Date | null }
type Zone = {
  users: readonly { id: number; login: string }[]
  deals: readonly Named[]
  leads: readonly Named[]
}
type Kept = {
  userId: number
  list: ExportList
  format: ExportFormat
  search: string
  words: string
  name: string
  rows: readonly Named[]
  at: Date
  scheduleId?: number
}

/** What the director has every Monday, the file of the last one, and one that he had made yesterday. */
export async function seedExports(tx: TransactionSql, zone: Zone, today: IsoDate): Promise<number> {
  const userId = zone.users.find(({ login }) => login === 'director')?.id
  if (!userId) return 0
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7 || 7))
  const every = { every: 'weekly', on: 1 } as const
  const list = { list: 'deals', format: 'xlsx', search: '?stage=negotiation', words: '阶段：在谈' } as const
  const [schedule] = await tx`
    insert into export_schedules (user_id, name, list, format, search, words, every, on_day, last_on, next_on, created_at, updated_at)
    values (${userId}, '在谈项目周报', ${list.list}, ${list.format}, ${list.search}, ${list.words}, ${every.every}, ${every.on},
      ${monday}, ${nextDue(every, today)}, ${at(addDays(monday, -20), 9)}, ${at(addDays(monday, -20), 9)})
    returning id`
  const stage = (rows: readonly Named[], one: string) =>
    rows.filter(row => row.stage === one && (row.status ?? 'active') === 'active' && !row.deletedAt)
  await keep(tx, {
    ...list,
    userId,
    name: `招商项目 ${monday}`,
    rows: stage(zone.deals, 'negotiation'),
    at: at(monday, 6),
    scheduleId: Number(schedule?.id),
  })
  const yesterday = addDays(today, -1)
  const leads = { list: 'leads', format: 'csv', search: '?stage=qualified', words: '阶段：研判通过' } as const
  const rows = stage(zone.leads, 'qualified')
  await keep(tx, { ...leads, userId, name: `招商线索 ${yesterday}`, rows, at: at(yesterday, 15) })
  return 2
}

const at = (day: IsoDate, hour: number) => new Date(startOfDay(TIMEZONE, day).getTime() + hour * 3_600_000)

/** As a job leaves it: the file in the store, its line, the line of the log. */
async function keep(tx: TransactionSql, kept: Kept) {
  const { userId, list, format, search, words, name, rows, scheduleId = null } = kept
  const bytes = await fileOf(kept)
  const digest = createHash('sha256').update(bytes).digest('hex')
  await put(bytes, digest)
  await tx`insert into contents (digest, size, claimed_at) values (${digest}, ${bytes.length}, ${kept.at}) on conflict do nothing`
  const permission = `${list.slice(0, -1)}.export`
  const [job] = await tx`
    insert into jobs (user_id, kind, permission, state, done, total, attempt, tries, created_at, started_at, ended_at)
    values (${userId}, 'export', ${permission}, 'done', ${rows.length}, ${rows.length}, 1, 1, ${kept.at}, ${kept.at}, ${kept.at})
    returning id`
  await tx`
    insert into exports (user_id, job_id, schedule_id, list, format, search, words, locale, name, rows, bytes, digest, ready_at, kept_until, created_at)
    values (${userId}, ${job?.id}, ${scheduleId}, ${list}, ${format}, ${search}, ${words}, 'zh-Hans', ${name}, ${rows.length},
      ${bytes.length}, ${digest}, ${kept.at}, ${new Date(kept.at.getTime() + zoneDefaults.exportDays * 86_400_000)}, ${kept.at})`
  const said = JSON.stringify({
    rows: rows.length,
    format,
    filter: { stage: search.slice(7) },
    background: true,
  })
  await tx`insert into log_entries (actor_id, verb, noun, details, at)
    values (${userId}, ${permission}, 'export', ${said}::text::jsonb, ${kept.at})`
}

async function fileOf({ name, words, rows, format, at: now }: Kept): Promise<Buffer> {
  const book: Book<Named> = {
    name,
    locale: 'zh-Hans',
    about: [name, words],
    columns: [
      { key: 'number', header: '编号', width: 14, cell: row => text(row.number) },
      { key: 'name', header: '名称', width: 36, cell: row => text(row.name) },
    ],
    rows: (async function* () {
      yield rows
    })(),
    now,
  }
  const stream = format === 'csv' ? csvStream(book) : xlsxStream(book)
  return Buffer.from(await new Response(stream).arrayBuffer())
}

async function put(bytes: Buffer, digest: string) {
  const arrival = await arrive([new Uint8Array(bytes)] as never, bytes.length)
  if (!arrival) return
  try {
    await store().put(digest, arrival.path)
  } finally {
    await arrival.discard()
  }
}
