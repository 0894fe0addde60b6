import type { Sql } from 'postgres'
import { pool } from '@/db/client'

const LIMIT_MS = 4_000

/** The door did not answer in time: the database is gone, or too busy to let anybody in. */
export class DoorClosed extends Error {}

/**
 * A query at the door, answered within four seconds or not at all: every page asks here who is there, so a database
 * that hangs must not hold every page with it.
 */
export async function atDoor<T>(run: (door: Sql) => PromiseLike<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DoorClosed(`no answer within ${LIMIT_MS} ms`)), LIMIT_MS)
  })
  const work = pool('door').then(run)
  work.catch(() => {})
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
