import { isIsoDate } from '@/domain/calendar/date'

/** What the log is asked for by its address. Anything that is not understood is named in `ignored`. */
export type AuditFilter = {
  view: 'changes' | 'exports' | 'sign_ins'
  /** Part of a login name or a name. */
  person: string
  noun: string
  outcome: string
  from: string | null
  to: string | null
  page: number
  ignored: string[]
}

export const auditViews = ['changes', 'exports', 'sign_ins'] as const
export const signInOutcomes = ['done', 'wrong', 'locked', 'disabled'] as const
export const auditNouns = [
  'lead',
  'deal',
  'company',
  'contact',
  'contact_detail',
  'event',
  'task',
  'first_contact',
  'duplicate',
  'cover',
  'review',
  'bulk',
  'import',
  'tag',
  'procedure_template',
  'user',
  'desk',
  'route',
  'industry',
  'country',
  'rate',
  'zone',
] as const
export const auditPageSize = 50

const known = ['view', 'person', 'noun', 'outcome', 'from', 'to', 'page', 'format']

export function readAuditFilter(query: Record<string, string | string[] | undefined>): AuditFilter {
  const ignored = Object.keys(query).filter(key => !known.includes(key))
  const one = (key: string) => {
    const value = query[key]
    return (Array.isArray(value) ? value[0] : value)?.trim() ?? ''
  }
  const oneOf = <T extends string>(key: string, words: readonly T[]): T | '' => {
    const value = one(key)
    if (value === '' || (words as readonly string[]).includes(value)) return value as T | ''
    ignored.push(key)
    return ''
  }
  const date = (key: string) => {
    const value = one(key)
    if (value !== '' && !isIsoDate(value)) ignored.push(key)
    return isIsoDate(value) ? value : null
  }
  const page = Number(one('page') || 1)
  if (!Number.isInteger(page) || page < 1 || page > 1_000_000) ignored.push('page')
  return {
    view: oneOf('view', auditViews) || 'changes',
    person: one('person').slice(0, 100),
    noun: oneOf('noun', auditNouns),
    outcome: oneOf('outcome', signInOutcomes),
    from: date('from'),
    to: date('to'),
    page: ignored.includes('page') ? 1 : page,
    ignored,
  }
}

/** The same filter as an address; what stands by itself is left out. */
export function auditAddress(
  filter: AuditFilter,
  change: Partial<AuditFilter & { format: string }> = {},
): string {
  const next = { ...filter, page: 1, ...change }
  const query = new URLSearchParams()
  if (next.view !== 'changes') query.set('view', next.view)
  for (const key of ['person', 'noun', 'outcome', 'from', 'to'] as const)
    if (next[key]) query.set(key, String(next[key]))
  if (next.page > 1) query.set('page', String(next.page))
  if (next.format) query.set('format', next.format)
  return query.size > 0 ? `?${query}` : ''
}
