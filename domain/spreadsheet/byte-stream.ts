import { setImmediate } from 'node:timers/promises'

/** Rows between two pauses in which the server attends to others: a page takes a dozen turns, and each waits for one of these. */
export const rowsBetweenPauses = 25

/** Lets everything else that waits have its turn. */
export function pause(): Promise<void> {
  return setImmediate()
}

/**
 * A stream that asks for the next chunk only when the reader wants one, so a slow client slows the query. When the
 * client goes away the source is told to stop (its `finally` runs); what the source throws breaks the download off.
 */
export function byteStream(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await chunks.return(undefined)
      },
    },
    { highWaterMark: 1 },
  )
}

/** Batches cut into pieces of at most `size` rows. */
export async function* inPieces<T>(
  batches: AsyncIterable<readonly T[]>,
  size: number,
): AsyncGenerator<readonly T[]> {
  for await (const batch of batches) {
    for (let start = 0; start < batch.length; start += size) yield batch.slice(start, start + size)
  }
}
