import { getTranslations } from 'next-intl/server'
import { ClockMark, GuessedDue } from '@/app/(bureau)/clock-mark'
import { naming } from '@/app/(bureau)/naming'
import { Card } from '@/components/page'
import type { LeadRecord } from '@/db/read/lead'
import { dateIn } from '@/domain/calendar/date'
import type { LeadVerb } from '@/domain/lead/right'
import { JudgeVerb, ReturnVerb, TellVerb, waitingOf } from '../appraisal-verbs'

type Props = { lead: LeadRecord; can: Record<LeadVerb, boolean> }

/** The clock that runs: since when, and until when something must happen. */
export async function LeadClock({ lead }: Pick<Props, 'lead'>) {
  const [t, clock, names] = await Promise.all([getTranslations('lead'), getTranslations('clock'), naming()])
  const { clock: kind, clockDue: due } = lead
  if (!kind || !due) return null
  const day = (at: Date) => names.day(dateIn(names.ref.zone.timezone, at))
  const from = {
    answer: lead.createdAt,
    appraise: lead.firstContactAt ?? lead.createdAt,
    progress: lead.lastProgressAt,
  }
  return (
    <Card title={clock(`kind.${kind}`)} aside={<ClockMark kind={kind} due={due} />} id="clock">
      <p className="text-13 text-ink-2">
        {t(`clockSays.${kind}`, { from: day(from[kind]), due: names.day(due) })}
      </p>
      {kind === 'progress' ? null : <GuessedDue due={due} />}
    </Card>
  )
}

/** Whoever introduced it waits for an answer. */
export async function LeadTell({ lead, can }: Props) {
  const [t, names] = await Promise.all([getTranslations('clock'), naming()])
  if (!lead.introducedBy || lead.toldOn || lead.deletedAt) return null
  return (
    <Card
      title={t('kind.tell')}
      aside={lead.tellDue ? <ClockMark kind="tell" due={lead.tellDue} /> : undefined}
      id="tell"
    >
      {lead.tellDue ? (
        <>
          <p className="text-13 text-ink-2">
            {t('tellSays', { name: lead.introducedBy, due: names.day(lead.tellDue) })}
          </p>
          <GuessedDue due={lead.tellDue} />
        </>
      ) : null}
      {can.tell ? (
        <div className="mt-2 no-print">
          <TellVerb lead={lead} />
        </div>
      ) : null}
    </Card>
  )
}

/** A verdict is asked for: by whom, which, and for whom to give. Or it came back, and why. */
export async function LeadWaits({ lead, can }: Props) {
  const [t, names] = await Promise.all([getTranslations('lead'), naming()])
  const [latest] = lead.appraisals
  const waits = waitingOf(lead)
  if (lead.deletedAt || !latest) return null
  if (latest.decision === 'returned' && lead.stage === 'contacted' && latest.decidedAt)
    return (
      <Card look="bad" title={t('said.returned')}>
        <p>
          {t('appraisal.returned', {
            name: names.person(latest.decidedBy),
            at: names.moment(latest.decidedAt),
            reason: latest.reason ?? '',
          })}
        </p>
      </Card>
    )
  if (!waits?.askedVerdict) return null
  return (
    <Card look="wait" title={t('appraisal.waits')} id="waiting">
      <p>
        {t('appraisal.waitsSays', {
          name: names.person(waits.askedBy),
          at: names.moment(waits.askedAt),
          verdict: t(`verdict.${waits.askedVerdict}`),
        })}
      </p>
      <p className="whitespace-pre-line text-ink-2">{waits.askedReason}</p>
      {can.judge ? (
        <div className="mt-2 flex flex-wrap gap-2 no-print">
          <JudgeVerb lead={lead} small />
          <ReturnVerb lead={lead} />
        </div>
      ) : (
        <p className="text-13 text-ink-2">
          {t('appraisal.waitsFor', { desk: names.desk(lead.deskId).name })}
        </p>
      )}
    </Card>
  )
}
