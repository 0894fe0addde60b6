/** The facts that keep their dates (domain.md §1), as far as leads and deals have them. */
export const factKinds = ['stage', 'status', 'desk', 'total_investment'] as const
export type FactKind = (typeof factKinds)[number]
