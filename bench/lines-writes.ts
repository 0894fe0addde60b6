import { randomUUID } from 'node:crypto'
import { type Bench, calling } from '@/bench/bench-state'
import { type Answer, posted, textOf } from '@/bench/http'
import { newName } from '@/bench/load'
import { inTurn, type Run, type Task } from '@/bench/measure'

/** Creates and moves as the browser sends them: a call of the server action, answered with the page drawn anew. */
export async function writeLines(bench: Bench): Promise<void> {
  const lead = leadTask(bench)
  const move = await moveTask(bench)
  for (const atOnce of [1, 16]) {
    const pace = { rounds: 5, times: atOnce === 1 ? 10 : 32, atOnce }
    const [created, moved, bare] = await inTurn([lead, move, bareInsert(bench)], pace)
    if (!created || !moved || !bare) continue
    const line = (name: string, run: Run) => {
      const value = (run.app + run.database) / (bare.app + bare.database)
      const goal = { goal: 'P8', what: 'CPU', value, limit: 3, unit: ' ×' }
      bench.add({ part: 'Writes', name, atOnce, run, verdicts: atOnce === 1 ? [goal] : [] })
    }
    line('create a lead, desk head', created)
    line('move a deal, desk head', moved)
    bench.add({ part: 'Writes', name: 'floor: a bare route with one insert', atOnce, run: bare })
  }
}

function leadTask({ app, database, clients }: Bench): Task {
  const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
  const run = async () => {
    const fields = {
      name: newName(),
      contactName: '李经理',
      reachAt: '',
      country: 'CN',
      need: '租用标准厂房约 3000 平方米',
      nextStep: '发送厂房清单',
      nextStepOn: soon,
      submission: randomUUID(),
    }
    // as React writes a call with a form: its fields, then the arguments that name it
    const parts = Object.entries(fields).map(([name, value]): [string, string] => [`_1_${name}`, value])
    const ask = calling('createLeadAction', await posted([...parts, ['0', '["$K1"]']]))
    const answer = await clients['desk head'].ask('/leads/new', ask)
    return { bytes: answer.bytes, failed: !isDone(answer) }
  }
  return { app, database, run }
}

async function moveTask({ app, database, clients, sql }: Bench): Promise<Task> {
  const ready = await sql<{ number: string; version: number }[]>`
    select number, version from deals where id >= 1000000 and stage = 'negotiation' and status = 'active'
      and total_minor is not null and desk_id = (select id from desks where key = 'domestic')
      and stage_since < current_date order by id limit 600`
  const run = async () => {
    const deal = ready.shift()
    const body = JSON.stringify([{ number: deal?.number, version: deal?.version, to: 'entry_procedures' }])
    const ask = calling('moveDealAction', { body, headers: { 'content-type': 'text/plain;charset=UTF-8' } })
    const answer = await clients['desk head'].ask('/deals/board', ask)
    return { bytes: answer.bytes, failed: !deal || !isDone(answer) }
  }
  return { app, database, run }
}

/** The answer of an action stands in the first lines of what comes back. */
const isDone = (answer: Answer) => answer.status === 200 && textOf(answer).includes('"kind":"done"')

const bareInsert = ({ floor, database, bare }: Bench): Task => ({
  app: floor,
  database,
  run: async turn => {
    const { status, bytes } = await bare.ask('/insert', { method: 'POST', body: `测速${turn}` })
    return { bytes, failed: status !== 200 }
  },
})
