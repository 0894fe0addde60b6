import { createHash } from 'node:crypto'
import type { TransactionSql } from 'postgres'
import { addDays, type IsoDate, startOfDay } from '@/domain/calendar/date'
import { noCounts } from '@/domain/import/batch'
import { TIMEZONE } from './days'

type Company = { id: number; number: string; version?: number; deletedAt: Date | null }
type Zone = { users: readonly { id: number; login: string }[]; companies: readonly Company[] }

const headers = ['序号', '企业名称', '国家/地区', '重点产业', '企业类型'] as const
const fields = [null, 'name', 'country', 'industryId', 'kind'] as const

/** The list of companies with which the bureau moved in, brought in by the director ten days ago; its undo is open. */
export async function seedImport(tx: TransactionSql, zone: Zone, today: IsoDate): Promise<number> {
  const userId = zone.users.find(({ login }) => login === 'director')?.id
  const rows = zone.companies.filter(({ deletedAt }) => !deletedAt).slice(0, 86)
  if (!userId || rows.length === 0) return 0
  const at = new Date(startOfDay(TIMEZONE, addDays(today, -10)).getTime() + 10 * 3_600_000)
  const counts = { ...noCounts, rows: rows.length + 3, create: rows.length, skip: 3 }
  const columns = headers.map((header, index) => ({
    at: index,
    header,
    unit: null,
    samples: [],
    field: fields[index] ?? null,
    how: index === 0 ? 'serial' : 'label',
  }))
  const fileName = '招商企业名录.xlsx'
  const [batch] = await tx`
    insert into imports (noun, user_id, file_name, digest, state, sheets, sheet, columns, counts, created_at, checked_at, applied_at)
    values ('company', ${userId}, ${fileName}, ${createHash('sha256').update(fileName).digest('hex')}, 'applied',
      ${tx.json(['名录'])}, '名录', ${tx.json(columns)}, ${tx.json(counts)}, ${at}, ${at}, ${at})
    returning id`
  const records = rows.map(({ id, version = 1 }, index) => ({
    import_id: Number(batch?.id),
    at: index + 2,
    noun: 'company',
    record_id: id,
    version,
    created: true,
    saved_at: at,
  }))
  await tx`insert into import_records ${tx(records)}`
  return 1
}
