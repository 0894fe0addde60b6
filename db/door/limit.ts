import type { Sql } from 'postgres'
import { pool } from '@/db/client'
import { DatabaseGone, inTime, noteGone } from '@/db/outage'

const LIMIT_MS = 2_000

/**
 * A query at the door, answered within two seconds or not at all: every page asks here who is there, so a database
 * that hangs must not hold every page with it. Nothing here takes long, so no answer means that the database is gone.
 */
export async function atDoor<T>(run: (door: Sql) => PromiseLike<T>): Promise<T> {
  return inTime(
    LIMIT_MS,
    () => pool('door').then(run),
    () => {
      noteGone()
      return new DatabaseGone(`no answer at the door within ${LIMIT_MS} ms`)
    },
  )
}
