import type { Encoding } from '../raw'

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>()

/** Every pair of bytes that is a character there: what the platform decodes, turned round. */
function tableOf(encoding: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding)
  if (known) return known
  const decoder = new TextDecoder(encoding, { fatal: true })
  const made = new Map<string, readonly number[]>()
  const enter = (bytes: readonly number[]) => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes))
      if ([...text].length === 1 && !made.has(text)) made.set(text, bytes)
    } catch {
      // no character
    }
  }
  for (let byte = 0; byte < 256; byte += 1) enter([byte])
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) enter([lead, trail])
  tables.set(encoding, made)
  return made
}

/** A text in an encoding of old; a character that it lacks is an error of the test. */
export function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16()
  const table = tableOf(encoding)
  return Buffer.from(
    [...text].flatMap(letter => {
      const bytes = table.get(letter)
      if (!bytes) throw new Error(`${encoding} has no ${letter}`)
      return bytes
    }),
  )
}
