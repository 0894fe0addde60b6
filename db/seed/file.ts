import { createHash } from 'node:crypto'
import type { TransactionSql } from 'postgres'
import { arrive } from '@/db/file/arrival'
import { store } from '@/db/file/chosen'
import { type IsoDate, startOfDay } from '@/domain/calendar/date'
import { TIMEZONE } from './days'
import type { Arrival, Deal, Draft } from './file-draft'
import { papersOf, voucherOf } from './file-papers'
import { insertAll } from './insert'

const types = { pdf: 'application/pdf', png: 'image/png', txt: 'text/plain' } as const

/** Enough to meet some wherever one looks. */
const MOST_DEALS = 24
const MOST_VOUCHERS = 12

/** Evidence on some of the deals that have documents: made here, kept as uploads are. After the zone, in its transaction. */
export async function seedFiles(
  tx: TransactionSql,
  { deals, arrivals }: { deals: readonly Deal[]; arrivals: readonly Arrival[] },
  today: IsoDate,
): Promise<number> {
  const papers = deals
    .filter(deal => deal.entryDocumentOn !== null && deal.caseOfficerId !== null && deal.id % 4 === 0)
    .slice(-MOST_DEALS)
    .flatMap((deal, index) => papersOf(deal, index))
  const vouchers = arrivals
    .filter(({ state }) => state === 'confirmed')
    .slice(-MOST_VOUCHERS)
    .flatMap(arrival => voucherOf(arrival, deals))
  const drafts = [...papers, ...vouchers].filter(({ on }) => on < today)
  const rows = drafts.map(draft => ({
    draft,
    digest: createHash('sha256').update(draft.bytes).digest('hex'),
  }))
  const once = new Map(rows.map(row => [row.digest, row.draft.bytes]))
  for (const bytes of once.values()) await keep(bytes)
  await insertAll(
    tx,
    'contents',
    [...once].map(([digest, bytes]) => ({
      digest,
      size: bytes.length,
      claimedAt: startOfDay(TIMEZONE, today),
    })),
  )
  await insertAll(
    tx,
    'attachments',
    rows.map(({ draft, digest }, index) => attachment(draft, digest, index + 1)),
  )
  for (const [index, { draft, digest }] of rows.entries()) {
    const said = {
      attachmentId: index + 1,
      fileKind: draft.kind,
      file: draft.title,
      digest,
      size: draft.bytes.length,
    }
    await tx`insert into log_entries (actor_id, verb, noun, record_id, details, at)
      values (${draft.deal.caseOfficerId}, 'attachment.create', 'deal', ${draft.deal.id}, ${JSON.stringify(said)}::text::jsonb, ${momentOf(draft.on)})`
  }
  return rows.length
}

const momentOf = (on: IsoDate) => new Date(startOfDay(TIMEZONE, on).getTime() + 16 * 3_600_000)

function attachment(
  { deal, kind, title, ending, bytes, on, number, arrivalId }: Draft,
  digest: string,
  id: number,
) {
  const by = deal.caseOfficerId
  return {
    id,
    dealId: deal.id,
    arrivalId: arrivalId ?? null,
    kind,
    title,
    fileName: `${title}.${ending}`,
    mediaType: types[ending],
    size: bytes.length,
    digest,
    documentOn: on,
    documentNumber: number ?? null,
    version: 1,
    createdAt: momentOf(on),
    createdBy: by,
    updatedAt: momentOf(on),
    updatedBy: by,
  }
}

async function keep(bytes: Buffer) {
  async function* whole() {
    yield new Uint8Array(bytes)
  }
  const arrival = await arrive(whole(), bytes.length)
  if (!arrival) throw new Error('a file of the demonstration is larger than it is')
  await store().put(arrival.digest, arrival.path)
  await arrival.discard()
}
