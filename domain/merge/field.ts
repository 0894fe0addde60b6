import { type Locale, locales } from '@/domain/user/user'
import type { MergeNoun } from './merge'

/**
 * A field that is chosen when two records become one. `columns` go together (an amount with its currency and rate); two
 * values are the same when the first `by` of them are, all unless said. `locale`: one language of `names`. `both`: the
 * two can stand together, as lines of text or as entries of a list.
 */
export type MergeField = {
  key: string
  columns: readonly string[]
  by?: number
  locale?: Locale
  both?: 'text' | 'list'
  /** Columns that hold the id of a record, told by its name. */
  link?: 'company' | 'contact' | 'event' | 'lead'
}

const one = (...keys: string[]): MergeField[] => keys.map(key => ({ key, columns: [key] }))
const link = (key: string, of: NonNullable<MergeField['link']>): MergeField => ({
  key,
  columns: [key],
  link: of,
})
const names: MergeField[] = locales.map(locale => ({ key: `names.${locale}`, columns: ['names'], locale }))
const place: MergeField = { key: 'country', columns: ['country', 'province'] }
const note: MergeField = { key: 'note', columns: ['note'], both: 'text' }
const nextStep: MergeField = { key: 'nextStep', columns: ['nextStep', 'nextStepOn'] }
const amount = (key: string, ...more: string[]): MergeField => ({
  key,
  columns: [`${key}Minor`, `${key}Currency`, `${key}Rate`, `${key}Cny`, ...more],
  by: 2,
})

/**
 * What is chosen. Number, stage, status, desk, case officer, clocks, appraisal and approval are not: each record keeps
 * its own, and those of the kept one stand.
 */
export const mergeFields: Record<MergeNoun, readonly MergeField[]> = {
  company: [
    { key: 'name', columns: ['name', 'nameLocale'], by: 1 },
    ...names,
    place,
    ...one('origin', 'kind', 'segment', 'industryId', 'creditCode', 'website'),
    link('parentId', 'company'),
    ...one('inZone'),
    note,
  ],
  contact: [
    ...one('name'),
    ...names,
    link('companyId', 'company'),
    ...one('title', 'language', 'consent'),
    { key: 'phones', columns: ['phones'], both: 'list' },
    ...one('email', 'wechat'),
    note,
  ],
  lead: [
    { key: 'name', columns: ['name', 'nameLocale'], by: 1 },
    link('companyId', 'company'),
    link('contactId', 'contact'),
    place,
    ...one('industryId', 'source'),
    link('eventId', 'event'),
    ...one('introducedBy'),
    { key: 'need', columns: ['need'], both: 'text' },
    ...one('landAsked'),
    amount('intended'),
    nextStep,
    note,
  ],
  deal: [
    ...one('name'),
    ...names,
    link('companyId', 'company'),
    link('contactId', 'contact'),
    ...one('partner', 'target'),
    place,
    ...one('industryId', 'highTech', 'form'),
    { key: 'content', columns: ['content'], both: 'text' },
    ...one('source'),
    link('eventId', 'event'),
    link('leadId', 'lead'),
    {
      ...amount('total', 'totalOn'),
      columns: ['totalMinor', 'totalCurrency', 'totalNotStated', 'totalRate', 'totalCny', 'totalOn'],
      by: 3,
    },
    amount('foreign', 'foreignOn'),
    { key: 'entryDocumentKind', columns: ['entryDocumentKind', 'entryDocumentOn', 'entryDocumentReference'] },
    { key: 'intentOn', columns: ['intentOn', 'intentReference'] },
    { key: 'agreementOn', columns: ['agreementOn', 'agreementReference'] },
    ...one('approvalExpectedOn'),
    ...one('landM2', 'jobs', 'outputCny', 'taxCny'),
    nextStep,
    note,
  ],
}
