import { getTranslations } from 'next-intl/server'
import { DeskChip } from '@/components/marks'
import { Facts } from '@/components/page'
import type { Event } from '@/db/read/event'
import { locales } from '@/domain/user/user'
import { localeNames } from '@/i18n/locale'
import { naming } from '../naming'

export async function EventFacts({ event }: { event: Event }) {
  const [t, common, names] = await Promise.all([
    getTranslations('event'),
    getTranslations('common.say'),
    naming(),
  ])
  const known = (value: React.ReactNode) => value || <span className="text-ink-3">{common('notStated')}</span>
  const { startsOn, endsOn } = event
  const days =
    startsOn === endsOn
      ? names.fullDay(startsOn)
      : t('days', { from: names.fullDay(startsOn), to: names.fullDay(endsOn) })
  const desks = event.deskIds.map(id => (
    <DeskChip key={id} colour={names.desk(id).colour}>
      {names.desk(id).name}
    </DeskChip>
  ))
  const facts = [
    { key: 'kind', value: t(`kind.${event.kind}`) },
    { key: 'days', value: days },
    {
      key: 'country',
      value: [names.country(event.country), names.province(event.province)].filter(Boolean).join(' '),
    },
    { key: 'city', value: event.city },
    { key: 'venue', value: event.venue },
    { key: 'organiser', value: event.organiser },
    { key: 'deskIds', value: <span className="flex flex-wrap gap-1">{desks}</span> },
    { key: 'note', value: event.note && <span className="whitespace-pre-wrap">{event.note}</span> },
  ] as const
  const others = locales.flatMap(locale => {
    const name = event.names[locale]
    return name ? [{ key: `names.${locale}`, label: localeNames[locale], value: name, lang: locale }] : []
  })
  return (
    <>
      <Facts
        items={facts.map(({ key, value }) => ({ key, label: t(`field.${key}`), value: known(value) }))}
      />
      {others.length > 0 ? (
        <>
          <h2 className="mt-4 mb-2 text-14">{t('section.names')}</h2>
          <Facts items={others} />
        </>
      ) : null}
      <p className="mt-4 text-12 text-ink-3">
        {common('updatedBy', { name: names.person(event.updatedBy), at: names.moment(event.updatedAt) })}
      </p>
    </>
  )
}
