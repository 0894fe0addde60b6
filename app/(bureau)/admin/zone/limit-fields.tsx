import { getLocale, getTranslations } from 'next-intl/server'
import { Field } from '@/components/field'
import { TextInput } from '@/components/inputs'
import { Section } from '@/components/page'
import { criteria } from '@/domain/lead/lead'
import { words } from '@/domain/money/words'
import type { Locale } from '@/domain/user/user'
import type { ZoneSettings } from '@/domain/zone/zone'

const clocks = [
  'answerWorkingDays',
  'appraiseWorkingDays',
  'tellIntroducerWorkingDays',
  'progressDays',
  'firstContactDays',
  'firstContactRulingWorkingDays',
] as const
const files = ['exportDays'] as const
const stuck = [
  'stuckNegotiationDays',
  'stuckEntryDays',
  'stuckQuietDays',
  'stuckNextStepDays',
  'slippedTimes',
] as const

/** How long things may take before somebody is told, and from which amount on an appraisal is scored. */
export async function LimitFields({ settings }: { settings: ZoneSettings }) {
  const [t, lead, locale] = await Promise.all([
    getTranslations('setting.zone'),
    getTranslations('lead'),
    getLocale() as Promise<Locale>,
  ])
  const days = (
    keys: readonly (keyof typeof settings & (typeof clocks | typeof stuck | typeof files)[number])[],
  ) => (
    <div className="form-pair">
      {keys.map(key => (
        <Field key={key} name={key} label={t(`limit.${key}`)}>
          <TextInput
            type="number"
            min={key === 'slippedTimes' ? 0 : 1}
            max={1000}
            inputMode="numeric"
            defaultValue={settings[key]}
          />
        </Field>
      ))}
    </div>
  )
  return (
    <>
      <Section title={t('clocks')} note={t('clocks_says')}>
        {days(clocks)}
      </Section>
      <Section title={t('stuck')} note={t('stuck_says')}>
        {days(stuck)}
      </Section>
      <Section title={t('files')}>{days(files)}</Section>
      <Section title={t('appraisal')}>
        <Field name="criteriaThresholdCny" label={t('threshold')} hint={t('threshold_hint')}>
          <TextInput
            maxLength={60}
            defaultValue={words({ minor: BigInt(settings.criteriaThresholdCny), currency: 'CNY' }, locale)}
          />
        </Field>
        <p className="text-13 text-ink-2 my-2">{t('weights')}</p>
        <div className="form-pair">
          {criteria.map(name => (
            <Field key={name} name={`weight_${name}`} label={lead(`criterion.${name}`)}>
              <TextInput
                type="number"
                min={0}
                max={100}
                inputMode="numeric"
                defaultValue={settings.weights[name]}
              />
            </Field>
          ))}
        </div>
      </Section>
    </>
  )
}
