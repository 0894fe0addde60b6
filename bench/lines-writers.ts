import { randomUUID } from 'node:crypto'
import { sql as words } from 'drizzle-orm'
import type { Bench } from '@/bench/bench-state'
import { newName } from '@/bench/load'
import { as } from '@/db/as'
import { pool } from '@/db/client'
import { doChore } from '@/db/housekeeping/chore'
import { fold } from '@/db/housekeeping/fold'
import { countersEqual } from '@/db/housekeeping/state'
import { permit } from '@/db/testing/office'
import { moveDeal } from '@/db/write/deal-move'
import { createLead } from '@/db/write/lead-create'
import { createLeadInput } from '@/domain/lead/input'

const part = 'Sixteen writers, ten seconds each'
const WRITERS = 16
const SECONDS = 10

/** Writes as fast as sixteen writers can, the counters folded meanwhile, and whether the totals are those of a recount. */
export async function writerLines(bench: Bench): Promise<void> {
  const { sql, actors } = bench
  const head = actors['desk head']
  const ready = (await sql<{ id: string; number: string; version: number }[]>`
    select id, number, version from deals where id >= 1000000 and stage = 'negotiation' and status = 'active'
      and total_minor is not null and desk_id = ${head.deskIds[0] ?? 0} and stage_since < current_date order by id desc limit 20000`) as {
    id: string
    number: string
    version: number
  }[]
  const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
  const lead = () =>
    createLeadInput.parse({
      name: newName(),
      country: 'CN',
      need: '厂房',
      nextStep: '联系',
      nextStepOn: day,
      submission: randomUUID(),
    })
  await writers(
    bench,
    'create a lead',
    async () => (await createLead(permit(head, 'lead.create'), lead())).kind,
  )
  await writers(bench, 'move a deal', async () => {
    const deal = ready.pop()
    if (!deal) return null
    const input = {
      number: deal.number,
      version: deal.version,
      to: 'entry_procedures',
      effectiveOn: null,
      reason: null,
    } as const
    return (await moveDeal(permit(head, 'deal.move'), input as never)).kind
  })
  // each writer has pairs of its own, so that only the counters could make them wait for one another
  const own = Array.from({ length: WRITERS }, (_, at) =>
    ready.slice(at * 20, at * 20 + 20).map(({ id }) => id),
  )
  const two = await writers(bench, 'move two deals in one transaction', (writer, turn) =>
    as(permit(head, 'deal.move'), 'write', async tx => {
      for (const step of [0, 1]) {
        const id = own[writer]?.[(turn * 2 + step) % 20]
        await tx.execute(
          words`update deals set stage = case stage when 'negotiation' then 'entry_procedures' else 'negotiation' end where id = ${id}`,
        )
      }
      return 'done'
    }),
  )
  const goal = {
    goal: 'P5',
    what: 'transactions of two',
    value: two,
    limit: 700,
    unit: '/s',
    atLeast: true as const,
  }
  const equal = {
    goal: 'P5',
    what: 'totals that a recount counts otherwise',
    value: (await countersEqual(sql)) ? 0 : 1,
    limit: 0,
    unit: '',
  }
  bench.add({ part, name: 'afterwards', verdicts: [goal, equal] })
}

/** How many of these a second; the pool of the app holds ten connections, as in a server. */
async function writers(
  bench: Bench,
  name: string,
  write: (writer: number, turn: number) => Promise<string | null>,
) {
  const until = performance.now() + SECONDS * 1000
  const since = performance.now()
  const ends = new Map<string, number>()
  let folding = true
  const folder = (async () => {
    while (folding) {
      await doChore(await pool('housekeeping'), fold)
      await new Promise(resolve => setTimeout(resolve, 1000))
    }
  })()
  const one = async (_: unknown, writer: number) => {
    for (let turn = 0; performance.now() < until; turn++) {
      const end = await write(writer, turn).catch(error =>
        String(error.cause?.code ?? error.message).slice(0, 40),
      )
      if (end === null) return
      ends.set(end, (ends.get(end) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, one))
  const took = (performance.now() - since) / 1000
  folding = false
  await folder
  const rate = (ends.get('done') ?? 0) / took
  const others = [...ends].filter(([end]) => end !== 'done').map(([end, times]) => `${times} ${end}`)
  bench.add({ part, name, atOnce: WRITERS, figure: [`${Math.round(rate)} a second`, ...others].join(', ') })
  return rate
}
