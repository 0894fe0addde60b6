import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Icon } from '@/components/icon'
import { StageSteps } from '@/components/ladder'
import { DeskChip } from '@/components/marks'
import type { DealColumn } from '@/domain/deal/column'
import { type DealStage, dealStages } from '@/domain/deal/deal'
import { areaInMu } from '@/domain/deal/land'
import type { DealAmount, DealRow } from '@/domain/deal/row'
import { membersOf } from '@/domain/record/team'
import { nameIn } from '@/domain/user/user'
import { amountIn, yuanIn } from '../amount'
import { ClockMark } from '../clock-mark'
import { naming } from '../naming'
import { TagMarks } from '../tag-marks'

/** Deals use three of the five shades, light to dark. */
export const stageTone: Record<DealStage, number> = { negotiation: 1, entry_procedures: 3, approved: 5 }

/** Number columns are right-aligned; the classes for a phone say which cells make the card. */
export const cellClass: Partial<Record<DealColumn, string>> = {
  number: 'no',
  name: 'nm c1',
  company: 'c2',
  desk: 'cr',
  days_in_stage: 'n',
  total: 'n c3',
  total_cny: 'n',
  foreign_cny: 'n',
  foreign: 'n',
  land: 'n',
  jobs: 'n',
  issues: 'n',
  country: 'w',
  officer: 'w',
  stage: 'w',
  clock: 'w',
}

type Cells = Record<DealColumn, (deal: DealRow) => ReactNode>

/** What stands in each column, with the reader's names; made once a page. `search`: the filter, carried to the record. */
export async function dealCells(search = ''): Promise<Cells> {
  const [names, t, common, lead, issue] = await Promise.all([
    naming(),
    getTranslations('deal'),
    getTranslations('common.say'),
    getTranslations('lead.source'),
    getTranslations('issue'),
  ])
  const none = <span className="text-ink-3">{common('none')}</span>
  const notStated = <span className="text-ink-3">{common('notStated')}</span>
  const day = (date: string | null) => (date ? <time dateTime={date}>{names.day(date)}</time> : none)
  const amount = (of: DealAmount) =>
    of.money ? amountIn(names.locale, of.money) : of.none ? none : notStated
  const inColumn = (of: DealAmount) =>
    of.cny !== null ? yuanIn(names.locale, of.cny) : of.money ? t('mark.noRate') : of.none ? none : notStated
  return {
    number: deal => <a href={`/deals/${deal.number}${search}`}>{deal.number}</a>,
    name: deal => {
      const name = nameIn(names.locale, deal.name, deal.names)
      return (
        <span className="two" title={name}>
          {name}
        </span>
      )
    },
    company: deal => (
      <span className="two" title={deal.company.name} lang={deal.company.nameLocale ?? undefined}>
        {deal.company.name}
      </span>
    ),
    country: deal => (
      <>
        {names.country(deal.country)} <span className="text-ink-3">{names.province(deal.province)}</span>
      </>
    ),
    desk: deal => <DeskChip colour={names.desk(deal.deskId).colour}>{names.desk(deal.deskId).name}</DeskChip>,
    stage: deal => (
      <>
        <StageSteps step={dealStages.indexOf(deal.stage) + 1} steps={3} tone={stageTone[deal.stage]} />{' '}
        {t(`stage.${deal.stage}`)}
        {deal.proposal ? (
          <span className="block text-12 text-amber">
            <Icon name="clock" small /> {t('mark.pending')}
          </span>
        ) : null}
        {deal.openIssues > 0 ? (
          <span className="block text-12 text-red">
            <Icon name="triangle-alert" small /> {issue('mark', { count: deal.openIssues })}
          </span>
        ) : null}
      </>
    ),
    days_in_stage: deal =>
      deal.stuck.some(({ kind }) => kind === 'stage') ? (
        <span className="whitespace-nowrap text-red">
          <Icon name="triangle-alert" small label={t('mark.stuck')} /> {deal.daysInStage}
        </span>
      ) : (
        deal.daysInStage
      ),
    total: deal => amount(deal.total),
    total_cny: deal => inColumn(deal.total),
    foreign_cny: deal => inColumn(deal.foreign),
    foreign: deal => amount(deal.foreign),
    next_step: deal =>
      deal.nextStep ? (
        <span className="two" title={deal.nextStep}>
          {deal.nextStepOn ? (
            <time dateTime={deal.nextStepOn} className={dueClass(deal.nextStepOn, names.today)}>
              {deal.nextStepOn < names.today ? <Icon name="clock" small label={t('filter.overdue')} /> : null}{' '}
              {names.day(deal.nextStepOn)}
            </time>
          ) : null}{' '}
          {deal.nextStep}
        </span>
      ) : (
        none
      ),
    officer: deal =>
      names.person(deal.officerId) || <span className="text-amber">{t('mark.unassigned')}</span>,
    status: deal => t(`status.${deal.status}`),
    stage_since: deal => day(deal.stageSince),
    industry: deal => names.industry(deal.industryId),
    form: deal => (deal.form ? t(`form.${deal.form}`) : notStated),
    high_tech: deal => (deal.highTech === null ? t('ask.unknown') : common(deal.highTech ? 'yes' : 'no')),
    content: deal =>
      deal.content ? (
        <span className="two" title={deal.content}>
          {deal.content}
        </span>
      ) : (
        notStated
      ),
    partner: deal => deal.partner ?? none,
    members: deal => membersOf(deal.teamIds, deal.officerId).map(names.person).join(names.comma) || none,
    leader: deal => names.person(deal.leaderId) || deal.leaderName || none,
    issues: deal =>
      deal.openIssues > 0 ? (
        <a className="link" href={`/issues?record=${deal.number}`}>
          {deal.openIssues}
        </a>
      ) : (
        none
      ),
    tags: deal => (deal.tags?.length ? <TagMarks tags={deal.tags} /> : none),
    source: deal => lead(deal.source),
    event: deal => (deal.event ? nameIn(names.locale, deal.event.name, deal.event.names) : none),
    intent_on: deal => day(deal.intentOn),
    agreement_on: deal => day(deal.agreementOn),
    approval_on: deal => day(deal.approvalOn),
    approval_expected_on: deal => day(deal.approvalExpectedOn),
    land: deal =>
      deal.landM2 === null ? notStated : t('land', { m2: deal.landM2, mu: areaInMu(deal.landM2) }),
    jobs: deal => (deal.jobs === null ? notStated : t('people', { count: deal.jobs })),
    clock: deal => <ClockMark kind={deal.clockDue ? 'progress' : null} due={deal.clockDue} />,
    created: deal => day(deal.createdOn),
    updated: deal => names.moment(deal.updatedAt),
  }
}

/** Red when past, amber from today to tomorrow. */
export function dueClass(date: string, today: string): string | undefined {
  if (date < today) return 'text-red'
  return date === today ? 'text-amber' : undefined
}
