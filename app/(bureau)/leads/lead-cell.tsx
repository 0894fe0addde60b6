import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Icon } from '@/components/icon'
import { StageSteps } from '@/components/ladder'
import { DeskChip, StatusChip } from '@/components/marks'
import type { LeadRow } from '@/db/read/lead-row'
import { dateIn } from '@/domain/calendar/date'
import type { LeadColumn } from '@/domain/lead/column'
import { intendedOf } from '@/domain/lead/intended'
import type { LeadStage } from '@/domain/lead/lead'
import { membersOf } from '@/domain/record/team'
import { nameIn } from '@/domain/user/user'
import { amountIn, yuanIn } from '../amount'
import { ClockMark } from '../clock-mark'
import { naming } from '../naming'
import { DueDay } from '../next-step'
import { TagMarks } from '../tag-marks'

/** Leads use four of the five shades; a disqualified one has left the ladder. */
const stageStep: Record<LeadStage, { step: number; tone: number }> = {
  new: { step: 1, tone: 1 },
  contacted: { step: 2, tone: 2 },
  qualified: { step: 3, tone: 4 },
  converted: { step: 4, tone: 5 },
  disqualified: { step: 0, tone: 1 },
}

export const cellClass: Partial<Record<LeadColumn, string>> = {
  number: 'no',
  name: 'nm c1',
  contact: 'w',
  country: 'w',
  desk: 'cr',
  stage: 'w c2',
  clock: 'w',
  next_step: 'c3',
  officer: 'w',
  intended: 'n',
  intended_cny: 'n',
}

/** What stands in each column, with the reader's names; made once a page, not once a cell. */
export async function leadCells(): Promise<Record<LeadColumn, (lead: LeadRow) => ReactNode>> {
  const [names, t, issue, common] = await Promise.all([
    naming(),
    getTranslations('lead'),
    getTranslations('issue'),
    getTranslations('common.say'),
  ])
  const none = <span className="text-ink-3">{common('none')}</span>
  const notStated = <span className="text-ink-3">{common('notStated')}</span>
  const two = (text: string | null) =>
    text ? (
      <span className="two" title={text}>
        {text}
      </span>
    ) : (
      none
    )
  const dayOf = (at: Date) => names.day(dateIn(names.ref.zone.timezone, at))
  return {
    number: lead => <a href={`/leads/${lead.number}`}>{lead.number}</a>,
    name: lead => (
      <span className="two" title={lead.company?.name ?? lead.name} lang={lead.nameLocale ?? undefined}>
        {lead.company?.name ?? lead.name}
      </span>
    ),
    contact: lead => lead.contact?.name ?? none,
    country: lead => (
      <>
        {names.country(lead.country)} <span className="text-ink-3">{names.province(lead.province)}</span>
      </>
    ),
    desk: lead => (
      <>
        <DeskChip colour={names.desk(lead.deskId).colour}>{names.desk(lead.deskId).name}</DeskChip>
        {lead.unrouted ? <StatusChip tone="amber">{t('mark.unrouted')}</StatusChip> : null}
      </>
    ),
    stage: lead => (
      <>
        <StageSteps steps={4} {...stageStep[lead.stage]} /> {t(`stage.${lead.stage}`)}
        {lead.openIssues > 0 ? (
          <span className="block text-12 text-red">
            <Icon name="triangle-alert" small /> {issue('mark', { count: lead.openIssues })}
          </span>
        ) : null}
      </>
    ),
    clock: lead => <ClockMark kind={lead.clock} due={lead.clockDue} />,
    source: lead =>
      two(lead.event ? nameIn(names.locale, lead.event.name, lead.event.names) : t(`source.${lead.source}`)),
    next_step: lead =>
      lead.nextStep ? (
        <span className="two" title={lead.nextStep}>
          <DueDay day={lead.nextStepOn} /> {lead.nextStep}
        </span>
      ) : (
        none
      ),
    officer: lead =>
      names.person(lead.caseOfficerId) || <span className="text-amber">{t('mark.unassigned')}</span>,
    industry: lead => names.industry(lead.industryId) || notStated,
    need: lead => two(lead.need),
    intended: lead => {
      const stated = intendedOf(lead)
      return stated ? amountIn(names.locale, stated) : notStated
    },
    intended_cny: lead =>
      lead.intendedCny !== null
        ? yuanIn(names.locale, lead.intendedCny)
        : intendedOf(lead)
          ? t('mark.noRate')
          : notStated,
    members: lead => membersOf(lead.teamIds, lead.caseOfficerId).map(names.person).join(names.comma) || none,
    tags: lead => (lead.tags?.length ? <TagMarks tags={lead.tags} /> : none),
    introduced_by: lead => lead.introducedBy ?? none,
    tell: lead =>
      lead.toldOn ? (
        names.day(lead.toldOn)
      ) : lead.tellDue ? (
        <ClockMark kind="tell" due={lead.tellDue} />
      ) : (
        none
      ),
    stage_since: lead => names.day(lead.stageSince),
    created: lead => dayOf(lead.createdAt),
    updated: lead => names.moment(lead.updatedAt),
  }
}
