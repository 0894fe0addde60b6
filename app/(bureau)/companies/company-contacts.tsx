import { getTranslations } from 'next-intl/server'
import { may } from '@/access/page'
import { LinkButton } from '@/components/button'
import { Icon } from '@/components/icon'
import { Section } from '@/components/page'
import { type ContactRow, listCompanyContacts } from '@/db/read/contact'
import type { Permit } from '@/domain/policy/permit'
import { nameIn } from '@/domain/user/user'
import { localeNames } from '@/i18n/locale'
import { ContactDetailsLines } from '../contact-details'
import { detailsWords } from '../contact-details-words'
import { naming } from '../naming'
import { revealContactAction } from '../reveal-action'

/** The people of a company, each with what one may know of how to reach them. */
export async function CompanyContacts(props: {
  permit: Permit<'contact.read'>
  companyId: number
  companyNumber: string
}) {
  const [t, contacts, create, reveal] = await Promise.all([
    getTranslations('company'),
    listCompanyContacts(props.permit, props.companyId),
    may('contact.create'),
    may('contact.reveal'),
  ])
  return (
    <Section
      title={t('section.contacts')}
      count={contacts.length}
      aside={
        create ? (
          <LinkButton small href={`/contacts/new?company=${props.companyNumber}`}>
            <Icon name="user-plus" small />
            {t('act.addContact')}
          </LinkButton>
        ) : null
      }
    >
      {contacts.length === 0 ? <p className="text-ink-2">{t('none.contacts')}</p> : null}
      <ul className="rows">
        {contacts.map(contact => (
          <OneContact key={contact.id} contact={contact} mayReveal={reveal !== null} />
        ))}
      </ul>
    </Section>
  )
}

async function OneContact({ contact, mayReveal }: { contact: ContactRow; mayReveal: boolean }) {
  const { locale } = await naming()
  const { language, title, details, number } = contact
  const name = nameIn(locale, contact.name, contact.names)
  return (
    <li>
      <div className="grid min-w-0 gap-1">
        <p>
          <a className="link font-semibold" href={`/contacts/${number}`} lang={language ?? undefined}>
            {contact.name}
          </a>{' '}
          {name === contact.name ? null : <span className="text-ink-2">{name} </span>}
          <span className="text-ink-2">
            {[title, language && localeNames[language]].filter(Boolean).join(' · ')}
          </span>
        </p>
        <ContactDetailsLines
          number={number}
          details={details}
          reveal={mayReveal ? revealContactAction : undefined}
          words={await detailsWords(contact.name, mayReveal)}
        />
      </div>
    </li>
  )
}
