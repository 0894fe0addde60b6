import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { may, page } from '@/access/page'
import { LinkButton } from '@/components/button'
import { Page } from '@/components/page'
import { listContacts } from '@/db/read/contact-list'
import { contactList } from '@/domain/contact/filter'
import type { SearchParams } from '@/domain/filter/parameter'
import { contactDetails } from '@/domain/policy/table'
import { CompanySegments } from '../company-segments'
import { listAsked } from '../list-asked'
import { ListEmpty } from '../list-empty'
import { ListHead } from '../list-head'
import { contactFields } from './contact-fields'
import { ContactTable } from './contact-table'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('contact'))('title') }
}

export default async function ContactsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const permit = await page('contact.read')
  const asked = await listAsked(contactList, await searchParams)
  const [t, common, found, mayCreate, mayExport] = await Promise.all([
    getTranslations('contact'),
    getTranslations('common.list'),
    listContacts(permit, asked.filter),
    may('contact.create'),
    may('contact.export'),
  ])
  const create = mayCreate && { href: '/contacts/new', label: t('newTitle') }
  const reach = { shown: null, linked: t('reach'), masked: t('maskedForRole') }[
    contactDetails[permit.actor.role]
  ]
  return (
    <Page fit>
      <ListHead
        list={contactList}
        asked={asked}
        fields={await contactFields(asked.filter)}
        title={t('title')}
        says={[t('says', { count: found.total }), reach].filter(Boolean).join(' · ')}
        create={create}
        mayExport={mayExport !== null}
        total={found.total}
        column={key => t(`column.${key}`)}
        page={found.page}
        views={<CompanySegments here="contacts" />}
      />
      {found.total === 0 ? (
        <ListEmpty
          path="/contacts"
          narrowed={!contactList.isUsual(asked.filter)}
          filtered={{ title: common('noMatch'), says: t('empty.filtered') }}
          first={{ title: t('empty.title'), says: t('empty.says') }}
        >
          {create ? <LinkButton href={create.href}>{create.label}</LinkButton> : null}
        </ListEmpty>
      ) : (
        <ContactTable asked={asked} {...found} />
      )}
    </Page>
  )
}
