import { type Bench, type Person, pageTask, people } from '@/bench/bench-state'
import { loadRows } from '@/bench/load'
import { inTurn, quantile, timed } from '@/bench/measure'
import { cpuOf } from '@/bench/procs'
import { searchRecords } from '@/db/read/search'
import { permit } from '@/db/testing/office'
import { COUNTED, searchNouns, searchQuery } from '@/domain/search/query'

/** Two characters that stand in one name of eleven, and two in one of seventy-seven. */
const pairs = ['明远', '远精'] as const
const list = '/deals?desk=domestic&stage=negotiation&sort=-total'
/** Five deals and five leads come with three companies and three contacts. */
const NAMES_A_ROW = 3.2
const A_MILLION = 1_000_000

/** Two Chinese characters in all kinds of record, ranked and read through the policies, beside the bare index. */
export const searchLines = (bench: Bench) => lines(bench, 'Search', bench.rows * NAMES_A_ROW)

/**
 * The same among a million names, where fewer are loaded: what is loaded for it are records without a story. Last of
 * all, for it stays.
 */
export async function namesLines(bench: Bench): Promise<void> {
  const rows = A_MILLION / NAMES_A_ROW
  if (bench.rows >= rows) return
  await loadRows(bench.rows, rows, () => {}, 'names')
  await lines(bench, 'Search among 1,000,000 names', A_MILLION)
}

async function lines(bench: Bench, part: string, names: number) {
  for (const pair of pairs)
    for (const who of people) {
      const { took, bare } = await besideTheIndex(bench, pair, who)
      const figure = `${took.ms.toFixed(2)} ms, bare ${bare.ms.toFixed(2)} ms; CPU ${took.cpu.toFixed(2)} and ${bare.cpu.toFixed(2)} ms`
      const verdicts = [{ goal: 'P4', what: 'database', value: took.cpu / bare.cpu, limit: 6, unit: ' ×' }]
      if (names >= A_MILLION)
        verdicts.push({ goal: 'P4', what: 'time', value: took.ms, limit: 25, unit: ' ms' })
      bench.add({ part, name: `${pair}, ${who}`, figure, verdicts })
    }
  for (const who of people) {
    const path = `/search?q=${encodeURIComponent(pairs[0])}`
    const [run, deals] = await inTurn([pageTask(bench, who, path), pageTask(bench, who, list)], {
      rounds: 5,
      times: 8,
      atOnce: 1,
    })
    if (!run || !deals) continue
    const value = run.p50 / deals.p50
    const verdict = { goal: 'P4', what: 'p50 of the deals list', value, limit: 1, unit: ' ×' }
    bench.add({ part, name: `the page, ${who}`, run, verdicts: [verdict] })
  }
}

/** Time and CPU of the database, medians of five rounds of twenty in turn. */
async function besideTheIndex({ sql, actors, database }: Bench, pair: string, who: Person) {
  const asked = { count: COUNTED.ofEach, show: { limit: 8 } }
  const ours = () => searchRecords(permit(actors[who], 'search.read'), searchQuery(pair), asked)
  const bare = () =>
    sql.begin(tx =>
      Promise.all(
        searchNouns.map(
          noun =>
            tx`select record_id from ${tx(`search_${noun}`)} where grams(text) @> ${[pair]}::text[] limit ${COUNTED.ofEach + 1}`,
        ),
      ),
    )
  const found = { ours: [] as Cost[], bare: [] as Cost[] }
  await ours()
  for (let round = 0; round < 5; round++)
    for (const [key, work] of Object.entries({ ours, bare }) as ['ours' | 'bare', () => Promise<unknown>][]) {
      const before = cpuOf(database)
      const ms = await timed(20, work)
      found[key].push({ ms, cpu: (cpuOf(database) - before) / 20 })
    }
  return { took: median(found.ours), bare: median(found.bare) }
}

type Cost = { ms: number; cpu: number }
const median = (costs: readonly Cost[]): Cost => ({
  ms: quantile(
    costs.map(({ ms }) => ms),
    0.5,
  ),
  cpu: quantile(
    costs.map(({ cpu }) => cpu),
    0.5,
  ),
})
