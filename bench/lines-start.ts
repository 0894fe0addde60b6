import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { quantile } from '@/bench/measure'
import type { Line } from '@/bench/report'

type Started = { first: string; loaded: string; port: number; add: (line: Line) => void }

/**
 * `npm start` until a page is answered: the first time ever, which makes the database, and again on the bench's own
 * data. Each start is stopped as by Ctrl-C; nothing else of the bench runs meanwhile.
 */
export async function startLines({ first, loaded, port, add }: Started): Promise<void> {
  const part = 'Start to first page'
  const cold = await startOf(join(first), port)
  const warm: number[] = []
  for (let i = 0; i < 5; i++) warm.push(await startOf(loaded, port))
  const seconds = (goal: number, value: number) => [
    { goal: 'P10', what: 'to the first page', value, limit: goal, unit: ' s' },
  ]
  add({ part, name: 'first ever: initdb and migrations', verdicts: seconds(8, cold) })
  add({ part, name: 'with data, median of five', verdicts: seconds(3, quantile(warm, 0.5)) })
}

/** Seconds from the command to a page that is answered in full. */
async function startOf(data: string, port: number): Promise<number> {
  const since = performance.now()
  const env = { ...process.env, ZHAOSHANG_DATA: data, PORT: String(port), npm_lifecycle_event: '' }
  const words = ['--conditions=react-server', '--import', 'tsx', 'bin/serve.ts', 'main']
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  process.once('exit', () => child.kill('SIGKILL'))
  let said = ''
  child.stdout.on('data', text => (said += text))
  child.stderr.on('data', text => (said += text))
  try {
    while (!(await answers(port))) {
      if (child.exitCode !== null) throw new Error(`npm start ended: ${said}`)
      await delay(15)
    }
    return (performance.now() - since) / 1000
  } finally {
    await ended(child)
  }
}

/** Redirects followed: to the door, or to the set-up of an empty office. */
async function answers(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://localhost:${port}/`)
    return answer.status === 200 && (await answer.text()).length > 0
  } catch {
    return false
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}
