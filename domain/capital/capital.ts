/** The nouns of a deal's capital (资金): the source for the tables' CHECKs, the inputs and the select boxes. */

/** Where the party comes from. The first two count as foreign capital, Hong Kong, Macao and Taiwan included. */
export const partOrigins = ['abroad', 'hk_mo_tw', 'elsewhere', 'this_province', 'this_city'] as const
export type PartOrigin = (typeof partOrigins)[number]

/** Total investment is registered capital and loans: of the partners themselves, of a bank, of others. */
export const partKinds = ['registered', 'partner_loan', 'bank_loan', 'other_loan'] as const
export type PartKind = (typeof partKinds)[number]

/** What it is paid in. A loan is paid in cash. */
export const capitalForms = ['cash', 'shares', 'equipment', 'intellectual_property', 'land', 'other'] as const
export type CapitalForm = (typeof capitalForms)[number]

/**
 * An arrival is proposed by one and confirmed or returned by another. A correction is another arrival that takes the
 * place of the one it names when it is confirmed.
 */
export const arrivalStates = ['proposed', 'confirmed', 'returned', 'superseded'] as const
export type ArrivalState = (typeof arrivalStates)[number]

/** What the deal of a row is, kept beside the row (db/sql/48_capital.sql): deleted, not active, or its stage. */
export const standings = ['gone', 'resting', 'negotiation', 'entry_procedures', 'approved'] as const
export type Standing = (typeof standings)[number]
export const activeStandings = ['negotiation', 'entry_procedures', 'approved'] as const satisfies Standing[]

const foreignOrigins: readonly PartOrigin[] = ['abroad', 'hk_mo_tw']

export const isForeign = (origin: PartOrigin): boolean => foreignOrigins.includes(origin)

/** Which side of the deal: foreign or domestic. */
export const sides = ['foreign', 'domestic'] as const
export type Side = (typeof sides)[number]
export const originsOf = (side: Side): readonly PartOrigin[] =>
  partOrigins.filter(origin => isForeign(origin) === (side === 'foreign'))
