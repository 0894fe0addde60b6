import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { may, page } from '@/access/page'
import { nameIn } from '@/domain/user/user'
import { DayAdmin } from './day-admin'
import { DayBureau } from './day-bureau'
import { DayOfficer } from './day-officer'
import { naming } from './naming'

export async function generateMetadata(): Promise<Metadata> {
  // beside the layout, whose template is for what lies below it
  const [t, { ref, locale }] = await Promise.all([getTranslations('day'), naming()])
  return { title: { absolute: `${t('title')} · ${nameIn(locale, ref.zone.name, ref.zone.names)}` } }
}

/** Where everybody begins, with what each role has to do first. */
export default async function MyDayPage() {
  const day = await page('day.read')
  const { role } = day.actor
  const audit = role === 'admin' ? await may('audit.read') : null
  if (audit) return <DayAdmin permit={audit} />
  const [lead, deal] = await Promise.all([may('lead.read'), may('deal.read')])
  if (role === 'officer' && lead && deal) return <DayOfficer day={day} lead={lead} deal={deal} />
  return <DayBureau permit={day} />
}
