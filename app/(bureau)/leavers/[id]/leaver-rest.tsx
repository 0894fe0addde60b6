import { getTranslations } from 'next-intl/server'
import { officerOptions } from '@/app/(bureau)/case-people'
import { naming } from '@/app/(bureau)/naming'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { Select } from '@/components/inputs'
import { Section } from '@/components/page'
import type { Leaver, LeaverEvent } from '@/domain/leaver/leaver'
import { formWords } from '@/i18n/form-words'
import { handOverEventsAction, handOverTasksAction } from '../actions'

/** Events that lie ahead and name the leaver: somebody else goes. */
export async function LeaverEvents(props: {
  leaverId: number
  events: readonly LeaverEvent[]
  gives: boolean
}) {
  const { leaverId, events, gives } = props
  if (events.length === 0) return null
  const [t, names] = await Promise.all([getTranslations('handover.leaver'), naming()])
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
        <GiveAll leaverId={leaverId} action={handOverEventsAction as FormAction} label={t('events')} />
      ) : null}
    </Section>
  )
}

/** Open tasks: somebody else does them. */
export async function LeaverTasks(props: { leaverId: number; tasks: Leaver['tasks']; gives: boolean }) {
  const { leaverId, tasks, gives } = props
  if (tasks.total === 0) return null
  const [t, names] = await Promise.all([getTranslations('handover.leaver'), naming()])
  return (
    <Section title={t('tasks')} count={tasks.total}>
      <ul className="rows">
        {tasks.first.map(task => (
          <li key={task.id}>
            {task.title} <span className="text-ink-2">{task.dueOn ? names.day(task.dueOn) : null}</span>
          </li>
        ))}
      </ul>
      {gives ? (
        <GiveAll leaverId={leaverId} action={handOverTasksAction as FormAction} label={t('tasks')} />
      ) : null}
    </Section>
  )
}

async function GiveAll({ leaverId, action, label }: { leaverId: number; action: FormAction; label: string }) {
  const [t, names, words] = await Promise.all([getTranslations('handover.leaver'), naming(), formWords()])
  return (
    <Form
      action={action}
      words={words}
      hidden={{ leaverId }}
      says={{ text: t('said') }}
      className="mt-3 flex flex-wrap items-end gap-3"
      aria-label={label}
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
  )
}
