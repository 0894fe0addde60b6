import { type Bench, type Person, pageTask } from '@/bench/bench-state'
import { inTurn, type Run } from '@/bench/measure'

const pages: readonly (readonly [string, Person, string])[] = [
  ['list', 'desk head', '/deals?approved=all'],
  ['list by amount', 'director', '/deals?approved=all&sort=-total'],
  ['board', 'desk head', '/deals/board'],
  ['My day', 'officer', '/'],
  ['My day', 'director', '/'],
]

/** By page and person. */
export type Found = Map<string, Run>

/** The same pages at a tenth of the rows and at all of them: neither time nor HTML may grow with the table. */
export async function growthLines(bench: Bench, tenth?: Found): Promise<Found> {
  const found: Found = new Map()
  const [deal] = await bench.sql`select number from deals where id = 1000004`
  for (const [name, who, path] of [...pages, ['record', 'director', `/deals/${deal?.number}`] as const]) {
    const [run] = await inTurn([pageTask(bench, who, path)], { rounds: 5, times: 12, atOnce: 1 })
    if (!run) continue
    const key = `${name}, ${who}`
    found.set(key, run)
    const earlier = tenth?.get(key)
    if (!earlier) continue
    const grown = (what: string, value: number) => ({ goal: 'P2', what, value, limit: 1.15, unit: ' ×' })
    const verdicts = [grown('time', run.p50 / earlier.p50), grown('HTML', run.bytes / earlier.bytes)]
    bench.add({
      part: 'Growth from a tenth of the rows',
      name: key,
      run,
      figure: `p50 was ${earlier.p50.toFixed(1)} ms`,
      verdicts,
    })
  }
  return found
}
