import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/button'
import { Section } from '@/components/page'
import type { LateClocks } from '@/db/read/clock-late'
import type { WaitingAppraisal } from '@/db/read/lead-appraisal'
import type { LeadRow } from '@/db/read/lead-row'
import { clockSearch, defaultClockFilter } from '@/domain/clock/filter'
import { defaultDealColumns } from '@/domain/deal/column'
import { dealSearch, defaultDealFilter } from '@/domain/deal/filter'
import { defaultLeadFilter, leadSearch } from '@/domain/lead/filter'
import { ClockMark } from './clock-mark'
import { naming } from './naming'

const line = 'flex items-start gap-2'

/** Appraisals that wait for this person's verdict. */
export async function DayToJudge({ appraisals }: { appraisals: readonly WaitingAppraisal[] }) {
  const [t, lead, names] = await Promise.all([
    getTranslations('clock.day'),
    getTranslations('lead.verdict'),
    naming(),
  ])
  return (
    <Section id="judge" title={t('judge')} count={appraisals.length}>
      {appraisals.length === 0 ? <p className="text-ink-2">{t('judgeNone')}</p> : null}
      <ul className="rows">
        {appraisals.map(one => (
          <li key={one.number} className={line}>
            <span className="min-w-0 flex-1">
              <a href={`/leads/${one.number}`}>{one.name}</a>
              <span className="block text-ink-2">
                {t('judgeLine', { name: names.person(one.askedBy), verdict: lead(one.verdict) })}
              </span>
            </span>
            <LinkButton small look="outlined" href={`/leads/${one.number}#waiting`}>
              {t('open')}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Clocks of one's desks that have run out, the oldest first. `desks`: their keys; none is the whole bureau. */
export async function DayLate({ late, desks }: { late: LateClocks; desks: readonly string[] }) {
  const [t, clock, names] = await Promise.all([
    getTranslations('clock.day'),
    getTranslations('clock'),
    naming(),
  ])
  const leads = `/leads${leadSearch({ ...defaultLeadFilter, desks, clock: 'overdue' })}`
  const columns = [...defaultDealColumns, 'clock'] as const
  const deals = `/deals${dealSearch({ ...defaultDealFilter, desks, clock: 'overdue', columns })}`
  return (
    <Section
      id="late"
      title={t('late')}
      count={late.more ? `${late.total}+` : late.total}
      aside={
        <a className="link" href={`/clocks${clockSearch({ ...defaultClockFilter, desks })}`}>
          {t('record')}
        </a>
      }
    >
      {late.total === 0 ? <p className="text-ink-2">{t('lateNone')}</p> : null}
      <ul className="rows">
        {late.rows.map(row => (
          <li key={`${row.number} ${row.kind}`} className={line}>
            <span className="min-w-0 flex-1">
              <a href={`/${row.noun}s/${row.number}`}>{row.name}</a>
              <span className="block text-ink-2">
                {clock(`kind.${row.kind}`)} · {names.person(row.officerId) || clock('nobody')}
              </span>
            </span>
            <ClockMark kind={row.kind} due={row.due} />
          </li>
        ))}
      </ul>
      {late.total > late.rows.length ? (
        <p className="flex gap-3">
          <a className="link" href={leads}>
            {t('allLeads')}
          </a>
          <a className="link" href={deals}>
            {t('allDeals')}
          </a>
        </p>
      ) : null}
    </Section>
  )
}

/** Leads whose introducer waits to be told; nothing where nobody waits. */
export async function DayUntold(props: { leads: readonly LeadRow[]; count: number; href: string }) {
  const t = await getTranslations('lead')
  if (props.count === 0) return null
  return (
    <Section title={<a href={props.href}>{t('filter.tell')}</a>} count={props.count}>
      <ul className="rows">
        {props.leads.map(lead => (
          <li key={lead.id} className={line}>
            <span className="min-w-0 flex-1">
              <a href={`/leads/${lead.number}#tell`}>{lead.name}</a>
              <span className="block text-ink-2">{lead.introducedBy}</span>
            </span>
            <ClockMark kind="tell" due={lead.tellDue} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
