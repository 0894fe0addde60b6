import { companyFields } from './fields/company'
import { contactFields } from './fields/contact'
import { dealFields } from './fields/deal'
import type { Field } from './fields/field'
import { leadFields } from './fields/lead'

/** What can be imported. */
export const importNouns = ['lead', 'company', 'contact', 'deal'] as const
export type ImportNoun = (typeof importNouns)[number]

export type NounFields = {
  /** In the order of the template. */
  fields: readonly Field[]
  /** What tells which record a row means, the surest first: by the first of them that a row holds. */
  keys: readonly string[]
}

export const nounFields: Record<ImportNoun, NounFields> = {
  lead: { fields: leadFields, keys: ['number', 'name'] },
  company: { fields: companyFields, keys: ['number', 'creditCode', 'name'] },
  contact: { fields: contactFields, keys: ['number', 'name'] },
  deal: { fields: dealFields, keys: ['number', 'name'] },
}

export function fieldOf(noun: ImportNoun, key: string): Field | undefined {
  return nounFields[noun].fields.find(field => field.key === key)
}
