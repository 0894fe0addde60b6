import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/icon'
import { Card } from '@/components/page'
import type { LeadRecord } from '@/db/read/lead'
import type { Actor } from '@/domain/policy/actor'
import { contactDetails } from '@/domain/policy/table'

/** Who to reach and how; for whom the details are masked, that they are. */
export async function LeadContact({ lead, actor }: { lead: LeadRecord; actor: Actor }) {
  const t = await getTranslations('lead')
  const { contact, details } = lead
  if (!contact) return null
  const masked = contactDetails[actor.role] === 'masked'
  const none = !details?.phones?.length && !details?.email && !details?.wechat
  return (
    <Card title={t('field.contact')} id="contact">
      <p>
        <a className="link" href={`/contacts/${contact.number}`}>
          {contact.name}
        </a>{' '}
        <span className="text-ink-2">{contact.title}</span>
      </p>
      {masked ? <p className="text-ink-3">•••••• {t('mark.masked')}</p> : null}
      {!masked && none ? <p className="text-ink-3">{t('record.noDetails')}</p> : null}
      <ul className="mt-1 grid gap-1 [&_.icon]:mt-1 [&_.icon]:flex-none [&_a]:wrap-anywhere [&_a]:min-w-0 [&>li]:flex [&>li]:gap-1.5">
        {(details?.phones ?? []).map(phone => (
          <li key={phone}>
            <Icon name="phone" small label={t('field.phone')} />
            <a className="link" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
              {phone}
            </a>
          </li>
        ))}
        {details?.wechat ? (
          <li>
            <Icon name="message-square" small label={t('field.wechat')} />
            <span>{details.wechat}</span>
          </li>
        ) : null}
        {details?.email ? (
          <li>
            <Icon name="mail" small label={t('field.email')} />
            <a className="link" href={`mailto:${details.email}`}>
              {details.email}
            </a>
          </li>
        ) : null}
      </ul>
    </Card>
  )
}
