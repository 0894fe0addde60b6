import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/button'
import { Icon } from '@/components/icon'
import { ListKeys } from '@/components/list-keys'
import { DayColumns, EmptyState, Page, PageHead, Section } from '@/components/page'
import { dueSteps } from '@/db/read/day'
import { firstDeals } from '@/db/read/deal'
import { stuckDeals } from '@/db/read/figure/deal'
import { firstLeads } from '@/db/read/lead-list'
import type { LeadRow } from '@/db/read/lead-row'
import { type DealStage, dealStages } from '@/domain/deal/deal'
import { dealSearch, defaultDealFilter } from '@/domain/deal/filter'
import type { DealRow } from '@/domain/deal/row'
import { defaultLeadFilter, leadSearch } from '@/domain/lead/filter'
import { leadStages } from '@/domain/lead/lead'
import type { Permit } from '@/domain/policy/permit'
import { nameIn } from '@/domain/user/user'
import { AmountWords } from './amount'
import { countWords } from './count-words'
import { DayUntold } from './day-clocks'
import { DayCover } from './day-cover'
import { DayReview } from './day-review'
import { ClockWords, DayDue, DayStuck } from './day-side'
import { DayTasks } from './day-tasks'
import { DayWork } from './day-work'
import { naming } from './naming'

type Permits = { day: Permit<'day.read'>; lead: Permit<'lead.read'>; deal: Permit<'deal.read'> }

/** An officer's day: next steps first, own leads by clock, own deals by stage. */
export async function DayOfficer({ day, lead, deal }: Permits) {
  const mine = day.actor.id
  const dealFilter = { ...defaultDealFilter, officer: mine }
  const leadFilter = { ...defaultLeadFilter, officer: mine }
  const tellFilter = { ...leadFilter, stages: leadStages, clock: 'tell' as const }
  const [t, names, due, leads, deals, stuck, untold] = await Promise.all([
    getTranslations('day'),
    naming(),
    dueSteps(day, { mine: true }),
    firstLeads(lead, leadFilter, 12),
    firstDeals(deal, { ...dealFilter, sort: { key: 'stage_since', descending: false } }, 50),
    stuckDeals(day, { filter: { officer: mine }, limit: 6 }),
    firstLeads(lead, tellFilter, 6),
  ])
  return (
    <Page>
      <PageHead
        title={t('title')}
        says={t('says.own', {
          date: names.fullDay(names.today),
          leads: countWords(leads.count),
          deals: countWords(deals.total),
        })}
      >
        <LinkButton look="primary" href="/leads/new">
          <Icon name="plus" />
          {t('leads.new')}
        </LinkButton>
      </PageHead>
      <DayCover />
      <DayColumns
        side={
          <>
            <DayReview />
            <DayStuck rows={stuck.rows} total={stuck.total} of={{ officer: mine }} />
          </>
        }
      >
        <DayDue due={due} />
        <DayTasks />
        <DayWork permit={day} mine />
        <DayUntold leads={untold.rows} count={untold.count} href={`/leads${leadSearch(tellFilter)}`} />
        <Section
          title={<a href={`/leads${leadSearch(leadFilter)}`}>{t('leads.title')}</a>}
          count={countWords(leads.count)}
          note={t('leads.note')}
        >
          <OwnLeads leads={leads.rows} />
        </Section>
        <Section
          title={<a href={`/deals${dealSearch(dealFilter)}`}>{t('deals.title')}</a>}
          count={countWords(deals.total)}
        >
          {deals.total === 0 ? <p className="text-ink-2">{t('deals.none')}</p> : null}
          {dealStages.map(stage => (
            <OwnDeals key={stage} stage={stage} deals={deals.rows.filter(row => row.stage === stage)} />
          ))}
        </Section>
      </DayColumns>
    </Page>
  )
}

async function OwnLeads({ leads }: { leads: readonly LeadRow[] }) {
  const [t, words, clock, names] = await Promise.all([
    getTranslations('day'),
    getTranslations('lead'),
    getTranslations('clock.kind'),
    naming(),
  ])
  if (leads.length === 0) {
    return (
      <EmptyState title={t('leads.title')} says={t('leads.none')}>
        <LinkButton href="/leads/new">{t('leads.new')}</LinkButton>
      </EmptyState>
    )
  }
  return (
    <ListKeys>
      <ul className="rows">
        {leads.map(lead => (
          <li key={lead.id} data-row className="flex items-start gap-3">
            <span className="min-w-0 flex-1">
              <a href={`/leads/${lead.number}`} lang={lead.nameLocale ?? undefined}>
                {lead.name}
              </a>{' '}
              <span className="text-ink-2">
                {names.country(lead.country)} · {words(`stage.${lead.stage}`)}
              </span>
              <span className="block text-ink-2">{lead.need}</span>
            </span>
            <span className="text-right">
              {lead.clock ? <span className="text-ink-2">{clock(lead.clock)} </span> : null}
              <ClockWords due={lead.clockDue} />
            </span>
          </li>
        ))}
      </ul>
    </ListKeys>
  )
}

async function OwnDeals({ stage, deals }: { stage: DealStage; deals: readonly DealRow[] }) {
  const [t, names] = await Promise.all([getTranslations('deal'), naming()])
  if (deals.length === 0) return null
  return (
    <>
      <h3 className="mt-3 text-12 text-ink-2">
        {t(`stage.${stage}`)} {deals.length}
      </h3>
      <ul className="rows">
        {deals.map(deal => (
          <li key={deal.id} data-row className="flex items-start gap-3">
            <span className="min-w-0 flex-1">
              <a href={`/deals/${deal.number}`}>{nameIn(names.locale, deal.name, deal.names)}</a>
              <span className="block text-ink-2">
                {deal.company.name} · {names.country(deal.country)}
              </span>
            </span>
            <span className="text-right">
              <AmountWords money={deal.total.money} />
              <span className="block text-ink-2">{t('days', { count: deal.daysInStage })}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
