import { setTimeout as delay } from 'node:timers/promises'
import { MailQueue } from '@/db/post/queue'
import type { MailSettings } from '@/env'
import { sendMail } from './send'

const LOOK_MS = 5_000
/** A server that is not to be reached is asked ever less often. */
const LONGEST_MS = 300_000
/** A mail on its way is waited for at the end, but not for ever: its claim lapses. */
const STOP_MS = 2_000

/**
 * Sends what waits, every few seconds, in any number of processes, each mail by one of them. Nothing that goes wrong ends
 * it: it says so once, and tries again. Answers how to stop it.
 */
export function startPost(
  settings: MailSettings,
  say: (line: string) => void,
  every = LOOK_MS,
): () => Promise<void> {
  const queue = new MailQueue()
  const stopping = new AbortController()
  let said = ''
  let pause = every
  const tell = (fault: string) => {
    if (fault && fault !== said) say(`e-mail: ${fault}`)
    said = fault
  }
  const work = (async () => {
    while (!stopping.signal.aborted) {
      const fault = await round(queue, settings, stopping.signal).catch(error =>
        String((error as Error).message),
      )
      tell(fault ?? '')
      pause = fault ? Math.min(pause * 2, Math.max(LONGEST_MS, every)) : every
      await delay(pause, undefined, { signal: stopping.signal, ref: false }).catch(() => {})
    }
  })()
  return async () => {
    stopping.abort()
    await Promise.race([work, delay(STOP_MS, undefined, { ref: false })])
    await queue.end()
  }
}

/** All that is due; ends early, with the reason, when the server is not to be reached. */
async function round(queue: MailQueue, settings: MailSettings, stop: AbortSignal): Promise<string | null> {
  await queue.gather()
  while (!stop.aborted) {
    const mail = await queue.claim()
    if (!mail) return null
    const { how, error } = await sendMail(queue, mail, settings)
    await queue.settle(mail, how, error)
    if (how === 'away') return error
  }
  return null
}
