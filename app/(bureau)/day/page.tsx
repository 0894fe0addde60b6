import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MyDay } from '../my-day'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('day'))('title') }
}

/** My day at an address of its own, for those who begin somewhere else. */
export default MyDay
