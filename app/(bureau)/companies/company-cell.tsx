import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { CompanyRow } from '@/db/read/company'
import type { CompanyColumn } from '@/domain/company/column'
import { nameIn } from '@/domain/user/user'
import { naming } from '../naming'
import { TagMarks } from '../tag-marks'

/** Number columns are right-aligned; the classes for a phone say which cells make the card. */
export const cellClass: Partial<Record<CompanyColumn, string>> = {
  number: 'no',
  name: 'nm c1',
  country: 'w c2',
  kind: 'w',
  industry: 'c3',
  in_zone: 'w',
  contacts: 'n',
  leads: 'n',
  deals: 'n cr',
  updated: 'w q',
  created: 'w q',
  credit_code: 'w',
}

type Cells = Record<CompanyColumn, (company: CompanyRow) => ReactNode>

/** What stands in each column, with the reader's names; made once a page, not once a cell. */
export async function companyCells(): Promise<Cells> {
  const [names, t, common] = await Promise.all([
    naming(),
    getTranslations('company'),
    getTranslations('common.say'),
  ])
  const none = <span className="text-ink-3">{common('none')}</span>
  const notStated = <span className="text-ink-3">{common('notStated')}</span>
  const counted = (n: number) => (n === 0 ? none : n)
  return {
    number: company => <a href={`/companies/${company.number}`}>{company.number}</a>,
    name: company => {
      const other = nameIn(names.locale, company.name, company.names)
      return (
        <span className="two" title={company.name}>
          <span lang={company.nameLocale ?? undefined}>{company.name}</span>
          {other === company.name ? null : <span className="text-ink-3"> {other}</span>}
        </span>
      )
    },
    country: company => names.country(company.country),
    kind: company => (company.kind ? t(`kind.${company.kind}`) : notStated),
    industry: company => names.industry(company.industryId) || notStated,
    in_zone: company => (company.inZone ? common('yes') : none),
    contacts: company => counted(company.contacts),
    leads: company => counted(company.leads),
    deals: company => counted(company.deals),
    updated: company => (
      <time dateTime={company.updatedAt.toISOString()}>{names.moment(company.updatedAt)}</time>
    ),
    tags: company => (company.tags?.length ? <TagMarks tags={company.tags} /> : none),
    segment: company => (company.segment ? t(`segment.${company.segment}`) : notStated),
    origin: company => (company.origin ? t(`origin.${company.origin}`) : notStated),
    credit_code: company => company.creditCode ?? notStated,
    parent: company => company.parentName ?? none,
    website: company =>
      company.website ? (
        <a className="link" href={company.website} target="_blank" rel="noreferrer">
          {new URL(company.website).host}
        </a>
      ) : (
        none
      ),
    created: company => (
      <time dateTime={company.createdAt.toISOString()}>{names.moment(company.createdAt)}</time>
    ),
  }
}
