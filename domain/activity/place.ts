/** A place in a history: its moment in microseconds since 1970, activity before change (1, 0), the line's id. */
export type HistoryPlace = { micros: bigint; rank: 0 | 1; id: number }

/** As it stands in an address: `1767225600000000-1-42`. */
export const sayPlace = ({ micros, rank, id }: HistoryPlace): string => `${micros}-${rank}-${id}`

/** What an address says; null, which means the newest, for anything else. */
export function readPlace(said: unknown): HistoryPlace | null {
  const [, micros, rank, id] = (typeof said === 'string' && /^(\d{1,17})-([01])-(\d{1,15})$/.exec(said)) || []
  return micros && rank && id ? { micros: BigInt(micros), rank: rank === '1' ? 1 : 0, id: Number(id) } : null
}
