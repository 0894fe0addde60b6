import { getTranslations } from 'next-intl/server'
import { Fragment, type ReactNode } from 'react'
import type { ContactLine } from '@/db/read/contact-list'
import { type ContactColumn, nameColumns } from '@/domain/contact/column'
import type { ContactDetails } from '@/domain/contact/contact'
import { maskedCells } from '@/domain/contact/masked'
import { nameIn } from '@/domain/user/user'
import { localeNames } from '@/i18n/locale'
import { naming } from '../naming'

/** The classes for a phone say which cells make the card. */
export const cellClass: Partial<Record<ContactColumn, string>> = {
  number: 'no',
  name: 'nm c1',
  company: 'c2',
  title: 'cr max-md:text-end',
  phones: 'w c3',
  language: 'w',
  consent: 'w',
  updated: 'w q',
  created: 'w q',
}

type Cells = Record<ContactColumn, (contact: ContactLine) => ReactNode>

/** What stands in each column, with the reader's names; made once a page. Details that are masked say so. */
export async function contactCells(): Promise<Cells> {
  const [names, t, common] = await Promise.all([
    naming(),
    getTranslations('contact'),
    getTranslations('common.say'),
  ])
  const none = <span className="text-ink-3">{common('none')}</span>
  const notStated = <span className="text-ink-3">{common('notStated')}</span>
  const masked = <span className="text-ink-3">{maskedCells[names.locale]}</span>
  const detail = ({ details }: ContactLine, show: (details: ContactDetails) => ReactNode) =>
    details ? show(details) || none : masked
  const two = (value: string | null | undefined, lang?: string) =>
    value ? (
      <span className="two" title={value} lang={lang}>
        {value}
      </span>
    ) : (
      none
    )
  const inLanguage = (column: keyof typeof nameColumns) => (contact: ContactLine) =>
    two(contact.names[nameColumns[column]], nameColumns[column])
  const moment = (at: Date) => <time dateTime={at.toISOString()}>{names.moment(at)}</time>
  return {
    number: contact => <a href={`/contacts/${contact.number}`}>{contact.number}</a>,
    name: contact => {
      const other = nameIn(names.locale, contact.name, contact.names)
      return (
        <span className="two" title={contact.name}>
          <span lang={contact.language ?? undefined}>{contact.name}</span>
          {other === contact.name ? null : <span className="text-ink-3"> {other}</span>}
        </span>
      )
    },
    company: contact => two(contact.companyName, contact.companyLocale ?? undefined),
    title: contact => two(contact.title),
    phones: contact =>
      detail(contact, ({ phones }) =>
        phones.length > 0
          ? phones.map((phone, at) => (
              <Fragment key={phone}>
                {at > 0 ? <br /> : null}
                <a className="link" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
                  {phone}
                </a>
              </Fragment>
            ))
          : null,
      ),
    email: contact =>
      detail(contact, ({ email }) =>
        email ? (
          <a className="link" href={`mailto:${email}`}>
            {email.replace(/@.*/, '')}
            <wbr />
            {email.replace(/^[^@]*/, '')}
          </a>
        ) : null,
      ),
    wechat: contact => detail(contact, ({ wechat }) => wechat),
    language: contact => (contact.language ? localeNames[contact.language] : notStated),
    consent: contact => t(`consent.${contact.consent}`),
    updated: contact => moment(contact.updatedAt),
    name_zh_hans: inLanguage('name_zh_hans'),
    name_zh_hant: inLanguage('name_zh_hant'),
    name_en: inLanguage('name_en'),
    name_ja: inLanguage('name_ja'),
    name_ko: inLanguage('name_ko'),
    note: contact => two(contact.note),
    created: contact => moment(contact.createdAt),
  }
}
