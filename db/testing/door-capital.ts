import { eachCapital, listCapital } from '@/db/read/capital'
import { arrivalsToConfirm, overdueArrivals } from '@/db/read/capital-day'
import { getDealCapital } from '@/db/read/deal-capital'
import { capitalFigureRows, capitalFigures } from '@/db/read/figure/capital'
import { editCapital } from '@/db/write/capital'
import { proposeArrival } from '@/db/write/capital-arrival'
import { confirmArrival, returnArrival } from '@/db/write/capital-decide'
import { dropPlan, planArrival } from '@/db/write/capital-plan'
import { type CapitalSet, usualCapitalFilter } from '@/domain/capital/filter'
import * as capital from '@/domain/capital/input'
import { editCapitalInput } from '@/domain/capital/structure-input'
import { parseInput } from '@/domain/outcome'
import type { Permit } from '@/domain/policy/permit'
import { closeCapital, entryFields } from './deal'
import { aDeal, type Door, type Scene, type Who } from './door'
import { permit } from './office'

const casework: Who[] = ['director', 'headOfDesk', 'caseOfficer', 'member']
const heads: Who[] = ['director', 'headOfDesk']

type Given = { id: number; number: string; partId: number; rowId: number; version: number }

function must<T>(parsed: { kind: string; value?: T }): T {
  if (parsed.kind !== 'done') throw new Error(JSON.stringify(parsed))
  return parsed.value as T
}
const plan = ({ number, partId }: Given) =>
  must(
    parseInput(capital.planArrivalInput, {
      number,
      partId,
      amount: '100万',
      currency: 'CNY',
      byOn: '2026-09-30',
    }),
  )
const arrival = ({ number, partId }: Given, on: string) =>
  must(
    parseInput(capital.proposeArrivalInput, {
      ...{ number, partId, amount: '100万', currency: 'CNY', arrivedOn: on, voucher: '回单 1 号' },
    }),
  )

/** A deal whose capital is all from one party. */
async function structured(scene: Scene): Promise<Given> {
  const deal = await aDeal(scene, entryFields)
  await closeCapital(scene.office, deal.id)
  const [part] = await scene.owner`select id from capital_parts where deal_id = ${deal.id}`
  return { id: deal.id, number: deal.number, partId: Number(part?.id), rowId: 0, version: 1 }
}

async function planned(scene: Scene): Promise<Given> {
  const deal = await structured(scene)
  await planArrival(permit(scene.cast.caseOfficer, 'capital.plan'), plan(deal))
  const [row] = await scene.owner`select id from planned_arrivals where deal_id = ${deal.id}`
  return { ...deal, rowId: Number(row?.id) }
}

async function proposed(scene: Scene): Promise<Given> {
  const deal = await planned(scene)
  const may = permit(scene.cast.caseOfficer, 'capital.propose_arrival')
  const outcome = await proposeArrival(may, arrival(deal, scene.today))
  return { ...deal, rowId: must(outcome).id }
}

const door = (
  permission: Door['permission'],
  may: readonly Who[],
  given: (scene: Scene) => Promise<Given>,
  call: (permit: never, given: Given, scene: Scene) => unknown,
): Door => ({ permission, may, given, call: call as Door['call'] })

export const capitalWrites: Record<string, Door> = {
  editCapital: door('capital.edit', casework, structured, (p, { number, version, partId }) => {
    const form = {
      number,
      version,
      'id-0': partId,
      'kind-0': 'registered',
      'origin-0': 'this_city',
      'form-0': 'cash',
    }
    return editCapital(
      p,
      must(parseInput(editCapitalInput, { ...form, 'currency-0': 'CNY', 'rest-0': 'on' })),
    )
  }),
  planArrival: door('capital.plan', casework, structured, (p, given) => planArrival(p, plan(given))),
  dropPlan: door('capital.plan', casework, planned, (p, { number, rowId }) =>
    dropPlan(p, { number, id: rowId, version: 1 }),
  ),
  proposeArrival: door('capital.propose_arrival', casework, structured, (p, given, { today }) =>
    proposeArrival(p, arrival(given, today)),
  ),
  confirmArrival: door('capital.confirm_arrival', heads, proposed, (p, { number, rowId }) =>
    confirmArrival(p, { number, id: rowId, version: 1 }),
  ),
  returnArrival: door('capital.return_arrival', heads, proposed, (p, { number, rowId }) =>
    returnArrival(p, { number, id: rowId, version: 1, reason: '缺回单' }),
  ),
}

/** Makes the record that the reads are tried on show all that its capital can. */
export async function withCapital({ owner }: Scene, dealId: number, by: number): Promise<void> {
  const [part] = await owner`select id from capital_parts where deal_id = ${dealId}`
  const of = {
    deal_id: dealId,
    part_id: part?.id,
    kind: 'registered',
    origin: 'abroad',
    form: 'cash',
    currency: 'CNY',
  }
  await owner`insert into planned_arrivals ${owner({ ...of, by_on: '2026-01-31', effective_on: '2026-01-01', minor: 500, open_minor: 400, created_by: by, updated_by: by })}`
  await owner`insert into arrivals ${owner({ ...of, arrived_on: '2026-02-01', minor: 100, cny: 100, credited_minor: 100, voucher: '回单', proposed_by: by })}`
}

const read = (
  permission: Door['permission'],
  may: readonly Who[],
  call: (permit: never, seen: { deal: { id: number } }) => Promise<boolean>,
): Door => ({ permission, may, call: call as Door['call'] })
const shown = (set: CapitalSet) => ({ ...usualCapitalFilter, set, from: '2026-01-01', to: '2026-12-31' })

/** `sees`: who sees the one deal; `exports`: who of them takes it out. */
export const capitalReads = (sees: readonly Who[], exports: readonly Who[]): Record<string, Door> => ({
  getDealCapital: read(
    'capital.read',
    sees,
    async (p, { deal }) => (await getDealCapital(p, deal.id)) !== null,
  ),
  listCapital: read('capital.list', exports, async (p: Permit<'capital.list'>) => {
    const sets = ['overdue', 'waiting', 'committed'] as const
    const lists = await Promise.all(sets.map(set => listCapital(p, shown(set), 50)))
    return lists.some(({ rows, total, sums }) => rows.length + total + sums.length > 0)
  }),
  capitalFigures: read(
    'capital.list',
    exports,
    async p => (await capitalFigures(p, ['capital_overdue'])).capital_overdue.count > 0,
  ),
  capitalFigureRows: read(
    'capital.list',
    exports,
    async p => (await capitalFigureRows(p, 'capital_overdue')).length > 0,
  ),
  arrivalsToConfirm: read('day.read', heads, async p => (await arrivalsToConfirm(p)).length > 0),
  overdueArrivals: read('day.read', sees, async p => (await overdueArrivals(p, {})).total > 0),
  eachCapital: read('capital.export', exports, async p => {
    let rows = 0
    for await (const chunk of eachCapital(p, shown('overdue'))) rows += chunk.length
    return rows > 0
  }),
})
