export type Span = { first: number; last: number }

/**
 * The one span that a Range header asks for (RFC 9110). Null: all of it, also for what is no range or several; `out`: none
 * of it is there.
 */
export function spanOf(header: string | null, size: number): Span | 'out' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return null
  const [, from = '', to = ''] = match
  if (from === '') {
    const last = Math.min(Number(to), size)
    return last === 0 ? 'out' : { first: size - last, last: size - 1 }
  }
  const first = Number(from)
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (to !== '' && Number(to) < first) return null
  return first >= size ? 'out' : { first, last }
}
