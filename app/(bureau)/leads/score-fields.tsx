import { getTranslations } from 'next-intl/server'
import { Field } from '@/components/field'
import { Radios, Select, TextArea } from '@/components/inputs'
import type { LeadRecord } from '@/db/read/lead'
import { criteria, type Verdict, verdicts } from '@/domain/lead/lead'
import { needsCriteria } from '@/domain/lead/stage'
import { words } from '@/domain/money/words'
import { naming } from '../naming'

const points = ['0', '1', '2', '3', '4', '5']

type Opened = { verdict: Verdict | null; reason: string | null; scores: LeadRecord['scores'] }

/**
 * The appraisal: a verdict, its reason, and six criteria, which a big lead or one that wants land must have. Opens with
 * what is proposed, else with what stands.
 */
export async function ScoreFields(props: {
  lead: LeadRecord
  offered?: readonly Verdict[]
  opened?: Opened
}) {
  const { lead, offered = verdicts } = props
  const [t, common, { ref, locale }] = await Promise.all([
    getTranslations('lead'),
    getTranslations('common.say'),
    naming(),
  ])
  const { verdict, reason, scores } = props.opened ?? {
    verdict: lead.verdict,
    reason: lead.verdictReason,
    scores: lead.scores,
  }
  const { criteriaThresholdCny } = ref.zone.settings
  const needed = needsCriteria(lead, criteriaThresholdCny)
  const threshold = words({ minor: BigInt(criteriaThresholdCny), currency: 'CNY' }, locale)
  return (
    <>
      <Field name="verdict" label={t('field.verdict')} required={common('required')} group>
        <Radios
          name="verdict"
          look="buttons"
          defaultValue={verdict ?? 'pursue'}
          options={offered.map(verdict => ({ value: verdict, label: t(`verdict.${verdict}`) }))}
        />
      </Field>
      <Field name="verdictReason" label={t('field.verdictReason')} required={common('required')}>
        <TextArea rows={2} maxLength={2_000} defaultValue={reason ?? ''} />
      </Field>
      <p className="text-13 text-ink-2 mb-2" id="scores">
        {needed ? t('form.scoresNeeded', { threshold }) : t('form.scoresOptional')}
      </p>
      <div className="form-pair">
        {criteria.map(name => (
          <Field key={name} name={`score_${name}`} label={t(`criterion.${name}`)}>
            <Select
              empty=""
              defaultValue={String(scores?.[name] ?? '')}
              options={points.map(point => ({ value: point, label: point }))}
            />
          </Field>
        ))}
      </div>
    </>
  )
}
