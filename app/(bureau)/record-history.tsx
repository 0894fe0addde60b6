import { getTranslations } from 'next-intl/server'
import type { IconName } from '@/components/icon'
import { Change, TimelineItem } from '@/components/timeline'
import type { CaseActivity, LogLine, RecordLog } from '@/db/read/company-log'
import { activityIcon } from './activity-icon'
import { History, type HistoryAt } from './history'
import { historyWords } from './history-words'
import { naming } from './naming'

const verbIcon: Record<string, IconName> = {
  create: 'plus',
  edit: 'pencil',
  delete: 'trash-2',
  restore: 'undo-2',
  reveal: 'eye',
  merge: 'layers',
  undo_merge: 'undo-2',
  import: 'table-2',
  undo_import: 'undo-2',
}

/** What was done with a company, contact or event, newest first. */
export async function RecordHistory(props: {
  label: string
  log: RecordLog
  at: Pick<HistoryAt, 'here' | 'newest'>
}) {
  const { label, log, at } = props
  const [t, names, words] = await Promise.all([getTranslations('company'), naming(), historyWords()])
  const told = log.lines.filter(line => line.line === 'activity' || words.said(line) !== null)
  const entries = told.map(line =>
    line.line === 'activity'
      ? { day: line.happenedOn, item: <Done key={`a${line.id}`} done={line} /> }
      : { day: names.dateOf(line.at), item: <Changed key={`l${line.id}`} line={line} /> },
  )
  return (
    <History label={label} empty={t('none.history')} entries={entries} at={{ ...at, older: log.older }} />
  )
}

async function Done({ done }: { done: CaseActivity }) {
  const [activity, names] = await Promise.all([getTranslations('activity'), naming()])
  return (
    <TimelineItem
      icon={activityIcon[done.kind]}
      said={
        <>
          <strong>{names.person(done.createdBy)}</strong> {activity(`kind.${done.kind}`)} ·{' '}
          <a
            className="link"
            href={done.dealNumber ? `/deals/${done.dealNumber}` : `/leads/${done.leadNumber}`}
          >
            {done.dealName ?? done.leadName}
          </a>
        </>
      }
      at={names.day(done.happenedOn)}
      dateTime={done.happenedOn}
      atTitle={names.moment(done.createdAt)}
    >
      <p className="whitespace-pre-wrap">{done.text}</p>
    </TimelineItem>
  )
}

async function Changed({ line }: { line: LogLine }) {
  const [words, names] = await Promise.all([historyWords(), naming()])
  return (
    <TimelineItem
      icon={verbIcon[line.verb.split('.')[1] ?? ''] ?? 'pencil'}
      said={
        <>
          <strong>{names.person(line.actorId)}</strong> {words.said(line)}{' '}
          {line.contactNumber ? (
            <a className="link" href={`/contacts/${line.contactNumber}`}>
              {line.contactName}
            </a>
          ) : null}
        </>
      }
      at={names.day(names.dateOf(line.at))}
      dateTime={line.at.toISOString()}
      atTitle={names.moment(line.at)}
    >
      {words.changes(line).map(({ field, label, from, to }) => (
        <p key={field}>
          <span className="text-ink-2">{label}</span> <Change from={from} to={to} />
        </p>
      ))}
      {words.note(line)}
    </TimelineItem>
  )
}
