import type { Metadata, Route } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { getHome } from '@/db/read/view'
import { nameIn } from '@/domain/user/user'
import { MyDay } from './my-day'
import { naming } from './naming'

export async function generateMetadata(): Promise<Metadata> {
  // beside the layout, whose template is for what lies below it
  const [t, { ref, locale }] = await Promise.all([getTranslations('day'), naming()])
  return { title: { absolute: `${t('title')} · ${nameIn(locale, ref.zone.name, ref.zone.names)}` } }
}

/** Where one begins: in the view that one has chosen, else with My day. */
export default async function StartPage() {
  const home = await getHome(await page('own.edit'))
  if (home) redirect(home as Route)
  return <MyDay />
}
