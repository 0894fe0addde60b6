import { mergeFields } from './field'
import type { MergeNoun } from './merge'

/** The fields of a merge that a record's log calls changed: a line says `company` where the field is `companyId`. */
export function fieldsChanged(noun: MergeNoun, logged: readonly string[]): string[] {
  const named = new Set(logged.map(plain))
  return mergeFields[noun]
    .filter(({ key, columns }) => [key, ...columns].some(one => named.has(plain(one))))
    .map(({ key }) => key)
}

const plain = (key: string) => key.replace(/(Id|Minor)$/, '')
