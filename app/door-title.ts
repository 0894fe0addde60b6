import type { Metadata } from 'next'
import { getLocale } from 'next-intl/server'
import { door } from '@/access/door'
import { type Locale, nameIn } from '@/domain/user/user'

/** The title of a page outside the frame; inside it the frame's own layout adds the zone. */
export async function doorTitle(title: string): Promise<Metadata> {
  const [zone, locale] = await Promise.all([door(), getLocale() as Promise<Locale>])
  return { title: { absolute: `${title} · ${nameIn(locale, zone.name, zone.names)}` } }
}
