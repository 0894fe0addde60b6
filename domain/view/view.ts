import type { Actor } from '@/domain/policy/actor'

/** The lists of which a view can be kept. */
export const viewLists = ['leads', 'deals', 'companies', 'contacts'] as const
export type ViewList = (typeof viewLists)[number]

/** Whose a view is: one's own, a desk's, or everybody's. */
export const viewScopes = ['mine', 'desk', 'bureau'] as const
export type ViewScope = (typeof viewScopes)[number]
export type ViewPlace = { scope: 'mine' | 'bureau'; deskId: null } | { scope: 'desk'; deskId: number }

/** More than these nobody finds again; in each place, for each list. */
export const MOST_VIEWS = 30

/** A kept address of a list: its filter, order and columns, under a name. */
export type View = {
  id: number
  list: ViewList
  name: string
  /** `?…`, as the list says its filter; empty for the list as it is by itself. */
  search: string
  scope: ViewScope
  deskId: number | null
  userId: number
  version: number
}

/** Where this person may keep a view: anybody one's own; a head his desks'; the director every desk's and the bureau's. */
export function mayKeepView(
  actor: Pick<Actor, 'id' | 'role' | 'headOf'>,
  { scope, deskId }: { scope: ViewScope; deskId: number | null },
): boolean {
  if (scope === 'mine') return true
  if (actor.role === 'director') return true
  return scope === 'desk' && deskId !== null && actor.role === 'manager' && actor.headOf.includes(deskId)
}

/** Who may rename, overwrite, share or delete a view that he sees. */
export const mayChangeView = (
  actor: Pick<Actor, 'id' | 'role' | 'headOf'>,
  view: Pick<View, 'scope' | 'deskId' | 'userId'>,
): boolean => (view.scope === 'mine' ? view.userId === actor.id : mayKeepView(actor, view))

/** How a form names a place: `mine`, `bureau`, `desk:3`. */
export const placeWord = ({ scope, deskId }: { scope: ViewScope; deskId: number | null }): string =>
  scope === 'desk' ? `desk:${deskId}` : scope

export function placeOf(word: string): ViewPlace | null {
  if (word === 'mine' || word === 'bureau') return { scope: word, deskId: null }
  const [, desk] = /^desk:(\d{1,15})$/.exec(word) ?? []
  return desk ? { scope: 'desk', deskId: Number(desk) } : null
}

/** A view's address: the list with its filter, and which view it is. */
export function viewHref({ id, list, search }: Pick<View, 'id' | 'list' | 'search'>): string {
  return `/${list}${search}${search ? '&' : '?'}view=${id}`
}
