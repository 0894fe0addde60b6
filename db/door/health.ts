import { pool } from '@/db/client'
import { noteHere } from '@/db/outage'

const LIMIT_MS = 2_000

/** Whether the database answers within two seconds; sees no row, so it needs no permit. Asks even when it was gone. */
export async function isDatabaseUp(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>(resolve => {
    timer = setTimeout(resolve, LIMIT_MS, false)
  })
  const answer = pool('app')
    .then(sql => sql`select 1`)
    .then(
      () => true,
      () => false,
    )
  const up = await Promise.race([answer, late]).finally(() => clearTimeout(timer))
  if (up) noteHere()
  return up
}
