import { type Bench, type Person, pageTask, people } from '@/bench/bench-state'
import { inTurn, quantile, timed } from '@/bench/measure'
import { cpuOf } from '@/bench/procs'
import { searchRecords } from '@/db/read/search'
import { permit } from '@/db/testing/office'
import { searchNouns, searchQuery } from '@/domain/search/query'

const part = 'Search'
/** Two characters that stand in one name of eleven, and two in one of seventy-seven. */
const pairs = ['明远', '远精'] as const
const list = '/deals?desk=domestic&stage=negotiation&sort=-total'
const A_MILLION = 1_000_000

/** Two Chinese characters in all kinds of record, ranked and read through the policies, beside the bare index. */
export async function searchLines(bench: Bench): Promise<void> {
  for (const pair of pairs) for (const who of people) await besideTheIndex(bench, pair, who)
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

async function besideTheIndex(bench: Bench, pair: string, who: Person): Promise<void> {
  const { sql, actors, database, rows } = bench
  const asked = { count: 1000, show: { limit: 8 } }
  const ours = () => searchRecords(permit(actors[who], 'search.read'), searchQuery(pair), asked)
  const bare = () =>
    sql.begin(tx =>
      Promise.all(
        searchNouns.map(
          noun =>
            tx`select record_id from ${tx(`search_${noun}`)} where grams(text) @> ${[pair]}::text[] limit 1001`,
        ),
      ),
    )
  const times = { ours: [] as number[], bare: [] as number[] }
  const cpu = { ours: [] as number[], bare: [] as number[] }
  await ours()
  for (let round = 0; round < 5; round++)
    for (const [key, work] of Object.entries({ ours, bare }) as ['ours' | 'bare', () => Promise<unknown>][]) {
      const before = cpuOf(database)
      times[key].push(await timed(20, work))
      cpu[key].push((cpuOf(database) - before) / 20)
    }
  const median = (values: number[]) => quantile(values, 0.5)
  const [took, value] = [median(times.ours), median(cpu.ours) / median(cpu.bare)]
  const figure = `${took.toFixed(2)} ms, bare ${median(times.bare).toFixed(2)} ms; CPU ${median(cpu.ours).toFixed(2)} and ${median(cpu.bare).toFixed(2)} ms`
  const verdicts = [{ goal: 'P4', what: 'database', value, limit: 6, unit: ' ×' }]
  if (rows >= A_MILLION) verdicts.push({ goal: 'P4', what: 'time', value: took, limit: 25, unit: ' ms' })
  bench.add({ part, name: `${pair}, ${who}`, figure, verdicts })
}
