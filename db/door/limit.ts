import type { Sql } from 'postgres'
import { pool } from '@/db/client'

const LIMIT_MS = 3_000
/** One page asks several times; after the first has waited in vain, the others of the next seconds do not wait as long. */
const LIMIT_AFTER_MS = 400
const AFTER_MS = 5_000

let lastClosed = Number.NEGATIVE_INFINITY

/** The door did not answer in time: the database is gone, or too busy to let anybody in. */
export class DoorClosed extends Error {}

/**
 * A query at the door, answered within three seconds or not at all: every page asks here who is there, so a database
 * that hangs must not hold every page with it.
 */
export async function atDoor<T>(run: (door: Sql) => PromiseLike<T>): Promise<T> {
  const limit = performance.now() - lastClosed < AFTER_MS ? LIMIT_AFTER_MS : LIMIT_MS
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      lastClosed = performance.now()
      reject(new DoorClosed(`no answer within ${limit} ms`))
    }, limit)
  })
  const work = pool('door').then(run)
  work.then(
    () => {
      lastClosed = Number.NEGATIVE_INFINITY
    },
    () => {},
  )
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
