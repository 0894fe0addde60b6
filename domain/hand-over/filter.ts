/** What the page of hand-overs shows: what waits, or what was decided. */
export const handOverViews = ['open', 'decided'] as const
export type HandOverView = (typeof handOverViews)[number]
export type HandOverFilter = { view: HandOverView; page: number }

/** From the address; what it does not know stands at its default. */
export function readHandOverFilter({ view, page }: { view?: unknown; page?: unknown }): HandOverFilter {
  const n = Number(page)
  return {
    view: handOverViews.find(one => one === view) ?? 'open',
    page: Number.isInteger(n) && n >= 1 && n <= 10_000 ? n : 1,
  }
}
