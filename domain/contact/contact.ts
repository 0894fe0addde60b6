import type { Locale, Names } from '@/domain/user/user'

/** The nouns of a contact: a person at a company. */

export const consents = ['unknown', 'given', 'refused'] as const
export type Consent = (typeof consents)[number]

/** What policy may mask (domain/policy/table.ts, contactDetails). */
export type ContactDetails = { phones: string[]; email: string | null; wechat: string | null }

export type ContactFields = {
  companyId: number | null
  name: string
  names: Names
  title: string | null
  language: Locale | null
  consent: Consent
  note: string | null
}
