import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { Field } from '@/components/field'
import { Form, Submit } from '@/components/form'
import { Select, TextInput } from '@/components/inputs'
import { Page, PageHead, Section } from '@/components/page'
import { getZone } from '@/db/read/zone'
import { promotedTimezones } from '@/domain/zone/timezone'
import { formWords } from '@/i18n/form-words'
import { NameFields } from '../name-fields'
import { editZoneAction } from './actions'
import { LimitFields } from './limit-fields'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('setting.zone'))('title') }
}

export default async function ZonePage() {
  const zone = (await getZone(await page('zone.edit'))) ?? notFound()
  const [t, common] = await Promise.all([getTranslations('setting.zone'), getTranslations('common')])
  const timezones = [...new Set([zone.timezone, ...promotedTimezones])].map(value => ({
    value,
    label: value,
  }))
  return (
    <Page>
      <PageHead title={t('title')} says={t('says')} />
      <div className="page-body">
        <Form
          key={zone.version}
          action={editZoneAction}
          words={await formWords()}
          hidden={{ version: zone.version }}
          className="form-column"
        >
          <Section title={t('office')}>
            <div className="grid gap-4">
              <Field name="name" label={t('name')} required={common('say.required')}>
                <TextInput defaultValue={zone.name} maxLength={100} lang="zh-Hans" />
              </Field>
              <NameFields names={zone.names} max={100} />
              <Field name="timezone" label={t('timezone')} hint={t('timezone_hint')}>
                <Select defaultValue={zone.timezone} options={timezones} />
              </Field>
            </div>
          </Section>
          <LimitFields settings={zone.settings} />
          <div className="form-foot">
            <Submit>{common('act.save')}</Submit>
          </div>
        </Form>
      </div>
    </Page>
  )
}
