import { type Bench, people } from '@/bench/bench-state'
import { quantile, timed } from '@/bench/measure'
import { cpuOf } from '@/bench/procs'
import { as } from '@/db/as'
import { dealIds } from '@/db/deal-ids'
import { dealScope } from '@/db/deal-scope'
import { dealSumsPerStage } from '@/db/deal-totals'
import { listDeals } from '@/db/read/deal'
import { permit } from '@/db/testing/office'
import { zoneRules } from '@/db/zone'
import { type DealFilter, defaultDealFilter } from '@/domain/deal/filter'

const part = 'Database alone'
const base: DealFilter = { ...defaultDealFilter, approved: 'all', size: 50 }

/** The queries themselves, without Next, beside the bare SQL of their index asked by the owner of the tables. */
export async function databaseLines(bench: Bench): Promise<void> {
  const { sql, actors } = bench
  const [row] = await sql`select count(*) as n from deals where deleted_at is null and status = 'active'`
  const active = Number(row?.n)
  const page = Math.max(1, Math.min(1000, Math.floor(active / 50)))
  for (const who of people) {
    const sums = await insideOne(bench, who, async tx => {
      const zone = await zoneRules(tx)
      return timed(30, () => dealSumsPerStage(tx, base, zone))
    })
    const goal = { goal: 'P5', what: 'totals per desk × stage', value: sums, limit: 2, unit: ' ms' }
    bench.add({ part, name: `totals per desk and stage, ${who}`, verdicts: [goal] })
  }
  const offset = (page - 1) * 50
  await compared(bench, `ids of page ${page} by change, director`, 'P3', 1.3, {
    ours: 'director',
    filter: { ...base, page },
    bare: () => sql`
      select d.* from (select id from deals where deleted_at is null and status = 'active' order by updated_at desc, id desc
        limit 50 offset ${offset}) p join deals d using (id)`,
  })
  const [desk] = await sql`select id from desks where key = 'domestic'`
  await compared(bench, 'ids of desk and stage by amount, desk head', null, 0, {
    ours: 'desk head',
    filter: {
      ...base,
      desks: ['domestic'],
      stages: ['negotiation'],
      sort: { key: 'total', descending: true },
    },
    bare: () => sql`
      select d.* from (select id from deals where deleted_at is null and status = 'active' and stage = 'negotiation'
        and desk_id = ${desk?.id} and total_cny is not null order by total_cny desc, id desc limit 50) p join deals d using (id)`,
  })
  const whole = await timed(20, () => listDeals(permit(actors.director, 'deal.read'), base))
  bench.add({
    part,
    name: 'listDeals: rows, total, sums, one transaction, director',
    rows: active,
    figure: `${whole.toFixed(1)} ms`,
  })
}

type Compared = {
  ours: keyof Bench['actors']
  filter: DealFilter
  bare: () => PromiseLike<unknown>
}

/** CPU of the database and time, ours and bare in turn, medians of five rounds of twenty. */
async function compared(
  bench: Bench,
  name: string,
  goal: string | null,
  limit: number,
  { ours, filter, bare }: Compared,
) {
  const times = { ours: [] as number[], bare: [] as number[] }
  const cpu = { ours: [] as number[], bare: [] as number[] }
  await insideOne(bench, ours, async tx => {
    const zone = await zoneRules(tx)
    const slice = { limit: 50, offset: (filter.page - 1) * 50 }
    const ids = () => dealIds(tx, dealScope(filter, zone), filter.sort, slice)
    await ids()
    for (let round = 0; round < 5; round++)
      for (const [key, work] of [
        ['ours', ids],
        ['bare', bare],
      ] as const) {
        const before = cpuOf(bench.database)
        times[key].push(await timed(20, async () => work()))
        cpu[key].push((cpuOf(bench.database) - before) / 20)
      }
  })
  const median = (values: number[]) => quantile(values, 0.5)
  const value = median(times.ours) / median(times.bare)
  const figure = `${median(times.ours).toFixed(2)} ms, bare ${median(times.bare).toFixed(2)} ms; CPU ${median(cpu.ours).toFixed(2)} and ${median(cpu.bare).toFixed(2)} ms`
  const verdicts = goal ? [{ goal, what: 'database', value, limit, unit: ' ×' }] : []
  bench.add({ part, name, figure, verdicts })
}

const insideOne = <T>({ actors }: Bench, who: keyof Bench['actors'], work: Parameters<typeof as<T>>[2]) =>
  as(permit(actors[who], 'deal.read'), 'stream', work)
