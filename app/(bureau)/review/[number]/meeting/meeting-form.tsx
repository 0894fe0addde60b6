import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { minuteAction } from '@/app/(bureau)/review/actions'
import { taskPeople } from '@/app/(bureau)/task-fields'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { Icon } from '@/components/icon'
import { DateInput, Radios, Select, TextArea } from '@/components/inputs'
import { KeyHint } from '@/components/marks'
import type { ReviewItem, ReviewRecord } from '@/db/read/review'
import { itemOutcomes } from '@/domain/review/review'
import { nameIn } from '@/domain/user/user'
import { formWords } from '@/i18n/form-words'

type Props = { review: ReviewRecord; item: ReviewItem; place: number; mayWrite: boolean }

/**
 * What was decided on one line. Every button saves and goes on, to the next, the one before, or any line of the agenda: so
 * nothing is lost by leaving, with or without JavaScript; a draft is kept besides.
 */
export async function MeetingForm({ review, item, place, mayWrite }: Props) {
  const [t, words, people, names] = await Promise.all([
    getTranslations('review'),
    formWords(),
    taskPeople(),
    naming(),
  ])
  if (!mayWrite) return <MeetingRead review={review} item={item} place={place} />
  const last = place === review.items.length
  const officer = names.person(item.officerId)
  return (
    <Form
      action={minuteAction as FormAction}
      words={words}
      draft={`${review.number}.${item.id}`}
      hidden={{ number: review.number, item: item.id, version: item.version, next: last ? 0 : place + 1 }}
      className="meeting-form"
    >
      <Field name="decision" label={t('field.decision')}>
        <TextArea rows={5} maxLength={2_000} defaultValue={item.decision ?? ''} data-key="a" />
      </Field>
      <div className="form-pair">
        <Field name="ownerId" label={t('field.ownerId')} hint={t('hint.owner')}>
          <Select
            defaultValue={item.ownerId === null ? '' : String(item.ownerId)}
            empty={officer || '—'}
            options={people}
          />
        </Field>
        <Field name="dueOn" label={t('field.dueOn')}>
          <DateInput defaultValue={item.dueOn ?? ''} />
        </Field>
      </div>
      <Field name="outcome" group label={t('field.outcome')}>
        <Radios
          look="buttons"
          defaultValue={item.outcome ?? undefined}
          options={itemOutcomes.map(value => ({ value, label: t(`outcome.${value}`) }))}
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        {/* first, so that Enter in a field goes on and not back */}
        <Submit name="go" value={last ? 0 : place + 1} data-key="j">
          {last ? t('meeting.last') : t('meeting.next')} <KeyHint>j</KeyHint>
        </Submit>
        {place > 1 ? (
          <Submit look="plain" name="go" value={place - 1} data-key="k">
            {t('meeting.previous')} <KeyHint>k</KeyHint>
          </Submit>
        ) : null}
      </div>
      <nav aria-label={t('meeting.goTo')}>
        <ol className="meeting-list">
          {review.items.map((one, index) => (
            <li key={one.id}>
              <button
                type="submit"
                name="go"
                value={index + 1}
                aria-current={one.id === item.id ? 'step' : undefined}
              >
                <Icon
                  small
                  name={
                    one.outcome === null ? 'circle' : one.outcome === 'deferred' ? 'pause' : 'circle-check'
                  }
                  label={t(`outcome.${one.outcome ?? 'none'}`)}
                />
                {nameIn(names.locale, one.name, one.names)}
              </button>
            </li>
          ))}
        </ol>
      </nav>
    </Form>
  )
}

/** The same for those who follow: what was decided, and the way through the agenda. */
async function MeetingRead({ review, item, place }: Omit<Props, 'mayWrite'>) {
  const [t, names] = await Promise.all([getTranslations('review'), naming()])
  const href = (to: number) => `/review/${review.number}/meeting?item=${to}`
  return (
    <div className="meeting-form">
      <p className="meeting-said whitespace-pre-line">{item.decision ?? t('outcome.none')}</p>
      {item.decision ? (
        <p className="text-ink-2">
          {names.person(item.ownerId ?? item.officerId)} {item.dueOn ? names.fullDay(item.dueOn) : ''}
        </p>
      ) : null}
      <div className="flex gap-2">
        {place > 1 ? (
          <a className="btn" href={href(place - 1)} data-key="k">
            {t('meeting.previous')} <KeyHint>k</KeyHint>
          </a>
        ) : null}
        {place < review.items.length ? (
          <a className="btn" href={href(place + 1)} data-key="j">
            {t('meeting.place', { place: place + 1, total: review.items.length })} <KeyHint>j</KeyHint>
          </a>
        ) : null}
      </div>
    </div>
  )
}
