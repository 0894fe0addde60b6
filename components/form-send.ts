import { unstable_rethrow } from 'next/navigation'
import type { FormOutcome } from './form-state'

/** What a form knows after sending: an outcome, or that none came. */
export type Said = FormOutcome | { kind: 'offline' | 'failed' | 'database' }

/** Sends; an answer that never came is told from one that did, and a redirect to the sign-in page keeps the draft. */
export async function sendForm(action: () => Promise<FormOutcome>, drop: () => void): Promise<Said> {
  try {
    return await action()
  } catch (error) {
    const digest = (error as { digest?: string }).digest ?? ''
    if (digest.startsWith('NEXT_REDIRECT') && !digest.includes('/sign-in')) drop()
    unstable_rethrow(error)
    if (!navigator.onLine || error instanceof TypeError) return { kind: 'offline' }
    const away = turnedAway(error)
    if (digest === 'database_gone' || away?.why === 'database_gone') return { kind: 'database' }
    if (away) return { kind: 'refused', reason: away.why, text: away.says }
    reportError(error)
    return { kind: 'failed' }
  }
}

/** What proxy.ts answers before the action is run, with its sentence: too much text, or a wrong origin. */
function turnedAway(error: unknown): { says: string; why: string } | null {
  const message = (error as Error).message ?? ''
  return message.startsWith('{"says":') ? JSON.parse(message) : null
}
