import { createHash, randomUUID } from 'node:crypto'
import { open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { arrivals } from './disk'

/** Whole and hashed, in a file of its own that nobody else knows; `discard()` when done with it, kept or not. */
export type Arrival = { path: string; digest: string; size: number; discard: () => Promise<void> }

/**
 * Takes what comes in, a chunk at a time, into a temporary file (0600). Null when it is more than `limit` bytes: then
 * nothing stays of it, nor when the source breaks off.
 */
export async function arrive(source: AsyncIterable<Uint8Array>, limit: number): Promise<Arrival | null> {
  const path = join(await arrivals(), randomUUID())
  const file = await open(path, 'wx', 0o600)
  const hash = createHash('sha256')
  let size = 0
  try {
    for await (const chunk of source) {
      size += chunk.length
      if (size > limit) break
      hash.update(chunk)
      await file.writeFile(chunk)
    }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await file.close()
  }
  const discard = () => rm(path, { force: true })
  if (size <= limit) return { path, digest: hash.digest('hex'), size, discard }
  await discard()
  return null
}

/** Removes what broke off longer ago than any upload takes; how many there were. */
export async function clearArrivals(olderThanMs: number, now = Date.now()): Promise<number> {
  const folder = await arrivals()
  let cleared = 0
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const told = await stat(path).catch(() => null)
    if (!told || now - told.mtimeMs < olderThanMs) continue
    await rm(path, { force: true })
    cleared++
  }
  return cleared
}
