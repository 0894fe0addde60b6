import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { IconName } from '@/components/icon'
import { naming } from './naming'

/** One question of a filter: how it stands in words, what takes it away, and how it is asked. */
export type ListField<F> = {
  key: string
  label: string
  /** Empty where nothing is asked for. */
  value: string
  without: Partial<F>
  /** Its inputs; their names are those of the address. */
  ask?: () => ReactNode
  /** Stands behind one chip with others until it is set. */
  rare?: boolean
  /** Asked by one click instead: each a filter that is on or off. */
  marks?: readonly FieldMark<F>[]
}
export type FieldMark<F> = {
  label: string
  on: boolean
  to: Partial<F>
  look: 'warn' | 'add'
  icon?: IconName
}

/** The filter in words: for paper, and for the head of a file. */
export async function fieldsInWords<F>(fields: readonly ListField<F>[]): Promise<string> {
  const { colon, semicolon } = await naming()
  const set = fields.filter(({ value }) => value)
  return set.map(({ label, value }) => label + colon + value).join(semicolon)
}

/** The lines above the head of a file: its title, the filter in words, and the day that it shows. */
export async function aboutList<F>(title: string, fields: readonly ListField<F>[], day: string) {
  const [common, { colon }, words] = await Promise.all([
    getTranslations('common'),
    naming(),
    fieldsInWords(fields),
  ])
  return [title, common('list.filters') + colon + (words || common('say.none')), day]
}
