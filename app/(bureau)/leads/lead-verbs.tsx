import { getTranslations } from 'next-intl/server'
import { Field } from '@/components/field'
import type { FormAction } from '@/components/form'
import { Icon } from '@/components/icon'
import { DateInput, Select, TextArea, TextInput } from '@/components/inputs'
import type { LeadRecord } from '@/db/read/lead'
import { addDays } from '@/domain/calendar/date'
import { disqualifyReasons } from '@/domain/lead/lead'
import { DayPick } from '../day-pick'
import { naming } from '../naming'
import { nearDays } from '../near-days'
import { contactLeadAction, disqualifyLeadAction, reopenLeadAction } from './actions'
import { VerbDialog } from './verb-dialog'

/** `back`: asked by the address, see VerbDialog. */
type Of = { lead: LeadRecord; back?: string }

/** Somebody was reached: who, when, what comes next. */
export async function ContactVerb({ lead, back, small }: Of & { small?: boolean }) {
  const [t, common, { today }, days] = await Promise.all([
    getTranslations('lead'),
    getTranslations('common.say'),
    naming(),
    nearDays(),
  ])
  const { nextStepOn } = lead
  return (
    <VerbDialog
      title={t('act.contact')}
      back={back}
      opener={
        <>
          <Icon name="arrow-right" /> {t('act.contact')}
        </>
      }
      look={small ? 'outlined' : 'primary'}
      small={small}
      action={contactLeadAction as FormAction}
      number={lead.number}
      said={t('said.contacted')}
    >
      <Field
        name="reachedName"
        label={t('field.reachedName')}
        hint={t('form.reachedHint')}
        required={common('required')}
      >
        <TextInput maxLength={200} defaultValue={lead.contact?.name ?? ''} />
      </Field>
      <Field name="reachedOn" label={t('field.reachedOn')}>
        <DateInput defaultValue={today} max={today} className="justify-self-start" />
      </Field>
      <Field name="nextStep" label={t('field.nextStep')} required={common('required')}>
        <TextInput maxLength={500} defaultValue={lead.nextStep ?? ''} />
      </Field>
      <Field name="nextStepOn" label={t('field.nextStepOn')}>
        <DayPick
          days={days}
          min={today}
          defaultValue={nextStepOn && nextStepOn >= today ? nextStepOn : addDays(today, 1)}
        />
      </Field>
    </VerbDialog>
  )
}

/** `small`: beside the verdict that declines it, whose reason it opens with. */
export async function DisqualifyVerb({ lead, small }: Of & { small?: boolean }) {
  const [t, common] = await Promise.all([getTranslations('lead'), getTranslations('common.say')])
  return (
    <VerbDialog
      title={t('act.disqualify')}
      look="plain"
      small={small}
      action={disqualifyLeadAction as FormAction}
      number={lead.number}
      said={t('said.disqualified')}
      danger
    >
      <Field name="reasonCode" label={t('field.reasonCode')} required={common('required')}>
        <Select
          empty=""
          defaultValue=""
          options={disqualifyReasons.map(code => ({ value: code, label: t(`disqualifyReason.${code}`) }))}
        />
      </Field>
      <ReasonField opened={small ? lead.verdictReason : null} />
    </VerbDialog>
  )
}

export async function ReopenVerb({ lead }: Of) {
  const t = await getTranslations('lead')
  return (
    <VerbDialog
      title={t('act.reopen')}
      look="outlined"
      action={reopenLeadAction as FormAction}
      number={lead.number}
      said={t('said.reopened')}
    >
      <ReasonField />
    </VerbDialog>
  )
}

async function ReasonField({ opened }: { opened?: string | null }) {
  const [t, common] = await Promise.all([getTranslations('lead'), getTranslations('common.say')])
  return (
    <Field name="reason" label={t('field.reason')} hint={t('form.reasonHint')} required={common('required')}>
      <TextArea rows={3} maxLength={2_000} defaultValue={opened ?? ''} />
    </Field>
  )
}
