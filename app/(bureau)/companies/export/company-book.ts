import { getTranslations } from 'next-intl/server'
import { aboutList } from '@/app/(bureau)/list-field'
import { naming } from '@/app/(bureau)/naming'
import { type CompanyRow, eachCompany } from '@/db/read/company'
import type { CompanyColumn } from '@/domain/company/column'
import type { CompanyFilter } from '@/domain/company/filter'
import type { Permit } from '@/domain/policy/permit'
import type { Book } from '@/domain/spreadsheet/book'
import { type Cell, integer, moment, text } from '@/domain/spreadsheet/cell'
import { tagNames } from '@/domain/tag/tag'
import { companyFields } from '../company-fields'

/** The list as it stands on the screen, as a workbook: same columns, rows and order, all of them. */
export async function companyBook(
  permit: Permit<'company.export'>,
  filter: CompanyFilter,
  columns: readonly CompanyColumn[],
): Promise<Book<CompanyRow>> {
  const [t, common, names, fields] = await Promise.all([
    getTranslations('company'),
    getTranslations('common'),
    naming(),
    companyFields(filter),
  ])
  const { timezone } = names.ref.zone
  const cells: Record<CompanyColumn, [(row: CompanyRow) => Cell, width?: number]> = {
    number: [row => text(row.number), 14],
    name: [row => text(row.name), 36],
    country: [row => text(names.country(row.country)), 12],
    kind: [row => text(row.kind && t(`kind.${row.kind}`)), 12],
    industry: [row => text(names.industry(row.industryId)), 16],
    in_zone: [row => text(row.inZone ? common('say.yes') : ''), 8],
    contacts: [row => integer(row.contacts)],
    leads: [row => integer(row.leads)],
    deals: [row => integer(row.deals)],
    updated: [row => moment(row.updatedAt, timezone), 18],
    tags: [row => text(tagNames(row.tags, names.comma)), 24],
    segment: [row => text(row.segment && t(`segment.${row.segment}`)), 14],
    origin: [row => text(row.origin && t(`origin.${row.origin}`)), 14],
    credit_code: [row => text(row.creditCode), 22],
    parent: [row => text(row.parentName), 30],
    website: [row => text(row.website), 30],
    created: [row => moment(row.createdAt, timezone), 18],
  }
  return {
    name: t('title'),
    locale: names.locale,
    about: await aboutList(t('title'), fields, `${names.fullDay(names.today)} · ${t('reach')}`),
    columns: columns.map(key => ({
      key,
      header: t(`column.${key}`),
      cell: cells[key][0],
      width: cells[key][1],
    })),
    rows: eachCompany(permit, filter),
    now: new Date(),
  }
}
