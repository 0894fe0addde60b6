import { getTranslations } from 'next-intl/server'
import { may } from '@/access/page'
import { AmountWords } from '@/app/(bureau)/amount'
import { ClockWords } from '@/app/(bureau)/day-side'
import { IssueLines } from '@/app/(bureau)/issue-lines'
import { naming } from '@/app/(bureau)/naming'
import { ActivityLine, ChangeLine } from '@/app/(bureau)/timeline-line'
import { DeskChip, StatusChip } from '@/components/marks'
import { Facts, LackList } from '@/components/page'
import { getTimeline } from '@/db/read/activity'
import { getDeal } from '@/db/read/deal-record'
import { issuesOf } from '@/db/read/issue'
import type { ReviewItem } from '@/db/read/review'
import type { DealRecord } from '@/domain/deal/row'
import { stageWords } from '../stage-words'

const LINES = 3

/** What one must know to decide: where it stands and since when, how much, what comes next, what it lacks, what happened. */
export async function MeetingFacts({ item }: { item: ReviewItem }) {
  const [t, names, stage, permit] = await Promise.all([
    getTranslations('review'),
    naming(),
    stageWords(),
    may(`${item.noun}.read`),
  ])
  if (!permit) return null
  const deal = item.noun === 'deal' ? await dealOf(item.number) : null
  const { items } = await getTimeline(permit, { noun: item.noun, id: item.recordId })
  const { settings } = names.ref.zone
  const limit = { negotiation: settings.stuckNegotiationDays, entry_procedures: settings.stuckEntryDays }
  const days = item.days ?? 0
  const most = limit[item.stage as keyof typeof limit]
  const facts = [
    {
      key: 'stage',
      label: t('meeting.inStage'),
      value: (
        <>
          {stage(item)} ·{' '}
          <span className={most && days > most ? 'text-red' : undefined}>
            {most ? t('meeting.daysOf', { days, limit: most }) : t('agenda.days', { days })}
          </span>
        </>
      ),
    },
    { key: 'amount', label: t('minutes.sum'), value: <AmountWords money={item.amount} strong /> },
    {
      key: 'next',
      label: t('meeting.nextStep'),
      value: item.nextStep ? (
        <>
          {item.nextStep} <ClockWords due={item.nextStepOn} />
        </>
      ) : (
        '—'
      ),
    },
    { key: 'officer', label: t('minutes.officer'), value: names.person(item.officerId) || '—' },
  ]
  return (
    <section>
      <p className="mb-3 flex flex-wrap gap-2">
        <span className="text-ink-2">{item.number}</span>
        <DeskChip colour={names.desk(item.deskId).colour}>{names.desk(item.deskId).name}</DeskChip>
        {item.reasons.map(reason => (
          <StatusChip key={reason} tone={reason === 'added' ? 'quiet' : 'amber'}>
            {t(`why.${reason}`)}
          </StatusChip>
        ))}
      </p>
      <Facts items={facts} />
      {deal ? <MeetingLacks deal={deal} /> : null}
      <MeetingIssues item={item} />
      <h2>{t('meeting.recent')}</h2>
      <ol className="meeting-recent">
        {items
          .slice(0, LINES)
          .map(line =>
            line.kind === 'activity' ? (
              <ActivityLine key={`a${line.id}`} item={line} noun={item.noun} mine={false} />
            ) : (
              <ChangeLine key={`c${line.id}`} item={line} noun={item.noun} />
            ),
          )}
      </ol>
    </section>
  )
}

async function dealOf(number: string) {
  const permit = await may('deal.read')
  return permit && getDeal(permit, number)
}

/** What blocks it. */
async function MeetingIssues({ item }: { item: ReviewItem }) {
  const permit = await may('issue.read')
  if (!permit) return null
  const [t, { open }] = await Promise.all([
    getTranslations('review.meeting'),
    issuesOf(permit, { noun: item.noun, id: item.recordId }),
  ])
  if (open.length === 0) return null
  return (
    <>
      <h2>{t('issues')}</h2>
      <IssueLines rows={open} />
    </>
  )
}

/** Why it lags, and what the next stage still asks for. */
async function MeetingLacks({ deal }: { deal: DealRecord }) {
  const [t, words, names] = await Promise.all([
    getTranslations('review.meeting'),
    getTranslations('deal'),
    naming(),
  ])
  const lacks = deal.requirements.filter(({ met }) => !met)
  // a next step long past is said once
  const stepSaid = deal.stuck.some(({ kind }) => kind === 'next_step')
  const slipped = deal.slipped.filter(({ kind }) => kind !== 'step_past' || !stepSaid)
  return (
    <>
      {deal.stuck.length + slipped.length > 0 ? (
        <ul className="meeting-why">
          {deal.stuck.map(why => (
            <li key={why.kind}>{words(`stuckWhy.${why.kind}`, { days: why.days, limit: why.limit })}</li>
          ))}
          {slipped.map(why => (
            <li key={why.kind}>
              {'times' in why ? words(`slippedWhy.${why.kind}`, why) : words(`slippedWhy.${why.kind}`, why)}
            </li>
          ))}
        </ul>
      ) : null}
      {deal.next ? (
        <>
          <h2>{lacks.length > 0 ? t('lacks', { stage: words(`stage.${deal.next}`) }) : t('lacksNothing')}</h2>
          <LackList
            items={lacks.map(({ field, who }) => ({
              key: field,
              label: words(`field.${field as 'total'}`),
              who: names.person(who),
            }))}
          />
        </>
      ) : null}
    </>
  )
}
