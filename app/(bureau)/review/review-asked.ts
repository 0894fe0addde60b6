import type { Reference } from '@/db/read/reference'
import { isIsoDate } from '@/domain/calendar/date'
import type { Actor } from '@/domain/policy/actor'

/** What a page of ours finds in its address. */
export type Asked = Record<string, string | string[] | undefined>

type Desk = Reference['desks'][number]
/** `deskId` null: of the bureau, or of all desks that are one's own; `desks`: their keys, none for all. */
export type ReviewAsked = {
  deskId: number | null
  deskKey: string | null
  desks: readonly string[]
  offered: readonly Desk[]
  since: string | null
  /** An earlier day, as it stood then. */
  asOf: string | null
}

/** Whose review an address asks for, within what the person may see; who has one desk begins with it. */
export function reviewAsked(
  { role, deskIds }: Pick<Actor, 'role' | 'deskIds'>,
  desks: readonly Desk[],
  { desk, since, asOf: on }: Asked,
  today: string,
): ReviewAsked {
  const all = role === 'director' || role === 'viewer'
  const offered = all ? desks : desks.filter(({ id }) => deskIds.includes(id))
  const chosen =
    offered.find(({ key }) => key === desk) ?? (offered.length === 1 && !all ? offered[0] : undefined)
  const asOf = isIsoDate(on) && on < today ? on : null
  return {
    deskId: chosen?.id ?? null,
    deskKey: chosen?.key ?? null,
    desks: chosen ? [chosen.key] : all ? [] : offered.map(({ key }) => key),
    offered,
    since: isIsoDate(since) && since <= (asOf ?? today) ? since : null,
    asOf,
  }
}

/** The address of a review page with these words. */
export function reviewHref(
  asked: { deskKey?: string | null; since?: string | null; asOf?: string | null },
  path = '/review',
): string {
  const said = new URLSearchParams()
  if (asked.deskKey) said.set('desk', asked.deskKey)
  if (asked.since) said.set('since', asked.since)
  if (asked.asOf) said.set('asOf', asked.asOf)
  return said.size > 0 ? `${path}?${said}` : path
}
