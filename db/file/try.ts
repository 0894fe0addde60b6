import { arrive } from './arrival'
import { store } from './chosen'

/** Puts a few bytes into the store, reads them and takes them away; answers where it is. Throws what did not work. */
export async function tryStore(): Promise<string> {
  const kept = store()
  const arrival = await arrive(bytes(), 1000)
  if (!arrival) throw new Error('a few bytes are too many')
  try {
    await kept.put(arrival.digest, arrival.path)
    const read = await kept.get(arrival.digest)
    if (!read || (await new Response(read).text()) !== PROBE)
      throw new Error(`${kept.place}: not what was written`)
    await kept.delete(arrival.digest)
  } finally {
    await arrival.discard()
  }
  return kept.place
}

const PROBE = 'written by npm run doctor, to be deleted at once'

async function* bytes() {
  yield new TextEncoder().encode(PROBE)
}
