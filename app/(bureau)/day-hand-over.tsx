import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/button'
import { DeskChip } from '@/components/marks'
import { Section } from '@/components/page'
import type { HandOver } from '@/domain/hand-over/hand-over'
import { naming } from './naming'

/** What other desks offer: the receiving head decides. */
export async function DayHandOver({ offers }: { offers: readonly HandOver[] }) {
  const [t, names] = await Promise.all([getTranslations('handover'), naming()])
  return (
    <Section id="hand-overs" title={<a href="/hand-overs">{t('day.title')}</a>} count={offers.length}>
      {offers.length === 0 ? <p className="text-ink-2">{t('day.none')}</p> : null}
      <ul className="rows">
        {offers.map(offer => (
          <li key={offer.id} className="flex items-start gap-2">
            <span className="min-w-0 flex-1">
              {offer.name === null ? (
                offer.number
              ) : (
                <a href={`/${offer.noun}s/${offer.number}#hand-over`}>{offer.name}</a>
              )}{' '}
              <DeskChip colour={names.desk(offer.fromDeskId).colour}>
                {names.desk(offer.fromDeskId).name}
              </DeskChip>
              <span className="block text-ink-2 wrap-anywhere">{offer.reason}</span>
            </span>
            <LinkButton
              small
              look="outlined"
              href={offer.name === null ? '/hand-overs' : `/${offer.noun}s/${offer.number}#hand-over`}
            >
              {t('day.open')}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Section>
  )
}
