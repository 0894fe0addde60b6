import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import type { Limits } from './raw'
import { FileRefusal } from './refusal'

/** Parts of a workbook; a real one has dozens. */
const MOST_PARTS = 5_000

/** A package's parts by name, in lower case: the format makes no difference of case. */
export type Zip = {
  has: (name: string) => boolean
  names: readonly string[]
  /** Gives the part out piece by piece, as it is unpacked. A part that is not there gives nothing. */
  each: (name: string, take: (piece: Uint8Array) => void) => Promise<void>
}

/**
 * Opens a package in memory. What all parts unpack to together stays within `limits.unpacked`, by what they say and by
 * what comes out of them; a part that holds more or less than it says is damaged. Nothing is ever written to a disk.
 */
export async function openZip(bytes: Uint8Array, limits: Limits): Promise<Zip> {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
    validateEntrySizes: true,
  })
  if (zip.entryCount > MOST_PARTS) throw new FileRefusal('damaged')
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toLowerCase()
    if (entry.isEncrypted()) throw new FileRefusal('encrypted')
    if (entries.has(name)) throw new FileRefusal('damaged')
    entries.set(name, entry)
  }
  const budget = { left: limits.unpacked, max: limits.unpacked }
  return {
    has: name => entries.has(name.toLowerCase()),
    names: [...entries.keys()],
    each: async (name, take) => {
      const entry = entries.get(name.toLowerCase())
      if (entry) await unpack(zip, entry, budget, take)
    },
  }
}

async function unpack(
  zip: ZipFile,
  entry: Entry,
  budget: { left: number; max: number },
  take: (piece: Uint8Array) => void,
): Promise<void> {
  const tooMuch = () => new FileRefusal('unpacks_too_large', { max: Math.round(budget.max / 1_000_000) })
  if (entry.uncompressedSize > budget.left) throw tooMuch()
  const stream = await zip.openReadStreamPromise(entry)
  try {
    for await (const piece of stream as AsyncIterable<Uint8Array>) {
      budget.left -= piece.length
      if (budget.left < 0) throw tooMuch()
      take(piece)
    }
  } finally {
    stream.destroy()
  }
}
