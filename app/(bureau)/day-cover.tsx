import { getTranslations } from 'next-intl/server'
import { may } from '@/access/page'
import { Banner } from '@/components/page'
import { listCovers } from '@/db/read/cover'
import { coverState } from '@/domain/cover/cover'
import { dealSearch, defaultDealFilter } from '@/domain/deal/filter'
import { defaultLeadFilter, leadSearch } from '@/domain/lead/filter'
import { naming } from './naming'

/** On My day: for whom one stands in and where their cases are; who stands in for oneself. */
export async function DayCover() {
  const permit = await may('cover.read')
  if (!permit || (permit.actor.role !== 'officer' && permit.actor.role !== 'manager')) return null
  const { id } = permit.actor
  const [t, names, { covers }] = await Promise.all([
    getTranslations('cover.day'),
    naming(),
    listCovers(permit, { of: id }),
  ])
  return covers
    .filter(cover => coverState(cover, names.today) === 'running')
    .map(cover => {
      const until = names.day(cover.until)
      const officer = cover.absentId
      if (officer === id)
        return (
          <Banner
            key={cover.id}
            tone="accent"
            icon="user"
            acts={
              <a className="link" href="/settings#absence">
                {t('manage')}
              </a>
            }
          >
            {t('absent', { name: names.person(cover.colleagueId), until })}
          </Banner>
        )
      return (
        <Banner key={cover.id} tone="accent" icon="user-plus">
          {t('covers', { name: names.person(officer), until })}{' '}
          <a className="link" href={`/leads${leadSearch({ ...defaultLeadFilter, officer })}`}>
            {t('leads')}
          </a>{' '}
          <a className="link" href={`/deals${dealSearch(defaultDealFilter, { officer })}`}>
            {t('deals')}
          </a>
        </Banner>
      )
    })
}
