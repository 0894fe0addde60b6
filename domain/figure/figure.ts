/**
 * What is counted, by one definition each: a stock stands as of a day, a flow happened within a period; the two are
 * never added. `version` rises when the definition changes.
 */
export const figures = {
  deals_in_negotiation: { kind: 'stock', unit: 'deals', version: 1 },
  deals_in_entry_procedures: { kind: 'stock', unit: 'deals', version: 1 },
  deals_approved_in_period: { kind: 'flow', unit: 'deals', version: 1 },
  intents_signed_in_period: { kind: 'flow', unit: 'deals', version: 2 },
  agreements_signed_in_period: { kind: 'flow', unit: 'deals', version: 1 },
} as const satisfies Record<string, { kind: 'stock' | 'flow'; unit: 'deals'; version: number }>

export type FigureKey = keyof typeof figures
export type StockKey = {
  [K in FigureKey]: (typeof figures)[K]['kind'] extends 'stock' ? K : never
}[FigureKey]
export type FlowKey = Exclude<FigureKey, StockKey>

/** A stock with its day, or a flow with its first and last day. */
export type FigureAsked = { key: StockKey; asOf: string } | { key: FlowKey; from: string; to: string }
