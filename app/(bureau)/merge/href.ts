import type { Route } from 'next'
import type { Choices, Side } from '@/domain/merge/choose'
import { sides } from '@/domain/merge/choose'
import { CHOOSE } from '@/domain/merge/input'

/** `since`: the moment of what was on the screen, ISO. */
type More = { choices?: Choices; changed?: string; since?: string }

/** The address of two records side by side; with what was chosen, and which of them was changed meanwhile. */
export function besideHref(kept: string, other: string, { choices = {}, changed, since }: More = {}): Route {
  const asked = new URLSearchParams({ with: other })
  for (const [key, side] of Object.entries(choices)) asked.set(`${CHOOSE}${key}`, side)
  if (changed) asked.set('changed', changed)
  if (since) asked.set('since', since)
  return `/merge/${kept}?${asked}` as Route
}

/** The moment in an address; null for what is none. */
export function momentIn(text: string): Date | null {
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? null : at
}

/** What an address says was chosen. */
export function choicesIn(params: Record<string, string | string[] | undefined>): Choices {
  const chosen = Object.entries(params).filter(
    ([name, side]) => name.startsWith(CHOOSE) && sides.includes(side as Side),
  )
  return Object.fromEntries(chosen.map(([name, side]) => [name.slice(CHOOSE.length), side as Side]))
}
