import { getTranslations } from 'next-intl/server'
import { officerOptions } from '@/app/(bureau)/case-people'
import { naming } from '@/app/(bureau)/naming'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { Select } from '@/components/inputs'
import { Section } from '@/components/page'
import type { LeaverEvent } from '@/domain/leaver/leaver'
import { formWords } from '@/i18n/form-words'
import { handOverEventsAction } from '../actions'

/** Events that lie ahead and name the leaver: somebody else goes. */
export async function LeaverEvents(props: {
  leaverId: number
  events: readonly LeaverEvent[]
  gives: boolean
}) {
  const { leaverId, events, gives } = props
  if (events.length === 0) return null
  const [t, names, words] = await Promise.all([getTranslations('handover.leaver'), naming(), formWords()])
  return (
    <Section title={t('events')} count={events.length}>
      <ul className="rows">
        {events.map(event => (
          <li key={event.number}>
            <a className="link" href={`/events/${event.number}`}>
              {event.number}
            </a>{' '}
            {event.name} <span className="text-ink-2">{names.day(event.startsOn)}</span>
          </li>
        ))}
      </ul>
      {gives ? (
        <Form
          action={handOverEventsAction as FormAction}
          words={words}
          hidden={{ leaverId }}
          says={{ text: t('said') }}
          className="mt-3 flex flex-wrap items-end gap-3"
          aria-label={t('events')}
        >
          <Field name="takerId" label={t('eventTaker')}>
            <Select
              className="!w-56"
              empty=""
              defaultValue=""
              options={officerOptions(names, null, [leaverId])}
            />
          </Field>
          <Submit>{t('give')}</Submit>
        </Form>
      ) : null}
    </Section>
  )
}
