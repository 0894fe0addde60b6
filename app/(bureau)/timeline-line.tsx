import { getTranslations } from 'next-intl/server'
import type { IconName } from '@/components/icon'
import { StatusChip } from '@/components/marks'
import { Change, TimelineItem as Entry } from '@/components/timeline'
import type { TimelineItem } from '@/db/read/activity'
import { nameIn } from '@/domain/user/user'
import { ActivityDelete } from './activity-delete'
import { activityIcon } from './activity-icon'
import { fileLog } from './file-log'
import { mergeLog } from './merge-log'
import { naming } from './naming'
import { partLog } from './part-log'
import { recordPath } from './record-path'
import { ReviewSaid } from './review-said'
import { type CaseNoun, logWords } from './timeline-value'

const verbIcon: Record<string, IconName> = {
  create: 'plus',
  open: 'plus',
  edit: 'pencil',
  correct: 'pencil',
  convert: 'briefcase',
  assign: 'user-plus',
  add_member: 'user-plus',
  hand_over: 'route',
  propose_hand_over: 'route',
  accept_hand_over: 'route',
  decline_hand_over: 'ban',
  withdraw_hand_over: 'undo-2',
  delete: 'trash-2',
  restore: 'rotate-ccw',
  merge: 'layers',
  undo_merge: 'undo-2',
  import: 'table-2',
  undo_import: 'undo-2',
  undo_move: 'undo-2',
  complete: 'check',
  reopen: 'rotate-ccw',
  close: 'check',
  waive: 'ban',
  appraise: 'arrow-right',
  judge: 'circle-check',
  return: 'undo-2',
  tell: 'message-square',
  hold: 'pause',
  disqualify: 'ban',
  lose: 'ban',
  withdraw: 'ban',
}

type Activity = Extract<TimelineItem, { kind: 'activity' }>
type Logged = Extract<TimelineItem, { kind: 'log' }>

export async function ActivityLine({ item, noun, mine }: { item: Activity; noun: CaseNoun; mine: boolean }) {
  const [t, common, names] = await Promise.all([
    getTranslations('activity'),
    getTranslations('common'),
    naming(),
  ])
  return (
    <Entry
      id={`activity-${item.id}`}
      icon={activityIcon[item.activityKind]}
      said={
        <>
          <Who item={item} /> {t(`kind.${item.activityKind}`)} <OfLead item={item} noun={noun} />
        </>
      }
      at={names.day(item.on)}
      dateTime={item.on}
      atTitle={names.moment(item.at)}
    >
      <p className="whitespace-pre-line">{item.text}</p>
      {item.nextStep ? (
        <p className="text-ink-2">
          {t('timeline.next', { step: item.nextStep })}{' '}
          {item.nextStepOn ? <time dateTime={item.nextStepOn}>{names.day(item.nextStepOn)}</time> : null}
        </p>
      ) : null}
      <Touched links={item.links} />
      {mine ? (
        <ActivityDelete
          id={item.id}
          words={{
            delete: t('timeline.delete'),
            said: t('said.deleted'),
            undo: common('act.undo'),
            failed: common('not_permitted'),
          }}
        />
      ) : null}
    </Entry>
  )
}

/** The records that an activity touches, and its own on the page of another. */
async function Touched({ links }: Pick<Activity, 'links'>) {
  const [t, { locale }] = await Promise.all([getTranslations('activity.timeline'), naming()])
  if (links.length === 0) return null
  return (
    <p className="text-12 text-ink-2">
      {t('touches')}{' '}
      {links.map(({ noun, number, name, names }, index) => (
        <span key={number}>
          {index > 0 ? ' · ' : null}
          <a className="link" href={`/${recordPath[noun]}/${number}`}>
            {nameIn(locale, name, names)}
          </a>
        </span>
      ))}
    </p>
  )
}

type Details = ReviewSaid & {
  file?: string
  from?: string | null
  to?: string | null
  effectiveOn?: string
  reason?: string | null
  reasonCode?: string | null
  verdict?: string | null
  opening?: boolean
  toDeskId?: number
  changes?: Record<string, [unknown, unknown]>
}

export async function ChangeLine({ item, noun }: { item: Logged; noun: CaseNoun }) {
  const [t, handover, file, part, names, said, merge] = await Promise.all([
    getTranslations('activity.timeline'),
    getTranslations('handover'),
    fileLog(),
    partLog(),
    naming(),
    logWords(),
    mergeLog(),
  ])
  const details = item.details as Details
  const ofPart = part.said(item.verb, item.details)
  const of = item.record.noun
  const stem = item.verb.split('.')[1] ?? ''
  const moved = details.to !== undefined && details.to !== null && details.from !== details.to
  const ofFile = file(item)
  const changes = ofFile || ofPart ? [] : Object.entries(details.changes ?? {})
  const on = details.effectiveOn
  // a card that was typed as another lead, and joined this one
  const verb = item.verb === 'lead.create' && details.changes ? 'lead.edit' : item.verb
  const { stayed, linksStayed } = item.details
  const left = merge.stayed(stayed, linksStayed, field => said.label(of, field), names.comma)
  return (
    <Entry
      icon={ofFile ? 'paperclip' : (verbIcon[stem] ?? (moved ? 'arrow-right' : 'pencil'))}
      look={moved ? 'stage' : undefined}
      said={
        <>
          <Who item={item} />{' '}
          {item.verb === 'activity.create'
            ? t('planned')
            : (ofPart ?? ofFile ?? merge.said(item) ?? said.verb(of, verb))}{' '}
          {moved && details.from ? (
            <Change from={said.stage(of, details.from)} to={said.stage(of, details.to)} />
          ) : null}{' '}
          {details.opening ? <StatusChip>{t('opening')}</StatusChip> : null}{' '}
          <OfLead item={item} noun={noun} />
        </>
      }
      at={names.shortMoment(item.at)}
      dateTime={item.at.toISOString()}
      atTitle={names.moment(item.at)}
    >
      {ofPart
        ? part.changes(item.verb, item.details).map(({ field, label, from, to }) => (
            <p key={field}>
              {label} {from === null ? to : <Change from={from} to={to} />}
            </p>
          ))
        : null}
      {details.decision ? <ReviewSaid {...details} /> : null}
      {changes.map(([field, [before, after]]) => (
        <p key={field}>
          {said.label(of, field)}{' '}
          {field === 'members' ? (
            said.team(before, after)
          ) : (
            <Change from={said.value(of, field, before)} to={said.value(of, field, after)} />
          )}
        </p>
      ))}
      {details.toDeskId ? <p>{handover('record.to', { desk: names.desk(details.toDeskId).name })}</p> : null}
      {details.verdict ? (
        <p>
          {said.label(of, 'verdict')} {said.value(of, 'verdict', details.verdict)}
        </p>
      ) : null}
      {left ? <p className="text-ink-2">{left}</p> : null}
      {details.reasonCode ? <p className="text-ink-2">{said.reasonCode(of, details.reasonCode)}</p> : null}
      {details.reason ? <p className="text-ink-2">{t('reason', { reason: details.reason })}</p> : null}
      {on ? <p className="text-12 text-ink-3">{t('effective', { date: names.day(on) })}</p> : null}
    </Entry>
  )
}

/** Who did it, and for whom he stood in. */
async function Who({ item }: { item: TimelineItem }) {
  const [t, names] = await Promise.all([getTranslations('cover'), naming()])
  return (
    <>
      <b>{names.person(item.by)}</b>
      {item.forId === null ? null : t('for', { name: names.person(item.forId) })}
    </>
  )
}

/** On the page of a deal: what was noted while it was a lead. */
async function OfLead({ item, noun }: { item: TimelineItem; noun: CaseNoun }) {
  if (noun === item.record.noun) return null
  const t = await getTranslations('activity.timeline')
  return <StatusChip>{t('ofLead')}</StatusChip>
}
