import { getTranslations } from 'next-intl/server'
import { may } from '@/access/page'
import { naming } from '@/app/(bureau)/naming'
import { Field } from '@/components/field'
import { Icon } from '@/components/icon'
import { pickEvents } from '@/db/read/event-pick'
import { countLeads } from '@/db/read/lead-list'
import { defaultLeadFilter } from '@/domain/lead/filter'
import { leadStages } from '@/domain/lead/lead'
import { nameIn } from '@/domain/user/user'
import { EventPicker } from '../event-picker'

/** The event at which the card was given, kept from the last one; how many were logged there today; another one. */
export async function EventLine({ number }: { number: string }) {
  const [t, common, names, events, leads] = await Promise.all([
    getTranslations('lead.form'),
    getTranslations('common.combo'),
    naming(),
    may('event.read'),
    may('lead.read'),
  ])
  const found = number && events ? await pickEvents(events, number) : []
  const event = found.find(one => one.number === number)
  const today = names.today
  const count =
    event && leads
      ? await countLeads(leads, {
          ...defaultLeadFilter,
          event: number,
          stages: leadStages,
          createdFrom: today,
          createdTo: today,
        })
      : 0
  const name = event && nameIn(names.locale, event.name, event.names)
  return (
    <details className="mb-3 rounded bg-ground-2 px-3 py-2">
      <summary className="cursor-pointer list-none">
        <Icon name="ticket" small /> {name ? t('atEvent', { name, count }) : t('noEvent')}{' '}
        <span className="link">{t(name ? 'changeEvent' : 'chooseEvent')}</span>
      </summary>
      <Field name="eventId" label={t('chooseEvent')}>
        <EventPicker
          words={{ none: common('none'), clear: common('clear') }}
          defaultOption={event && { value: String(event.id), label: name ?? '' }}
        />
      </Field>
    </details>
  )
}
