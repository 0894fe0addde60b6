import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { Submit } from '@/components/form'
import { Breadcrumb, Page, PageHead } from '@/components/page'
import { formWords } from '@/i18n/form-words'
import { createUserAction } from '../actions'
import { OneTimeForm } from '../one-time-form'
import { UserFields } from '../user-fields'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('setting.user'))('create') }
}

export default async function NewUserPage() {
  await page('user.create')
  const t = await getTranslations('setting.user')
  return (
    <Page>
      <Breadcrumb
        label={t('title')}
        items={[{ label: t('title'), href: '/admin/users' }, { label: t('create') }]}
      />
      <PageHead title={t('create')} says={t('create_says')} />
      <div className="page-body">
        <OneTimeForm
          action={createUserAction}
          words={await formWords()}
          className="form-column"
          shown={{
            title: t('made_title'),
            says: t('one_time_says'),
            login: t('login'),
            password: t('one_time'),
            back: t('to_account'),
          }}
        >
          <UserFields />
          <div className="form-foot">
            <Submit>{t('create_submit')}</Submit>
          </div>
        </OneTimeForm>
      </div>
    </Page>
  )
}
