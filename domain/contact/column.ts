import type { Locale } from '@/domain/user/user'

/** The columns of the list of contacts and of its export, in their order of offer: all that an import reads of one. */
export const contactColumns = [
  'number',
  'name',
  'company',
  'title',
  'phones',
  'email',
  'wechat',
  'language',
  'consent',
  'updated',
  'name_zh_hans',
  'name_zh_hant',
  'name_en',
  'name_ja',
  'name_ko',
  'note',
  'created',
] as const
export type ContactColumn = (typeof contactColumns)[number]

/** What stands in the table before anybody chooses. */
export const defaultContactColumns: readonly ContactColumn[] = contactColumns.slice(0, 10)

export const contactSortColumn = { name: 'name', number: 'number', updated: 'updated' } as const

export const nameColumns = {
  name_zh_hans: 'zh-Hans',
  name_zh_hant: 'zh-Hant',
  name_en: 'en',
  name_ja: 'ja',
  name_ko: 'ko',
} as const satisfies Partial<Record<ContactColumn, Locale>>
