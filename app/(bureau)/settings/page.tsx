import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { may, page } from '@/access/page'
import { currentTheme, singleKeysAct } from '@/access/preference'
import { PasswordFields } from '@/app/password-fields'
import { Field } from '@/components/field'
import { Form, Submit } from '@/components/form'
import { Radios, Select } from '@/components/inputs'
import { Facts, Page, PageHead, Section } from '@/components/page'
import { listCovers } from '@/db/read/cover'
import { type Locale, locales, themes } from '@/domain/user/user'
import { formWords } from '@/i18n/form-words'
import { localeNames } from '@/i18n/locale'
import { CoverForm } from '../cover-form'
import { CoverTable } from '../cover-table'
import { naming } from '../naming'
import { changePasswordAction, editOwnSettingsAction } from './actions'
import { FeedSection } from './feed-section'
import { NotificationChoice } from './notification-choice'
import './settings.css'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('setting.own'))('title') }
}

export default async function SettingsPage() {
  const permit = await page('own.edit')
  const { actor } = permit
  const [t, frame, account, locale, names, singleKeys] = await Promise.all([
    getTranslations('setting.own'),
    getTranslations('frame'),
    getTranslations('account'),
    getLocale() as Promise<Locale>,
    naming(),
    singleKeysAct(),
  ])
  const desks = actor.deskIds.map(id => names.desk(id).name)
  return (
    <Page>
      <PageHead title={t('title')} says={t('says')} />
      <div className="page-body grid gap-8 lg:grid-cols-2">
        <div>
          <Section title={t('look')}>
            <Form action={editOwnSettingsAction} words={await formWords()} className="form-column">
              <Field name="locale" label={frame('language')} hint={t('locale_hint')}>
                <Select
                  defaultValue={locale}
                  options={locales.map(value => ({ value, label: localeNames[value] }))}
                />
              </Field>
              <Field name="theme" label={frame('theme')} group>
                <Radios
                  look="buttons"
                  defaultValue={await currentTheme()}
                  options={themes.map(value => ({ value, label: frame(value) }))}
                />
              </Field>
              <div id="keys">
                <Field name="keys" label={t('keys')} hint={t('keys_hint')} group>
                  <Radios
                    look="buttons"
                    defaultValue={singleKeys ? 'on' : 'off'}
                    options={(['on', 'off'] as const).map(value => ({ value, label: t(`keys_${value}`) }))}
                  />
                </Field>
              </div>
              <div className="form-foot">
                <Submit>{t('save')}</Submit>
              </div>
            </Form>
          </Section>
          <Section title={t('account')} note={t('account_says')}>
            <Facts
              items={[
                { key: 'name', label: t('name'), value: names.person(actor.id) || actor.name },
                { key: 'login', label: t('login'), value: actor.login },
                { key: 'role', label: t('role'), value: frame(`role.${actor.role}`) },
                { key: 'desks', label: t('desks'), value: desks.join(t('comma')) || '—' },
              ]}
            />
          </Section>
          <Section title={account('password.title')} note={account('password.ends_sessions')}>
            <Form action={changePasswordAction} words={await formWords()} className="form-column">
              <PasswordFields />
              <div className="form-foot">
                <Submit>{account('password.save')}</Submit>
              </div>
            </Form>
          </Section>
          <FeedSection />
        </div>
        <div>
          <OwnAbsence />
          <NotificationChoice permit={permit} />
        </div>
      </div>
    </Page>
  )
}

/** Who stands in for oneself, and for whom one does; arranged here. */
async function OwnAbsence() {
  const [read, arranges] = await Promise.all([may('cover.read'), may('cover.create')])
  if (!read || !arranges || (read.actor.role !== 'officer' && read.actor.role !== 'manager')) return null
  const [t, { covers }] = await Promise.all([
    getTranslations('cover'),
    listCovers(read, { of: read.actor.id }),
  ])
  return (
    <Section
      id="absence"
      title={t('own.title')}
      aside={
        <a className="link" href="/covers">
          {t('own.all')}
        </a>
      }
    >
      {covers.length > 0 ? <CoverTable covers={covers} actor={read.actor} label={t('own.title')} /> : null}
      <CoverForm actor={read.actor} own />
    </Section>
  )
}
