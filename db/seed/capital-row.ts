import type { arrivals, capitalParts, plannedArrivals } from '@/db/schema/capital'
import { addDays, dateIn, type IsoDate, startOfDay } from '@/domain/calendar/date'
import { allot } from '@/domain/capital/allot'
import type { Currency } from '@/domain/money/currency'
import { toCny } from '@/domain/money/money'
import type { Flow } from './capital-flow'
import type { PartDraft } from './capital-part'
import { type Days, TIMEZONE } from './days'
import { valueOn } from './rate'
import type { LogDraft } from './world'

type Own = 'deskId' | 'teamIds' | 'readerIds' | 'standing'
export type Part = Omit<typeof capitalParts.$inferSelect, Own>
export type Plan = Omit<typeof plannedArrivals.$inferSelect, Own>
export type Arrival = Omit<typeof arrivals.$inferSelect, Own>
const TEN = 10 * 3_600_000

/** An amount as the log keeps it. */
export const said = ({ minor, currency }: { minor?: bigint | null; currency: string }) =>
  minor === null || minor === undefined ? null : { minor: String(minor), currency }

export function partRow(
  all: Part[],
  draft: PartDraft,
  { at, by, ...of }: { dealId: number; position: number; at: Date; by: number },
): Part {
  const row = {
    ...draft,
    ...of,
    id: all.length + 1,
    effectiveOn: dateIn(TIMEZONE, at),
    createdAt: at,
    createdBy: by,
    deletedAt: null,
    deletedBy: null,
  } as Part
  all.push(row)
  return row
}

const ofPart = ({ dealId, id, kind, origin, form, currency }: Part) => ({
  dealId,
  partId: id,
  kind,
  origin,
  form,
  currency,
})

export function planRows(
  all: Plan[],
  part: Part,
  flow: Flow,
  came: readonly Arrival[],
  { at, by }: { at: Date; by: number },
) {
  const received = came
    .filter(({ state }) => state === 'confirmed')
    .reduce((sum, one) => sum + one.creditedMinor, 0n)
  const open = allot(
    flow.plans.map(({ by, minor }, id) => ({ id, byOn: by, minor })),
    received,
  )
  const cnyOf = (minor: bigint) => (part.rate ? toCny(minor, part.currency as Currency, part.rate) : null)
  for (const [index, { from, by: byOn, minor, note }] of flow.plans.entries()) {
    const openMinor = open.get(index) ?? minor
    all.push({
      ...ofPart(part),
      ...{
        id: all.length + 1,
        fromOn: from,
        byOn,
        minor,
        rate: part.rate,
        cny: cnyOf(minor),
        openMinor,
        openCny: cnyOf(openMinor),
        effectiveOn: dateIn(TIMEZONE, at),
      },
      ...{
        note,
        toldAt: at,
        version: 1,
        createdAt: at,
        createdBy: by,
        updatedAt: at,
        updatedBy: by,
        deletedAt: null,
        deletedBy: null,
      },
    })
  }
}

export function arrivalRow(
  days: Days,
  all: Arrival[],
  part: Part,
  came: Flow['arrivals'][number],
  { by, head }: { by: number; head: number },
): Arrival {
  const { on, minor, state } = came
  const value = valueOn(days, { minor, currency: part.currency as Currency }, on)
  const decided = state !== 'proposed'
  const proposedAt = morning(on, days.now)
  const row: Arrival = {
    ...ofPart(part),
    ...{
      id: all.length + 1,
      arrivedOn: on,
      minor,
      creditedMinor: minor,
      rate: value?.rate ?? null,
      cny: value?.cny ?? null,
    },
    voucher: `${part.form === 'equipment' ? '报关单' : '银行回单'} ${on.replaceAll('-', '')}-${String(all.length + 1).padStart(3, '0')}`,
    ...{
      note: null,
      correctsId: null,
      strikes: false,
      correctionReason: null,
      state,
      proposedBy: by,
      proposedAt,
    },
    ...{
      decidedBy: decided ? head : null,
      decidedAt: decided ? new Date(proposedAt.getTime() + TEN / 2) : null,
    },
    ...{ reason: null, supersededAt: null, version: decided ? 2 : 1 },
  }
  all.push(row)
  return row
}

/** Entered the morning after, never later than now. */
function morning(on: IsoDate, now: Date): Date {
  const at = startOfDay(TIMEZONE, addDays(on, 1)).getTime() + TEN
  return new Date(Math.min(at, now.getTime() - TEN))
}

export function arrivalLogs(row: Arrival): LogDraft[] {
  const line = { noun: 'deal' as const, recordId: row.dealId }
  const arrival = said(row)
  const proposed = {
    changes: { arrival: [null, arrival], voucher: [null, row.voucher] },
    arrivalId: row.id,
    on: row.arrivedOn,
  }
  const confirmed = { changes: { arrival: [null, arrival] }, arrivalId: row.id, proposedBy: row.proposedBy }
  return [
    {
      ...line,
      at: row.proposedAt,
      actorId: row.proposedBy,
      verb: 'capital.propose_arrival',
      details: proposed,
    },
    ...(row.decidedAt
      ? [
          {
            ...line,
            at: row.decidedAt,
            actorId: row.decidedBy,
            verb: 'capital.confirm_arrival' as const,
            details: confirmed,
          },
        ]
      : []),
  ]
}
