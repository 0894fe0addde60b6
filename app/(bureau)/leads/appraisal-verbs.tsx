import { getTranslations } from 'next-intl/server'
import { Field } from '@/components/field'
import type { FormAction } from '@/components/form'
import { DateInput, Select, TextArea } from '@/components/inputs'
import type { LeadRecord } from '@/db/read/lead'
import { dateIn } from '@/domain/calendar/date'
import { tellWays } from '@/domain/lead/lead'
import { naming } from '../naming'
import { appraiseLeadAction, judgeLeadAction, returnLeadAction, tellLeadAction } from './actions'
import { ScoreFields } from './score-fields'
import { VerbDialog } from './verb-dialog'

type Of = { lead: LeadRecord; back?: string }

/** The appraisal that waits for its verdict. */
export const waitingOf = ({ appraisals }: LeadRecord) =>
  appraisals.find(one => one.decidedAt === null) ?? null

/** What it proposes, for the form to open with. */
export function proposedIn(lead: LeadRecord) {
  const waits = waitingOf(lead)
  return waits
    ? { verdict: waits.askedVerdict, reason: waits.askedReason, scores: waits.askedScores }
    : undefined
}

/** Whoever works on it proposes a verdict and asks for one. */
export async function AppraiseVerb({ lead, back }: Of) {
  const t = await getTranslations('lead')
  const title = t(waitingOf(lead) ? 'act.appraiseAgain' : 'act.appraise')
  return (
    <VerbDialog
      title={title}
      back={back}
      look={waitingOf(lead) ? 'plain' : 'primary'}
      action={appraiseLeadAction as FormAction}
      number={lead.number}
      said={t('said.appraised')}
    >
      <p className="text-13 text-ink-2">{t('form.askSays')}</p>
      <ScoreFields lead={lead} opened={proposedIn(lead)} />
    </VerbDialog>
  )
}

/** The head or the director gives the verdict; opens with what was proposed. */
export async function JudgeVerb({ lead, back, small }: Of & { small?: boolean }) {
  const t = await getTranslations('lead')
  return (
    <VerbDialog
      title={t('act.judge')}
      back={back}
      look={small || waitingOf(lead) || lead.stage === 'contacted' ? 'outlined' : 'plain'}
      small={small}
      action={judgeLeadAction as FormAction}
      number={lead.number}
      hidden={{ version: lead.version }}
      said={t('said.judged')}
    >
      <p className="text-13 text-ink-2">{t('form.verdictSays')}</p>
      <ScoreFields lead={lead} opened={proposedIn(lead)} />
    </VerbDialog>
  )
}

/** Back to whoever asked. */
export async function ReturnVerb({ lead }: Of) {
  const [t, common] = await Promise.all([getTranslations('lead'), getTranslations('common.say')])
  return (
    <VerbDialog
      title={t('act.return')}
      small
      action={returnLeadAction as FormAction}
      number={lead.number}
      hidden={{ version: lead.version }}
      said={t('said.returned')}
    >
      <Field
        name="reason"
        label={t('field.reason')}
        hint={t('form.reasonHint')}
        required={common('required')}
      >
        <TextArea rows={3} maxLength={2_000} />
      </Field>
    </VerbDialog>
  )
}

/** Whoever introduced it was told: when, how, what. */
export async function TellVerb({ lead }: Of) {
  const [t, common, { today, ref }] = await Promise.all([
    getTranslations('lead'),
    getTranslations('common.say'),
    naming(),
  ])
  return (
    <VerbDialog
      title={t('act.tell')}
      small
      look="outlined"
      action={tellLeadAction as FormAction}
      number={lead.number}
      said={t('said.told')}
    >
      <div className="form-pair">
        <Field name="toldOn" label={t('field.toldOn')} required={common('required')}>
          <DateInput defaultValue={today} min={dateIn(ref.zone.timezone, lead.createdAt)} max={today} />
        </Field>
        <Field name="toldHow" label={t('field.toldHow')} required={common('required')}>
          <Select
            defaultValue="call"
            options={tellWays.map(way => ({ value: way, label: t(`toldHow.${way}`) }))}
          />
        </Field>
      </div>
      <Field name="toldText" label={t('field.toldText')} required={common('required')}>
        <TextArea rows={3} maxLength={2_000} />
      </Field>
    </VerbDialog>
  )
}
