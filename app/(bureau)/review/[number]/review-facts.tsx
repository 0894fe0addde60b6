import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { DateInput, TextArea } from '@/components/inputs'
import { Section } from '@/components/page'
import type { ReviewRecord } from '@/db/read/review'
import { formWords } from '@/i18n/form-words'
import { editReviewAction } from '../actions'

/** The day, who is there, and what else is to be said in the minutes. */
export async function ReviewFacts({ review }: { review: ReviewRecord }) {
  const [t, common, words, { today }] = await Promise.all([
    getTranslations('review'),
    getTranslations('common'),
    formWords(),
    naming(),
  ])
  return (
    <Section title={t('field.present')}>
      <Form
        action={editReviewAction as FormAction}
        words={words}
        draft={review.number}
        hidden={{ number: review.number, version: review.version }}
        says={{ text: t('said.saved') }}
        className="form-column"
      >
        <div className="form-pair">
          <Field name="heldOn" label={t('field.heldOn')} required={common('say.required')}>
            <DateInput defaultValue={review.heldOn} />
          </Field>
          <Field name="since" label={t('field.since')} required={common('say.required')}>
            <DateInput defaultValue={review.since} max={today} />
          </Field>
        </div>
        <Field name="present" label={t('field.present')}>
          <TextArea rows={2} maxLength={2_000} defaultValue={review.present ?? ''} />
        </Field>
        <Field name="note" label={t('field.note')}>
          <TextArea rows={2} maxLength={5_000} defaultValue={review.note ?? ''} />
        </Field>
        <div className="form-foot">
          <Submit look="plain">{common('act.save')}</Submit>
        </div>
      </Form>
    </Section>
  )
}
