import { getTranslations } from 'next-intl/server'
import { mailIsSetUp } from '@/access/mail'
import { Field } from '@/components/field'
import { Form, Submit } from '@/components/form'
import { Checkbox, Select, TextInput } from '@/components/inputs'
import { Section } from '@/components/page'
import { getNotificationChoices } from '@/db/read/notification-choice'
import { mailTimes } from '@/domain/notification/notification'
import type { Permit } from '@/domain/policy/permit'
import { formWords } from '@/i18n/form-words'
import { chooseNotificationsAction } from './actions'

/** Of what one is told, in the app and by e-mail. */
export async function NotificationChoice({ permit }: { permit: Permit<'own.edit'> }) {
  const [t, kind, say, { email, kinds }] = await Promise.all([
    getTranslations('notification.choice'),
    getTranslations('notification.kind'),
    getTranslations('common.say'),
    getNotificationChoices(permit),
  ])
  const times = mailTimes.map(value => ({ value, label: t(value) }))
  return (
    <div id="notifications">
      <Section title={t('title')} note={t('says')}>
        <Form action={chooseNotificationsAction} words={await formWords()} className="form-column">
          <Field name="email" label={t('email')} hint={t('email_hint')} optional={say('optional')}>
            <TextInput
              type="email"
              inputMode="email"
              autoComplete="email"
              defaultValue={email ?? ''}
              maxLength={254}
            />
          </Field>
          {mailIsSetUp() ? null : <p className="note">{t('noServer')}</p>}
          <div className="choices">
            <p aria-hidden>
              <span>{t('kind')}</span>
              <span>{t('app')}</span>
              <span>{t('mail')}</span>
            </p>
            {kinds.map(one => (
              <fieldset key={one.kind}>
                <legend className="sr-only">{kind(one.kind)}</legend>
                <span aria-hidden>{kind(one.kind)}</span>
                <Checkbox
                  name="app[]"
                  value={one.kind}
                  defaultChecked={one.app}
                  label={<span className="sr-only">{t('appFor', { kind: kind(one.kind) })}</span>}
                />
                <Select
                  small
                  name={`mail_${one.kind}`}
                  aria-label={t('mailFor', { kind: kind(one.kind) })}
                  defaultValue={one.mail}
                  options={times}
                />
              </fieldset>
            ))}
          </div>
          <div className="form-foot">
            <Submit>{t('save')}</Submit>
          </div>
        </Form>
      </Section>
    </div>
  )
}
