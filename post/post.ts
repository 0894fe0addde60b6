import { setTimeout as delay } from 'node:timers/promises'
import { MailQueue } from '@/db/post/queue'
import type { MailSettings } from '@/env'
import { sendMail } from './send'

const LOOK_MS = 5_000
/** A server that is not to be reached is asked ever less often. */
const LONGEST_MS = 300_000
/** A mail on its way is waited for at the end, but not for ever: its claim lapses. */
const STOP_MS = 2_000
/** One turn ends after this long, so that a slow server holds nothing up; what is left comes with the next. */
const TURN_MS = 40_000

export type Post = {
  /** One turn of the queue (task `mail`): sends what is due, each mail by one process alone. */
  task: (turn: { stopping: AbortSignal }) => Promise<void>
  stop: () => Promise<void>
}

/**
 * Looks every few seconds whether something is to be mailed, and asks the queue for a turn; in any number of processes.
 * Nothing that goes wrong ends it: it says so once, and tries again.
 */
export function startPost(settings: MailSettings, say: (line: string) => void, every = LOOK_MS): Post {
  const queue = new MailQueue()
  const stopping = new AbortController()
  let said = ''
  let pause = every
  const tell = (fault: string) => {
    if (fault && fault !== said) say(`e-mail: ${fault}`)
    said = fault
  }
  const looks = (async () => {
    while (!stopping.signal.aborted) {
      await queue.wake().catch(error => tell(String((error as Error).message)))
      await delay(pause, undefined, { signal: stopping.signal, ref: false }).catch(() => {})
    }
  })()
  let turn = Promise.resolve()
  return {
    task: ({ stopping: asked }) => {
      turn = (async () => {
        const fault = await round(queue, settings, AbortSignal.any([asked, stopping.signal])).catch(error =>
          String((error as Error).message),
        )
        tell(fault ?? '')
        pause = fault ? Math.min(pause * 2, Math.max(LONGEST_MS, every)) : every
      })()
      return turn
    },
    stop: async () => {
      stopping.abort()
      await Promise.race([Promise.all([looks, turn]), delay(STOP_MS, undefined, { ref: false })])
      await queue.end()
    },
  }
}

/** All that is due; ends early, with the reason, when the server is not to be reached. */
async function round(queue: MailQueue, settings: MailSettings, stop: AbortSignal): Promise<string | null> {
  const until = performance.now() + TURN_MS
  while (!stop.aborted && performance.now() < until) {
    const mail = await queue.claim()
    if (!mail) return null
    const { how, error } = await sendMail(queue, mail, settings)
    await queue.settle(mail, how, error)
    if (how === 'away') return error
  }
  return null
}
