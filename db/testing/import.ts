import { importRowsOf } from '@/db/read/import'
import { prepareImport, receiveImport } from '@/db/write/import'
import { applyImport } from '@/db/write/import-apply'
import { checkImport } from '@/db/write/import-check'
import type { LookAlikeNoun } from '@/domain/duplicate/look-alike'
import { rowPlans } from '@/domain/import/batch'
import { type Office, permit, type StaffName } from './office'

type Rows = readonly (readonly string[])[]

export const csv = (rows: Rows) =>
  new TextEncoder().encode(
    rows.map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'),
  )

/** A sheet uploaded and checked: what is shown of it before anything is written. */
export async function shownImport(
  office: Office,
  noun: LookAlikeNoun,
  rows: Rows,
  { who = 'director', clearEmpty = false }: { who?: StaffName; clearEmpty?: boolean } = {},
) {
  const granted = permit(office.actors[who], `${noun}.import`)
  const received = await receiveImport(granted, { name: '台账.csv', bytes: csv(rows) })
  if (received.kind !== 'done') throw new Error(JSON.stringify(received))
  const { id } = received.value
  const ready = { id, sheet: null, mode: 'both', clearEmpty, columns: new Map<number, string>() } as const
  if (clearEmpty) await prepareImport(granted, ready)
  const checked = await checkImport(granted, { id })
  if (checked.kind !== 'done') throw new Error(JSON.stringify(checked))
  const seen = await importRowsOf(permit(office.actors[who], 'import.read'), id, { plans: rowPlans })
  return { id, granted, counts: checked.value.counts, rows: seen }
}

/** The same, and written. */
export async function imported(
  office: Office,
  noun: LookAlikeNoun,
  rows: Rows,
  how: Parameters<typeof shownImport>[3] = {},
) {
  const shown = await shownImport(office, noun, rows, how)
  const applied = await applyImport(shown.granted, { id: shown.id, good: false })
  if (applied.kind !== 'done') throw new Error(JSON.stringify([applied, shown.rows]))
  return shown
}
