import { type Actor, writingDesks } from '@/domain/policy/actor'
import type { Field } from './fields/field'
import { type ImportNoun, nounFields } from './noun'

type Who = Pick<Actor, 'role' | 'deskIds' | 'headOf'>

/**
 * The fields that a sheet may hold, each `required` as the check of a new row by this person refuses it: a head is the
 * officer of what names none, on his one desk.
 */
export function fieldsFor(noun: ImportNoun, who: Who): Field[] {
  const isHead = who.role === 'manager'
  const known = new Set([
    ...(isHead ? ['officerId'] : []),
    ...(isHead && writingDesks(who).length === 1 ? ['deskId'] : []),
  ])
  return nounFields[noun].fields
    .filter(({ kind }) => kind.is !== 'derived')
    .map(field => (known.has(field.key) ? { ...field, required: false } : field))
}
