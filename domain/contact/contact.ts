/** The nouns of a contact: a person at a company. */

export const consents = ['unknown', 'given', 'refused'] as const
export type Consent = (typeof consents)[number]
