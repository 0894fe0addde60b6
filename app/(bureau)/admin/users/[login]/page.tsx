import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { page } from '@/access/page'
import { naming } from '@/app/(bureau)/naming'
import { Form, Submit } from '@/components/form'
import { Breadcrumb, Page, PageHead, Section } from '@/components/page'
import { getUser } from '@/db/read/user'
import { nameIn } from '@/domain/user/user'
import { formWords } from '@/i18n/form-words'
import { editUserAction } from '../actions'
import { UserFields } from '../user-fields'
import { UserSide } from '../user-side'
import { UserState } from '../user-state'

type Props = { params: Promise<{ login: string }> }

/* Title and page ask for the same one. */
const found = cache(async (login: string) => {
  const permit = await page('user.read')
  return (await getUser(permit, decodeURIComponent(login))) ?? notFound()
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ login, name, names }, { locale }] = await Promise.all([found((await params).login), naming()])
  return { title: `${login} ${nameIn(locale, name, names)}` }
}

export default async function UserPage({ params }: Props) {
  const account = await found((await params).login)
  const [t, { locale }] = await Promise.all([getTranslations('setting.user'), naming()])
  const name = nameIn(locale, account.name, account.names)
  const { id, version } = account
  return (
    <Page>
      <Breadcrumb label={t('title')} items={[{ label: t('title'), href: '/admin/users' }, { label: name }]} />
      <PageHead title={name} says={account.login} marks={<UserState account={account} />} />
      <div className="page-body grid gap-8 lg:grid-cols-[minmax(0,640px)_minmax(0,1fr)]">
        <Section title={t('edit')} note={t('edit_says')}>
          <Form
            key={version}
            action={editUserAction}
            words={await formWords()}
            hidden={{ id, version }}
            className="form-column"
          >
            <UserFields account={account} />
            <div className="form-foot">
              <Submit>{t('save')}</Submit>
            </div>
          </Form>
        </Section>
        <UserSide account={account} />
      </div>
    </Page>
  )
}
