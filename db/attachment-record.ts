import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/as'
import { companies } from '@/db/schema/company'
import { deals } from '@/db/schema/deal'
import { events } from '@/db/schema/event'
import { leads } from '@/db/schema/lead'
import type { AttachmentNoun } from '@/domain/attachment/attachment'
import type { FileRecord } from '@/domain/attachment/right'
import type { Names } from '@/domain/user/user'

/** What a file is on. */
export type AttachmentRecord = FileRecord & {
  id: number
  number: string
  name: string
  names: Names
  deletedAt: Date | null
}
type By = { id: number } | { number: string }

/** The record that files are on, as far as the reader sees it. */
export async function fileRecord(
  tx: Tx,
  noun: AttachmentNoun,
  by: By,
): Promise<AttachmentRecord | undefined> {
  const [row] = await rowOf(tx, noun, by)
  return row && { noun, names: {}, ...row }
}

function rowOf(tx: Tx, noun: AttachmentNoun, by: By) {
  const which = (table: typeof leads | typeof deals | typeof companies | typeof events) =>
    'id' in by ? eq(table.id, by.id) : eq(table.number, by.number)
  const of = <T extends typeof leads | typeof deals | typeof companies | typeof events>(table: T) =>
    ({ id: table.id, number: table.number, name: table.name, deletedAt: table.deletedAt }) as const
  switch (noun) {
    case 'lead':
      return tx
        .select({ ...of(leads), deskId: leads.deskId, teamIds: leads.teamIds })
        .from(leads)
        .where(which(leads))
    case 'deal':
      return tx
        .select({ ...of(deals), names: deals.names, deskId: deals.deskId, teamIds: deals.teamIds })
        .from(deals)
        .where(which(deals))
    case 'company':
      return tx.select(of(companies)).from(companies).where(which(companies))
    case 'event':
      return tx
        .select({ ...of(events), names: events.names, deskIds: events.deskIds })
        .from(events)
        .where(which(events))
  }
}
