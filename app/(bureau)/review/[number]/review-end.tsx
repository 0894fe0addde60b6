import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { Button } from '@/components/button'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { Select, TextArea } from '@/components/inputs'
import { Section } from '@/components/page'
import type { ReviewRecord } from '@/db/read/review'
import { locales } from '@/domain/user/user'
import { formWords } from '@/i18n/form-words'
import { localeNames } from '@/i18n/locale'
import { closeReviewAction, reopenReviewAction } from '../actions'

/** The minutes as a file, and the end of the review: closed into tasks, or opened again with a reason. */
export async function ReviewEnd(props: {
  review: ReviewRecord
  mayWrite: boolean
  mayReopen: boolean
  mayExport: boolean
}) {
  const { review, mayWrite, mayReopen } = props
  const [t, common, words, names] = await Promise.all([
    getTranslations('review'),
    getTranslations('common'),
    formWords(),
    naming(),
  ])
  const hidden = { number: review.number, version: review.version }
  const tasks = review.items.filter(({ outcome, decision }) => outcome === 'decided' && decision).length
  return (
    <div className="no-print grid gap-4" id="end">
      {props.mayExport ? (
        <form action={`/review/${review.number}/minutes`} className="flex flex-wrap items-center gap-2">
          <label className="text-13 text-ink-2" htmlFor="minutes-language">
            {t('minutes.language')}
          </label>
          <Select
            small
            id="minutes-language"
            name="locale"
            className="!w-auto"
            defaultValue={names.locale}
            options={locales.map(locale => ({ value: locale, label: localeNames[locale] }))}
          />
          <Button type="submit">{t('act.minutes')}</Button>
        </form>
      ) : null}
      {review.closedAt && review.state === 'closed' ? (
        <p className="text-ink-2">
          {t('close.closedBy', { name: names.person(review.closedBy), at: names.moment(review.closedAt) })}
        </p>
      ) : null}
      {mayWrite ? (
        <Form
          action={closeReviewAction as FormAction}
          words={words}
          hidden={hidden}
          says={{ text: t('said.saved') }}
        >
          <p className="mb-2 max-w-160 text-ink-2">{t('close.says', { count: tasks })}</p>
          <Submit>{t('act.close')}</Submit>
        </Form>
      ) : null}
      {mayReopen ? (
        <Section title={t('act.reopen')}>
          <Form
            action={reopenReviewAction as FormAction}
            words={words}
            hidden={hidden}
            says={{ text: t('said.reopened') }}
            className="form-column"
          >
            <Field name="reason" label={t('field.reason')} required={common('say.required')}>
              <TextArea rows={2} maxLength={2_000} />
            </Field>
            <div className="form-foot">
              <Submit look="plain">{t('act.reopen')}</Submit>
            </div>
          </Form>
        </Section>
      ) : null}
    </div>
  )
}
