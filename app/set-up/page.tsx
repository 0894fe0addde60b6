import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { isUnclaimed } from '@/access/door'
import { Field } from '@/components/field'
import { Form, Submit } from '@/components/form'
import { Select, TextInput } from '@/components/inputs'
import { Section } from '@/components/page'
import { firstDesks } from '@/domain/desk/desk'
import { shortestPassword } from '@/domain/password/password'
import { otherLocales } from '@/domain/user/names-input'
import type { Locale } from '@/domain/user/user'
import { promotedTimezones } from '@/domain/zone/timezone'
import { formWords } from '@/i18n/form-words'
import { localeNames } from '@/i18n/locale'
import { DoorFrame } from '../door-frame'
import { setUpAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account.set_up'))('title') }
}

/** The first page of an empty office. Once it has a zone there is nothing here any more. */
export default async function SetUpPage() {
  if (!(await isUnclaimed())) redirect('/sign-in')
  const [t, signIn, pass, say, locale] = await Promise.all([
    getTranslations('account.set_up'),
    getTranslations('account.sign_in'),
    getTranslations('account.password'),
    getTranslations('common.say'),
    getLocale() as Promise<Locale>,
  ])
  const required = say('required')
  const timezones = promotedTimezones.map(value => ({ value, label: value }))
  return (
    <DoorFrame zone={t('zone_unnamed')} language={signIn('language')} wide>
      <div>
        <h1 className="text-22">{t('title')}</h1>
        <p className="text-ink-2">{t('says')}</p>
      </div>
      <Form action={setUpAction} words={await formWords()} className="grid gap-4">
        <Field name="code" label={t('code')} required={required} hint={t('code_hint')}>
          <TextInput
            className="font-mono uppercase"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={100}
          />
        </Field>
        <Section title={t('zone_part')}>
          <div className="grid gap-4">
            <Field name="name" label={t('zone_name')} required={required} hint={t('zone_hint')}>
              <TextInput maxLength={100} />
            </Field>
            <details>
              <summary className="link">{t('names')}</summary>
              <div className="mt-3 grid gap-4">
                {otherLocales.map(one => (
                  <Field key={one} name={`name_${one}`} label={localeNames[one]} optional={say('optional')}>
                    <TextInput lang={one} maxLength={100} />
                  </Field>
                ))}
              </div>
            </details>
            <Field name="timezone" label={t('timezone')}>
              <Select options={timezones} defaultValue="Asia/Shanghai" />
            </Field>
          </div>
        </Section>
        <Section title={t('desks_part')} note={t('desks_says')}>
          <div className="grid gap-x-3 gap-y-3.5 sm:grid-cols-2">
            {firstDesks.map(({ key, name }) => (
              <Field key={key} name={`desk_${key}`} label={t(`desk.${key}`)}>
                <TextInput
                  defaultValue={name}
                  maxLength={60}
                  lang={locale === 'zh-Hans' ? undefined : 'zh-Hans'}
                />
              </Field>
            ))}
          </div>
        </Section>
        <Section title={t('admin_part')} note={t('admin_says')}>
          <div className="grid gap-4">
            <div className="form-pair">
              <Field name="person" label={t('person')} required={required}>
                <TextInput autoComplete="name" maxLength={200} />
              </Field>
              <Field name="login" label={signIn('login')} required={required} hint={t('login_hint')}>
                <TextInput
                  autoComplete="username"
                  autoCapitalize="none"
                  defaultValue="admin"
                  maxLength={40}
                />
              </Field>
            </div>
            <Field
              name="password"
              label={signIn('password')}
              required={required}
              hint={pass('hint', { min: shortestPassword })}
            >
              <TextInput type="password" autoComplete="new-password" maxLength={1000} />
            </Field>
            <Field name="again" label={pass('again')} required={required}>
              <TextInput type="password" autoComplete="new-password" maxLength={1000} />
            </Field>
          </div>
        </Section>
        <Submit>{t('submit')}</Submit>
      </Form>
    </DoorFrame>
  )
}
