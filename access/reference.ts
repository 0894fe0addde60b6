import { cache } from 'react'
import { getReference, type Reference } from '@/db/read/reference'
import { page } from './page'
import { currentSession } from './session'

/* Of this process. All staff read the same; the stamp comes with each request's own session, so a change made anywhere
   is seen by the very next request. */
let kept: { stamp: string; reference: Promise<Reference> } | undefined

/** Zone, today, desks, industries, people and words for countries, for any signed-in page. */
export const reference = cache(async (): Promise<Reference> => {
  const permit = await page('reference.read')
  const session = await currentSession()
  if (!session) throw new Error('a page without a session has passed its gate')
  // and the day, which some of it goes by
  const { today } = session
  const stamp = `${session.stamp} ${today}`
  if (kept?.stamp !== stamp) {
    // read after the stamp, so never older than it
    const read = { stamp, reference: getReference(permit) }
    read.reference.catch(() => {
      if (kept === read) kept = undefined
    })
    kept = read
  }
  return { ...(await kept.reference), today }
})
