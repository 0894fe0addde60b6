import { getTranslations } from 'next-intl/server'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { DateInput, Select, TextInput } from '@/components/inputs'
import { addDays } from '@/domain/calendar/date'
import { type Actor, writingDesks } from '@/domain/policy/actor'
import { formWords } from '@/i18n/form-words'
import { officerOptions } from './case-people'
import { createCoverAction } from './cover-action'
import { naming } from './naming'

/** Somebody of one's desks is absent; with `own` it is oneself. */
export async function CoverForm({ actor, own }: { actor: Actor; own?: boolean }) {
  const [t, say, names] = await Promise.all([
    getTranslations('cover'),
    getTranslations('common.say'),
    naming(),
  ])
  const { today } = names
  const required = say('required')
  const desks =
    own || actor.role === 'officer' ? actor.deskIds : actor.role === 'director' ? null : writingDesks(actor)
  const oneself = own || actor.role === 'officer'
  return (
    <Form
      action={createCoverAction as FormAction}
      words={await formWords()}
      hidden={oneself ? { absentId: actor.id } : undefined}
      says={{ text: t('said.created') }}
      again
      className="form-column"
      aria-label={t('new')}
    >
      <p className="text-ink-2">{t('hint')}</p>
      {oneself ? null : (
        <Field name="absentId" label={t('field.absentId')} required={required}>
          <Select empty="" defaultValue="" options={officerOptions(names, desks, [])} />
        </Field>
      )}
      <Field name="colleagueId" label={t('field.colleagueId')} required={required}>
        <Select empty="" defaultValue="" options={officerOptions(names, desks, oneself ? [actor.id] : [])} />
      </Field>
      <div className="form-pair">
        <Field name="from" label={t('field.from')}>
          <DateInput defaultValue={today} min={today} />
        </Field>
        <Field name="until" label={t('field.until')}>
          <DateInput defaultValue={addDays(today, 4)} min={today} />
        </Field>
      </div>
      <Field name="reason" label={t('field.reason')} optional={say('optional')}>
        <TextInput maxLength={500} />
      </Field>
      <div className="form-foot">
        <Submit>{t('new')}</Submit>
      </div>
    </Form>
  )
}
