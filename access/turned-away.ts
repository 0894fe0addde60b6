import { sameOrigin } from './origin'

/** Bytes of a form that are read; next.config.js has the same limit for what says no length. */
export const LARGEST_FORM = 1024 * 1024

export type TurnedAway = 'foreign' | 'too_large' | 'database_gone'

/**
 * Why a request is answered before any page or action: it would change something and does not come from our own pages
 * (no Origin at all included), it carries too much, or the database has just been seen gone.
 */
export function turnedAway(method: string, headers: Headers, isGone: boolean): TurnedAway | null {
  const asks = method === 'GET' || method === 'HEAD'
  if (!asks && !sameOrigin(headers)) return 'foreign'
  if (Number(headers.get('content-length')) > LARGEST_FORM) return 'too_large'
  return isGone && (!asks || isDocument(headers)) ? 'database_gone' : null
}

/** A page that the browser opens; what a script fetches is answered by the app, whose frame stays. */
const isDocument = (headers: Headers) => (headers.get('accept') ?? '').includes('text/html')
