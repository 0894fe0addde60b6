import { getTranslations } from 'next-intl/server'
import { Field } from '@/components/field'
import { Radios, Select, TextArea } from '@/components/inputs'
import type { LeadRecord } from '@/db/read/lead'
import { criteria } from '@/domain/lead/lead'
import { qualifyingVerdicts } from '@/domain/lead/move-input'
import { needsCriteria } from '@/domain/lead/stage'
import { words } from '@/domain/money/words'
import { naming } from '../naming'

const points = ['0', '1', '2', '3', '4', '5']

/** The appraisal: a verdict, its reason, and six criteria, which a big lead or one that wants land must have. */
export async function ScoreFields({ lead }: { lead: LeadRecord }) {
  const [t, common, { ref, locale }] = await Promise.all([
    getTranslations('lead'),
    getTranslations('common.say'),
    naming(),
  ])
  const { criteriaThresholdCny } = ref.zone.settings
  const needed = needsCriteria(lead, criteriaThresholdCny)
  const threshold = words({ minor: BigInt(criteriaThresholdCny), currency: 'CNY' }, locale)
  return (
    <>
      <Field name="verdict" label={t('field.verdict')} required={common('required')} group>
        <Radios
          name="verdict"
          look="buttons"
          defaultValue={lead.verdict ?? 'pursue'}
          options={qualifyingVerdicts.map(verdict => ({ value: verdict, label: t(`verdict.${verdict}`) }))}
        />
      </Field>
      <Field name="verdictReason" label={t('field.verdictReason')} required={common('required')}>
        <TextArea rows={2} maxLength={2_000} defaultValue={lead.verdictReason ?? ''} />
      </Field>
      <p className="text-13 text-ink-2 mb-2" id="scores">
        {needed ? t('form.scoresNeeded', { threshold }) : t('form.scoresOptional')}
      </p>
      <div className="form-pair">
        {criteria.map(name => (
          <Field key={name} name={`score_${name}`} label={t(`criterion.${name}`)}>
            <Select
              empty=""
              defaultValue={String(lead.scores?.[name] ?? '')}
              options={points.map(point => ({ value: point, label: point }))}
            />
          </Field>
        ))}
      </div>
    </>
  )
}
