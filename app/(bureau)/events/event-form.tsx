import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/button'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { Checkbox, DateInput, Select, TextArea, TextInput } from '@/components/inputs'
import type { Event } from '@/db/read/event'
import { eventKinds } from '@/domain/event/event'
import { writingDesks } from '@/domain/policy/actor'
import type { Permit } from '@/domain/policy/permit'
import { nameIn } from '@/domain/user/user'
import { formWords } from '@/i18n/form-words'
import { placeOptions } from '../country-options'
import { NamesFields } from '../names-fields'
import { naming } from '../naming'
import { createEventAction, editEventAction } from './actions'

/** New, or to be edited. One's own desks are chosen to begin with. */
export async function EventForm({ permit, event }: { permit: Permit; event?: Event }) {
  const [t, common, words, names, places] = await Promise.all([
    getTranslations('event'),
    getTranslations('common'),
    formWords(),
    naming(),
    placeOptions(),
  ])
  const { ref, locale } = names
  const optional = common('say.optional')
  const required = common('say.required')
  const deskIds = event?.deskIds ?? (permit.reach === 'all' ? [] : writingDesks(permit.actor))
  const staffIds = event?.staffIds ?? []
  const desks = ref.desks.filter(desk => desk.active || deskIds.includes(desk.id))
  const people = ref.people.filter(
    person => staffIds.includes(person.id) || (person.active && person.role !== 'admin'),
  )
  return (
    <Form
      action={(event ? editEventAction : createEventAction) as FormAction}
      words={words}
      draft={event?.number ?? 'event.create'}
      hidden={event && { number: event.number, version: event.version }}
      says={{ text: t(event ? 'saved' : 'created') }}
      className="form-column"
      aria-label={t(event ? 'editTitle' : 'newTitle')}
    >
      <Field name="name" label={t('field.name')} required={required}>
        <TextInput maxLength={200} defaultValue={event?.name} />
      </Field>
      <div className="form-pair">
        <Field name="kind" label={t('field.kind')} required={required}>
          <Select
            options={eventKinds.map(kind => ({ value: kind, label: t(`kind.${kind}`) }))}
            empty=""
            defaultValue={event?.kind ?? ''}
          />
        </Field>
        <Field name="country" label={t('field.country')} required={required}>
          <Select options={places.countries} empty="" defaultValue={event?.country ?? 'CN'} />
        </Field>
      </div>
      <div className="form-pair">
        <Field name="startsOn" label={t('field.startsOn')} required={required}>
          <DateInput defaultValue={event?.startsOn} />
        </Field>
        <Field name="endsOn" label={t('field.endsOn')} optional={optional} hint={t('hint.endsOn')}>
          <DateInput defaultValue={event?.endsOn} />
        </Field>
      </div>
      <div className="form-pair">
        <Field name="city" label={t('field.city')} required={required}>
          <TextInput maxLength={100} defaultValue={event?.city} />
        </Field>
        <Field name="province" label={t('field.province')} optional={optional}>
          <Select
            options={places.provinces}
            empty={common('say.notStated')}
            defaultValue={event?.province ?? ''}
          />
        </Field>
      </div>
      <div className="form-pair">
        <Field name="venue" label={t('field.venue')} optional={optional}>
          <TextInput maxLength={200} defaultValue={event?.venue ?? ''} />
        </Field>
        <Field name="organiser" label={t('field.organiser')} optional={optional}>
          <TextInput maxLength={200} defaultValue={event?.organiser ?? ''} />
        </Field>
      </div>
      <Field
        name="deskIds"
        label={t('field.deskIds')}
        required={required}
        hint={t(permit.reach === 'all' ? 'hint.desksAll' : 'hint.desks')}
        group
      >
        <div className="flex flex-wrap gap-x-4">
          {desks.map(desk => (
            <Checkbox
              key={desk.id}
              name="deskIds[]"
              value={String(desk.id)}
              label={nameIn(locale, desk.name, desk.names)}
              defaultChecked={deskIds.includes(desk.id)}
            />
          ))}
        </div>
      </Field>
      <Field name="staffIds" label={t('field.staffIds')} optional={optional} group>
        <div className="flex flex-wrap gap-x-4">
          {people.map(person => (
            <Checkbox
              key={person.id}
              name="staffIds[]"
              value={String(person.id)}
              label={nameIn(locale, person.name, person.names)}
              defaultChecked={staffIds.includes(person.id)}
            />
          ))}
        </div>
      </Field>
      <details open={Object.keys(event?.names ?? {}).length > 0} className="fold">
        <summary>{t('field.names')}</summary>
        <NamesFields names={event?.names ?? {}} label={language => t('nameIn', { language })} />
      </details>
      <Field name="note" label={t('field.note')} optional={optional}>
        <TextArea rows={4} defaultValue={event?.note ?? ''} />
      </Field>
      <div className="form-foot">
        <Submit>{common('act.save')}</Submit>
        <LinkButton href={event ? `/events/${event.number}` : '/events'}>{common('act.cancel')}</LinkButton>
      </div>
    </Form>
  )
}
