import { getTranslations } from 'next-intl/server'
import { may } from '@/access/page'
import { LinkButton } from '@/components/button'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { Radios, Select, TextArea, TextInput } from '@/components/inputs'
import type { ContactRow } from '@/db/read/contact'
import { consents } from '@/domain/contact/contact'
import { locales } from '@/domain/user/user'
import { formWords } from '@/i18n/form-words'
import { localeNames } from '@/i18n/locale'
import { detailsWords } from '../contact-details-words'
import { lookAlikeWords } from '../look-alike-words'
import { LookAlikes } from '../look-alikes'
import { NamesFields } from '../names-fields'
import { revealContactAction } from '../reveal-action'
import { createContactAction, editContactAction } from './actions'
import { DetailsFields } from './details-fields'

/** New for a company, or to be edited. Details that are masked are asked for first, or stay as they are. */
export async function ContactForm(props: { company: string | null; contact?: ContactRow }) {
  const { company, contact } = props
  const [t, common, words, reveal] = await Promise.all([
    getTranslations('contact'),
    getTranslations('common'),
    formWords(),
    may('contact.reveal'),
  ])
  const optional = common('say.optional')
  const back = contact ? `/contacts/${contact.number}` : company ? `/companies/${company}` : '/contacts'
  return (
    <Form
      action={(contact ? editContactAction : createContactAction) as FormAction}
      words={words}
      draft={contact?.number ?? `contact.create.${company ?? ''}`}
      hidden={{
        company: company ?? undefined,
        ...(contact && { number: contact.number, version: contact.version }),
      }}
      says={{ text: t(contact ? 'saved' : 'created') }}
      className="form-column"
      aria-label={t(contact ? 'editTitle' : 'newTitle')}
    >
      <Field name="name" label={t('field.name')} required={common('say.required')}>
        <TextInput maxLength={200} defaultValue={contact?.name} lang={contact?.language ?? undefined} />
      </Field>
      <Field name="title" label={t('field.title')} optional={optional}>
        <TextInput maxLength={200} defaultValue={contact?.title ?? ''} />
      </Field>
      <DetailsFields
        number={contact?.number}
        details={contact ? contact.details : { phones: [], email: null, wechat: null }}
        reveal={reveal ? revealContactAction : undefined}
        optional={optional}
        hint={t('hint.phones')}
        stays={t('maskedInForm')}
        words={await detailsWords(contact?.name ?? '', reveal !== null)}
      />
      <LookAlikes noun="contact" self={contact?.id} words={await lookAlikeWords()} />
      <Field name="language" label={t('field.language')} optional={optional}>
        <Select
          options={locales.map(one => ({ value: one, label: localeNames[one] }))}
          empty={common('say.notStated')}
          defaultValue={contact?.language ?? ''}
        />
      </Field>
      <Field name="consent" label={t('field.consent')} group>
        <Radios
          look="buttons"
          options={consents.map(one => ({ value: one, label: t(`consent.${one}`) }))}
          defaultValue={contact?.consent ?? 'unknown'}
        />
      </Field>
      <details open={Object.keys(contact?.names ?? {}).length > 0} className="fold">
        <summary>{t('field.names')}</summary>
        <NamesFields names={contact?.names ?? {}} label={language => language} />
      </details>
      <Field name="note" label={t('field.note')} optional={optional}>
        <TextArea rows={3} defaultValue={contact?.note ?? ''} />
      </Field>
      <div className="form-foot">
        <Submit>{common('act.save')}</Submit>
        <LinkButton href={back}>{common('act.cancel')}</LinkButton>
      </div>
    </Form>
  )
}
