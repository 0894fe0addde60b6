import { setTimeout as delay } from 'node:timers/promises'
import { pool } from '@/db/client'
import { tellOverdueCapital } from './capital'
import { type Chore, doChore } from './chore'
import { missClocks, warnOfClocks } from './clock'
import { dealDue } from './deal-due'
import { removeOldExports, startDueExports } from './export'
import { fold } from './fold'
import { releaseJobs } from './job'
import { purge } from './purge'
import { remind } from './remind'
import { seal } from './seal'
import { sweep } from './sweep'
import { verify } from './verify'
import { visit } from './visit'
import { wake } from './wake'

export const chores: readonly Chore[] = [
  fold,
  seal,
  missClocks,
  warnOfClocks,
  purge,
  verify,
  wake,
  remind,
  visit,
  tellOverdueCapital,
  dealDue,
  sweep,
  releaseJobs,
  startDueExports,
  removeOldExports,
]

const LOOK_MS = 5_000
/** A chore at a database that does not answer is given up at the end: what it began is rolled back. */
const STOP_MS = 2_000

/**
 * Looks after the chores every few seconds, in any number of processes, of which one does each. Nothing that goes wrong
 * ends it: it says so once, and looks again. Answers how to stop it; a chore that is being done is waited for.
 */
export function startHousekeeping(say: (line: string) => void, every = LOOK_MS): () => Promise<void> {
  const stopping = new AbortController()
  const said = new Map<string, string>()
  const work = (async () => {
    while (!stopping.signal.aborted) {
      for (const chore of chores) {
        if (stopping.signal.aborted) return
        const fault = await faultOf(chore)
        if (fault && said.get(chore.name) !== fault) say(`housekeeping: ${chore.name}: ${fault}`)
        said.set(chore.name, fault ?? '')
      }
      await delay(every, undefined, { signal: stopping.signal, ref: false }).catch(() => {})
    }
  })()
  return async () => {
    stopping.abort()
    await Promise.race([work, delay(STOP_MS, undefined, { ref: false })])
  }
}

async function faultOf(chore: Chore): Promise<string | null> {
  try {
    await doChore(await pool('housekeeping'), chore)
    return null
  } catch (error) {
    return String((error as Error).message)
  }
}
