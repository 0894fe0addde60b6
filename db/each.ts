import { as, type Tx } from '@/db/as'
import type { Permit } from '@/domain/policy/permit'

/** A reader who takes nothing for this long gives its connection back: ten stalled downloads must not stop the office. */
const STALLED_MS = 60_000

/**
 * Rows in chunks, out of one snapshot, only as fast as they are taken. The transaction ends with the last chunk, when
 * the taker stops (`break`, a download given up), or when nothing is taken for a minute.
 */
export async function* each<T>(
  permit: Permit,
  read: (tx: Tx) => AsyncIterable<readonly T[]>,
): AsyncGenerator<readonly T[]> {
  let asked = promised<boolean>()
  let given = promised<readonly T[] | null>()
  const work = as(permit, 'stream', async tx => {
    if (!(await inTime(asked.promise))) return
    for await (const rows of read(tx)) {
      const answer = given
      asked = promised()
      answer.resolve(rows)
      if (!(await inTime(asked.promise))) return
    }
  }).then(
    () => given.resolve(null),
    error => given.reject(error),
  )
  try {
    while (true) {
      given = promised()
      asked.resolve(true)
      const rows = await given.promise
      if (!rows) return
      yield rows
    }
  } finally {
    asked.resolve(false)
    await work
  }
}

/** Ids in their order, cut into chunks that `read` turns into rows in the same order. */
export async function* inChunks<T>(
  ids: readonly number[],
  read: (ids: readonly number[]) => Promise<readonly T[]>,
  size = 500,
): AsyncGenerator<readonly T[]> {
  for (let at = 0; at < ids.length; at += size) yield await read(ids.slice(at, at + size))
}

function promised<T>() {
  let resolve!: (value: T) => void
  let reject!: (error: unknown) => void
  const promise = new Promise<T>((yes, no) => {
    resolve = yes
    reject = no
  })
  // a failure after the taker has gone is nobody's to hear
  promise.catch(() => {})
  return { promise, resolve, reject }
}

function inTime(asked: Promise<boolean>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout>
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('a download stalled and was given up')), STALLED_MS)
  })
  return Promise.race([asked, late]).finally(() => clearTimeout(timer))
}
