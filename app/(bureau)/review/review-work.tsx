import { getTranslations } from 'next-intl/server'
import { may } from '@/access/page'
import { Section } from '@/components/page'
import { countDeals } from '@/db/read/deal'
import { capitalFigures } from '@/db/read/figure/capital'
import { listIssues } from '@/db/read/issue'
import { capitalList } from '@/domain/capital/filter'
import { dealSearch, defaultDealFilter } from '@/domain/deal/filter'
import { capitalFigureFilter } from '@/domain/figure/capital'
import { issueSearch, usualIssueFilter } from '@/domain/issue/filter'
import type { Sum } from '@/domain/money/sum'
import { SumWords } from '../amount'

type Line = {
  key: string
  label: string
  href: string
  count: number
  more?: boolean
  late: boolean
  sum?: Sum
}
const MOST = 1_000
const capitalKeys = ['capital_expected', 'capital_overdue'] as const

type Asked = { desks: readonly string[]; asOf: string | null }

/** Capital that is expected and overdue, procedures that are late, issues that block: each number opens its rows. */
export async function ReviewWork({ desks, asOf }: Asked) {
  const [t, lines] = await Promise.all([
    getTranslations('review.work'),
    // procedures and issues are known of today only
    Promise.all([capitalLines(desks, asOf), ...(asOf ? [] : [procedureLines(desks), issueLines(desks)])]),
  ])
  return (
    <Section id="work" title={t('title')}>
      <ul className="rows">
        {lines.flat().map(({ key, label, href, count, more, late, sum }) => (
          <li key={key} className="flex items-baseline gap-2">
            <span className="min-w-0 flex-1">
              {count > 0 ? <a href={href}>{label}</a> : label}
              {sum && count > 0 ? (
                <span className="block text-12 text-ink-2">
                  <SumWords sum={sum} />
                </span>
              ) : null}
            </span>
            <b className={late && count > 0 ? 'text-red' : undefined}>{more ? `${MOST}+` : count}</b>
          </li>
        ))}
      </ul>
    </Section>
  )
}

async function capitalLines(desks: readonly string[], asOf: string | null): Promise<Line[]> {
  const permit = await may('capital.list')
  if (!permit) return []
  const t = await getTranslations('capital.figure')
  const sums = await capitalFigures(permit, capitalKeys, { desks, asOf })
  return capitalKeys.map(key => ({
    key,
    label: t(key),
    href: `/capital${capitalList.search(capitalFigureFilter(key, { desks, asOf }))}`,
    count: sums[key].count,
    late: key === 'capital_overdue',
    sum: sums[key],
  }))
}

async function procedureLines(desks: readonly string[]): Promise<Line[]> {
  const permit = await may('deal.read')
  if (!permit) return []
  const t = await getTranslations('review.work')
  const filter = { ...defaultDealFilter, desks, procedureOverdue: true }
  const { total } = await countDeals(permit, filter)
  return [
    {
      key: 'procedures',
      label: t('procedures'),
      href: `/deals${dealSearch(filter)}`,
      count: total.count,
      late: true,
    },
  ]
}

async function issueLines(desks: readonly string[]): Promise<Line[]> {
  const permit = await may('issue.read')
  if (!permit) return []
  const t = await getTranslations('review.work')
  const filter = { ...usualIssueFilter, desks }
  const { groups, total } = await listIssues(permit, filter)
  const overdue = groups.reduce((sum, group) => sum + group.overdue, 0)
  const line = (key: 'open' | 'overdue', count: number): Line => ({
    key: `issues.${key}`,
    label: t(`issues.${key}`),
    href: `/issues${issueSearch(filter, key === 'overdue' ? { due: 'overdue' } : {})}`,
    count: Math.min(count, MOST),
    more: count > MOST,
    late: key === 'overdue',
  })
  return [line('open', total), line('overdue', overdue)]
}
