import { may, page } from '@/access/page'
import { DayAdmin } from './day-admin'
import { DayBureau } from './day-bureau'
import { DayOfficer } from './day-officer'

/** What each role has to do first. */
export async function MyDay() {
  const day = await page('day.read')
  const { role } = day.actor
  const audit = role === 'admin' ? await may('audit.read') : null
  if (audit) return <DayAdmin permit={audit} />
  const [lead, deal] = await Promise.all([may('lead.read'), may('deal.read')])
  if (role === 'officer' && lead && deal) return <DayOfficer day={day} lead={lead} deal={deal} />
  return <DayBureau permit={day} />
}
