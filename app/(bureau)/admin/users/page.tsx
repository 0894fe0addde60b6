import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { LinkButton } from '@/components/button'
import { Icon } from '@/components/icon'
import { Page, PageHead } from '@/components/page'
import { HeadCell, Table } from '@/components/table'
import { listUsers } from '@/db/read/user'
import { UserRow } from './user-row'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('setting.user'))('title') }
}

export default async function UsersPage() {
  const accounts = await listUsers(await page('user.read'))
  const t = await getTranslations('setting.user')
  const active = accounts.filter(account => !account.disabled).length
  return (
    <Page fit>
      <PageHead title={t('title')} says={t('says', { active, disabled: accounts.length - active })}>
        <LinkButton look="primary" href="/admin/users/new">
          <Icon name="user-plus" />
          {t('create')}
        </LinkButton>
      </PageHead>
      <Table
        caption={t('title')}
        head={
          <>
            <HeadCell>{t('name')}</HeadCell>
            <HeadCell>{t('login')}</HeadCell>
            <HeadCell>{t('role')}</HeadCell>
            <HeadCell>{t('desks')}</HeadCell>
            <HeadCell>{t('hired_on')}</HeadCell>
            <HeadCell>{t('last_sign_in')}</HeadCell>
            <HeadCell>{t('state')}</HeadCell>
          </>
        }
      >
        {accounts.map(account => (
          <UserRow key={account.id} account={account} />
        ))}
      </Table>
    </Page>
  )
}
