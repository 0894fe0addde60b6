import { cache } from 'react'
import { getReference } from '@/db/read/reference'
import { page } from './page'

/** Zone, today, desks, industries, people and words for countries: read once a request, for any signed-in page. */
export const reference = cache(async () => getReference(await page('reference.read')))
