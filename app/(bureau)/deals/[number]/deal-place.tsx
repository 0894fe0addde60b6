import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/button'
import { Icon } from '@/components/icon'
import { Breadcrumb } from '@/components/page'
import { dealNeighbours } from '@/db/read/deal-record'
import type { DealRecord } from '@/domain/deal/row'
import type { Permit } from '@/domain/policy/permit'
import type { RecordAsked } from './record-asked'

/** Where the record stands in the list that one came from; `[` and `]` go on in it. */
export async function DealPlace(props: {
  permit: Permit<'deal.read'>
  deal: DealRecord
  asked: RecordAsked
}) {
  const { permit, deal, asked } = props
  const [t, common, place] = await Promise.all([
    getTranslations('deal'),
    getTranslations('common.act'),
    dealNeighbours(permit, asked.filter, deal.number),
  ])
  const step = (number: string | null | undefined, key: '[' | ']') =>
    number ? (
      <LinkButton
        look="quiet"
        small
        square
        href={`/deals/${number}${asked.search}`}
        data-key={key}
        aria-label={common(key === '[' ? 'previous' : 'next')}
        title={`${common(key === '[' ? 'previous' : 'next')} ${key}`}
      >
        <Icon name={key === '[' ? 'chevron-left' : 'chevron-right'} />
      </LinkButton>
    ) : null
  return (
    <Breadcrumb
      label={t('title')}
      items={[{ label: t('title'), href: `/deals${asked.search}` }, { label: deal.number }]}
    >
      {place ? (
        <>
          <span>{t('record.place', { position: place.position, total: place.total })}</span>
          {step(place.previous, '[')}
          {step(place.next, ']')}
        </>
      ) : null}
    </Breadcrumb>
  )
}
