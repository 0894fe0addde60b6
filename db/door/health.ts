import { pool } from '@/db/client'

const LIMIT = 4000

/** Whether the database answers within four seconds; sees no row, so it needs no permit. */
export async function isDatabaseUp(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>(resolve => {
    timer = setTimeout(resolve, LIMIT, false)
  })
  const answer = pool('app')
    .then(sql => sql`select 1`)
    .then(
      () => true,
      () => false,
    )
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}
