import { getTranslations } from 'next-intl/server'
import { may } from '@/access/page'
import { Section } from '@/components/page'
import { overdueArrivals } from '@/db/read/capital-day'
import { holdsToReview } from '@/db/read/hold-over'
import { listIssues, ownIssues } from '@/db/read/issue'
import { overdueProcedures } from '@/db/read/procedure'
import { capitalList, usualCapitalFilter } from '@/domain/capital/filter'
import { dealSearch, defaultDealFilter } from '@/domain/deal/filter'
import { issueSearch, usualIssueFilter } from '@/domain/issue/filter'
import { words } from '@/domain/money/words'
import type { Permit } from '@/domain/policy/permit'
import { nameIn } from '@/domain/user/user'
import { ClockWords } from './day-side'
import { IssueLines } from './issue-lines'
import { naming } from './naming'

type Props = { permit: Permit<'day.read'>; mine: boolean }

/** What did not come, what is late on the way to an approval, what blocks, which holds are to be reviewed: nothing while there is none. */
export async function DayWork(props: Props) {
  return (
    <>
      <DayArrivals {...props} />
      <DayProcedures {...props} />
      <DayIssues {...props} />
      <DayHolds {...props} />
    </>
  )
}

/** Of the deals that one sees to as their case officer; for whoever decides, of the desks. */
async function DayArrivals({ permit, mine }: Props) {
  if (!(await may('capital.list'))) return null
  const [t, names] = await Promise.all([getTranslations('capital'), naming()])
  const asked = mine
    ? { officer: permit.actor.id }
    : { desks: permit.actor.headOf.map(id => names.desk(id).key) }
  const { rows, total } = await overdueArrivals(permit, asked)
  if (total === 0) return null
  const all = `/capital${capitalList.search({ ...usualCapitalFilter, ...asked })}`
  return (
    <Section id="arrivals" title={<a href={all}>{t('figure.capital_overdue')}</a>} count={total}>
      <ul className="rows">
        {rows.map(row => (
          <li key={row.id} className="flex items-start gap-2">
            <span className="min-w-0 flex-1">
              <a href={`/deals/${row.deal.number}/capital#plan-${row.id}`}>
                {nameIn(names.locale, row.deal.name, row.deal.names)}
              </a>
              <span className="block text-ink-2">
                {[row.money && words(row.money, names.locale), mine ? row.party : names.person(row.officerId)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <ClockWords due={row.on} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

async function DayProcedures({ permit, mine }: Props) {
  const { rows, total, more } = await overdueProcedures(permit, { mine, deskIds: permit.actor.headOf })
  if (total === 0) return null
  const [t, names] = await Promise.all([getTranslations('procedure.day'), naming()])
  const whose = mine
    ? { officer: permit.actor.id }
    : { desks: permit.actor.headOf.map(id => names.desk(id).key) }
  const all = `/deals${dealSearch(defaultDealFilter, { procedureOverdue: true, ...whose })}`
  return (
    <Section id="procedures" title={<a href={all}>{t('title')}</a>} count={more ? `${total}+` : total}>
      <ul className="rows">
        {rows.map(row => (
          <li key={row.id} className="flex items-start gap-2">
            <span className="min-w-0 flex-1">
              <a href={`/deals/${row.number}/procedures#step-${row.id}`}>
                {nameIn(names.locale, row.name, row.names)}
              </a>
              <span className="block text-ink-2">
                {[
                  nameIn(names.locale, row.deal, row.dealNames),
                  mine ? row.agency : names.person(row.officerId),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <ClockWords due={row.dueOn} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** One's own; for whoever decides, those of the desks that are overdue. */
async function DayIssues({ permit, mine }: Props) {
  const reads = await may('issue.read')
  if (!reads) return null
  const [t, names] = await Promise.all([getTranslations('issue.day'), naming()])
  const desks = permit.actor.headOf.map(id => names.desk(id).key)
  const filter = mine ? { ...usualIssueFilter, owner: permit.actor.id } : { ...usualIssueFilter, desks }
  const found = mine ? await ownIssues(reads) : await listIssues(reads, filter)
  if (found.total === 0) return null
  return (
    <Section
      id="issues"
      title={<a href={`/issues${issueSearch(filter)}`}>{t(mine ? 'title' : 'desk')}</a>}
      count={found.total > 1_000 ? '1000+' : found.total}
    >
      <IssueLines rows={found.rows.slice(0, 6)} record />
    </Section>
  )
}

async function DayHolds({ permit, mine }: Props) {
  const { rows, total } = await holdsToReview(permit, { mine })
  if (total === 0) return null
  const [t, names] = await Promise.all([getTranslations('day.holds'), naming()])
  const all = dealSearch(defaultDealFilter, {
    statuses: ['on_hold'],
    reviewDue: true,
    ...(mine && { officer: permit.actor.id }),
  })
  return (
    <Section
      id="holds"
      title={<a href={`/deals${all}`}>{t('title')}</a>}
      count={total >= 100 ? '100+' : total}
    >
      <ul className="rows">
        {rows.map(row => (
          <li key={row.id} className="flex items-start gap-2">
            <span className="min-w-0 flex-1">
              <a href={`/deals/${row.number}`}>{nameIn(names.locale, row.name, row.names)}</a>
              <span className="block text-ink-2">{names.person(row.officerId)}</span>
            </span>
            <span className="flex-none text-amber">{t('line', { date: names.day(row.reviewOn) })}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
