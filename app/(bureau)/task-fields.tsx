import { getTranslations } from 'next-intl/server'
import { Field } from '@/components/field'
import { DateInput, Select, type SelectOption, TextArea, TextInput } from '@/components/inputs'
import type { TaskRow } from '@/db/read/task'
import { reachOf } from '@/domain/policy/table'
import { remindDays, repeats } from '@/domain/task/task'
import { nameIn } from '@/domain/user/user'
import { naming } from './naming'

type Values = Pick<
  TaskRow,
  'dueOn' | 'assigneeId' | 'remindDays' | 'repeat' | 'repeatEvery' | 'repeatUntil' | 'text'
>

/** The questions of a task but what it is: day, who, reminder, repeat, details. */
export async function TaskFields({ task }: { task?: Values }) {
  const [t, people] = await Promise.all([getTranslations('task'), taskPeople()])
  return (
    <>
      <div className="form-pair">
        <Field name="dueOn" label={t('field.dueOn')}>
          <DateInput defaultValue={task?.dueOn ?? ''} />
        </Field>
        <Field name="assigneeId" label={t('field.assigneeId')}>
          <Select
            defaultValue={task ? String(task.assigneeId) : ''}
            empty={task ? undefined : t('entry.me')}
            options={people}
          />
        </Field>
        <Field name="remindDays" label={t('field.remindDays')} hint={t('hint.remind')}>
          <Select
            defaultValue={task?.remindDays === null || !task ? '' : String(task.remindDays)}
            empty={t('remind.none')}
            options={remindDays.map(days => ({ value: String(days), label: t('remind.on', { days }) }))}
          />
        </Field>
        <Field name="repeat" label={t('field.repeat')}>
          <Select
            defaultValue={task?.repeat ?? ''}
            empty={t('repeat.none')}
            options={repeats.map(value => ({ value, label: t(`repeat.${value}`) }))}
          />
        </Field>
        <Field name="repeatEvery" label={t('field.repeatEvery')} hint={t('hint.every')}>
          <TextInput inputMode="numeric" maxLength={2} defaultValue={task?.repeatEvery ?? ''} />
        </Field>
        <Field name="repeatUntil" label={t('field.repeatUntil')} hint={t('hint.until')}>
          <DateInput defaultValue={task?.repeatUntil ?? ''} />
        </Field>
      </div>
      <Field name="text" label={t('field.text')}>
        <TextArea rows={2} maxLength={10_000} defaultValue={task?.text ?? ''} />
      </Field>
    </>
  )
}

/** Who works on records and has an open account: the director, then each desk's people. */
export async function taskPeople(): Promise<SelectOption[]> {
  const { ref, locale, desk } = await naming()
  const workers = ref.people.filter(({ role, active }) => active && reachOf('task.create', role) !== 'none')
  const option = ({ id, name, names }: (typeof workers)[number], group?: string) => ({
    value: String(id),
    label: nameIn(locale, name, names),
    group,
  })
  return [
    ...workers.filter(one => one.deskIds.length === 0).map(one => option(one)),
    ...ref.desks.flatMap(({ id }) =>
      workers.filter(one => one.deskIds[0] === id).map(one => option(one, desk(id).name)),
    ),
  ]
}
