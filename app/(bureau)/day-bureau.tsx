import { getTranslations } from 'next-intl/server'
import { may } from '@/access/page'
import { LinkButton } from '@/components/button'
import { Icon } from '@/components/icon'
import { DayColumns, Page, PageHead } from '@/components/page'
import { arrivalsToConfirm } from '@/db/read/capital-day'
import { lateClocks } from '@/db/read/clock-late'
import { dueSteps } from '@/db/read/day'
import { daysInStage, pipelinePerDesk, stuckDeals, toConfirm } from '@/db/read/figure/deal'
import { changesOfDays } from '@/db/read/figure/deal-change'
import { handOversToDecide } from '@/db/read/hand-over'
import { appraisalsToJudge } from '@/db/read/lead-appraisal'
import { listLeads } from '@/db/read/lead-list'
import { defaultLeadFilter } from '@/domain/lead/filter'
import { addSums, emptySum } from '@/domain/money/sum'
import type { Permit } from '@/domain/policy/permit'
import { SumWords } from './amount'
import { DayAgeing } from './day-ageing'
import { DayChanges } from './day-changes'
import { DayLate, DayToJudge } from './day-clocks'
import { DayToConfirm } from './day-confirm'
import { DayCover } from './day-cover'
import { DayHandOver } from './day-hand-over'
import { DayPipeline } from './day-pipeline'
import { DayReview } from './day-review'
import { DayDue, DayStuck, DayUnassigned } from './day-side'
import { DaySignings } from './day-signings'
import { DayTasks } from './day-tasks'
import { DayWork } from './day-work'
import { naming } from './naming'

/** A head's or the director's day, and the viewer's: the pipeline, what changed, what waits. */
export async function DayBureau({ permit }: { permit: Permit<'day.read'> }) {
  const { role, headOf } = permit.actor
  const decides = role === 'director' || role === 'manager'
  const [t, frame, names, leadPermit] = await Promise.all([
    getTranslations('day'),
    getTranslations('frame'),
    naming(),
    may('lead.read'),
  ])
  const [bars, dots, changes, stuck, confirm, arrivals, judge, late, due, unassigned, offers] =
    await Promise.all([
      pipelinePerDesk(permit),
      daysInStage(permit),
      changesOfDays(permit, 7, 12),
      stuckDeals(permit, { limit: 6 }),
      toConfirm(permit),
      arrivalsToConfirm(permit),
      appraisalsToJudge(permit),
      decides ? lateClocks(permit) : null,
      decides ? dueSteps(permit, { mine: true, limit: 8 }) : null,
      leadPermit ? listLeads(leadPermit, { ...defaultLeadFilter, officer: 'none' }, 6) : null,
      handOversToDecide(permit),
    ])
  const total = addSums(...bars.map(bar => bar.sum), emptySum)
  const { count } = total
  const date = names.fullDay(names.today)
  const desks = headOf.map(id => names.desk(id).name).join(names.comma)
  const says =
    role === 'manager' ? t('says.desks', { date, desks, count }) : t('says.bureau', { date, count })
  return (
    <Page>
      <PageHead
        title={t('title')}
        says={
          <>
            {says} · <SumWords sum={total} />
          </>
        }
      >
        {decides ? (
          <LinkButton look="primary" href="/leads/new">
            <Icon name="plus" />
            {frame('createLead')}
          </LinkButton>
        ) : null}
      </PageHead>
      <DayCover />
      <DayColumns
        sideFirst={decides}
        side={
          <>
            {decides ? (
              <DayToConfirm deals={confirm} arrivals={arrivals} director={role === 'director'} />
            ) : null}
            {decides ? <DayHandOver offers={offers} /> : null}
            {decides ? <DayToJudge appraisals={judge} /> : null}
            {late ? <DayLate late={late} desks={headOf.map(id => names.desk(id).key)} /> : null}
            {decides && unassigned ? (
              <DayUnassigned leads={unassigned.rows} count={unassigned.count} />
            ) : null}
            {decides ? <DayWork permit={permit} mine={false} /> : null}
            <DayReview />
            <DayStuck rows={stuck.rows} total={stuck.total} />
            {due ? <DayDue due={due} /> : null}
            {decides ? <DayTasks /> : null}
          </>
        }
      >
        <DayPipeline bars={bars} />
        <DaySignings permit={permit} />
        <DayAgeing dots={dots} />
        <DayChanges {...changes} />
      </DayColumns>
    </Page>
  )
}
