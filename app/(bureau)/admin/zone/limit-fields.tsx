import { getLocale, getTranslations } from 'next-intl/server'
import { Field } from '@/components/field'
import { TextInput } from '@/components/inputs'
import { Section } from '@/components/page'
import { words } from '@/domain/money/words'
import type { Locale } from '@/domain/user/user'
import type { ZoneSettings } from '@/domain/zone/zone'

const clocks = [
  'answerWorkingDays',
  'appraiseWorkingDays',
  'tellIntroducerWorkingDays',
  'progressDays',
] as const
const stuck = ['stuckNegotiationDays', 'stuckEntryDays', 'stuckQuietDays', 'stuckNextStepDays'] as const

/** How long things may take before somebody is told, and from which amount on an appraisal is scored. */
export async function LimitFields({ settings }: { settings: ZoneSettings }) {
  const [t, locale] = await Promise.all([getTranslations('setting.zone'), getLocale() as Promise<Locale>])
  const days = (keys: readonly (keyof typeof settings & (typeof clocks | typeof stuck)[number])[]) => (
    <div className="form-pair">
      {keys.map(key => (
        <Field key={key} name={key} label={t(`limit.${key}`)}>
          <TextInput type="number" min={1} max={1000} inputMode="numeric" defaultValue={settings[key]} />
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
      <Section title={t('appraisal')}>
        <Field name="criteriaThresholdCny" label={t('threshold')} hint={t('threshold_hint')}>
          <TextInput
            maxLength={60}
            defaultValue={words({ minor: BigInt(settings.criteriaThresholdCny), currency: 'CNY' }, locale)}
          />
        </Field>
      </Section>
    </>
  )
}
