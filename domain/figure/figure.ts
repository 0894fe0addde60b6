/**
 * What is counted, by one definition each: a stock stands as of a day, a flow happened within a period; the two are
 * never added. Deals are counted and their totals added; of capital the yuan are added. `version` rises when the
 * definition changes.
 */
export const figures = {
  deals_in_negotiation: { kind: 'stock', unit: 'deals', version: 1 },
  deals_in_entry_procedures: { kind: 'stock', unit: 'deals', version: 1 },
  deals_approved_in_period: { kind: 'flow', unit: 'deals', version: 1 },
  intents_signed_in_period: { kind: 'flow', unit: 'deals', version: 2 },
  agreements_signed_in_period: { kind: 'flow', unit: 'deals', version: 1 },
  capital_committed: { kind: 'stock', unit: 'yuan', version: 1 },
  capital_approved: { kind: 'stock', unit: 'yuan', version: 1 },
  contracted_foreign_capital: { kind: 'stock', unit: 'yuan', version: 1 },
  capital_overdue: { kind: 'stock', unit: 'yuan', version: 1 },
  capital_waiting: { kind: 'stock', unit: 'yuan', version: 1 },
  capital_expected: { kind: 'flow', unit: 'yuan', version: 1 },
  funds_received: { kind: 'flow', unit: 'yuan', version: 1 },
  foreign_capital_used: { kind: 'flow', unit: 'yuan', version: 1 },
  domestic_capital_attracted: { kind: 'flow', unit: 'yuan', version: 1 },
} as const satisfies Record<string, { kind: 'stock' | 'flow'; unit: 'deals' | 'yuan'; version: number }>

export type FigureKey = keyof typeof figures
type Of<What> = { [K in FigureKey]: (typeof figures)[K] extends What ? K : never }[FigureKey]
export type StockKey = Of<{ kind: 'stock'; unit: 'deals' }>
export type FlowKey = Of<{ kind: 'flow'; unit: 'deals' }>
export type CapitalFigureKey = Of<{ unit: 'yuan' }>

/** A stock of deals with its day, or a flow with its first and last day. */
export type FigureAsked = { key: StockKey; asOf: string } | { key: FlowKey; from: string; to: string }
