/** What the bytes of a file are, whatever it is called. */
export type Content = 'zip' | 'ole' | 'pdf' | 'image' | 'archive' | 'page' | 'text' | 'binary'

const begins: readonly (readonly [string, Content])[] = [
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['d0cf11e0a1b11ae1', 'ole'],
  ['25504446', 'pdf'],
  ['89504e47', 'image'],
  ['ffd8ff', 'image'],
  ['47494638', 'image'],
  ['1f8b', 'archive'],
  ['526172211a07', 'archive'],
  ['377abcaf271c', 'archive'],
  ['7f454c46', 'binary'],
]

/** By how it begins; text is what has no control characters but those of text. */
export function contentOf(bytes: Uint8Array): Content {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('hex')
  const found = begins.find(([begin]) => head.startsWith(begin))
  if (found) return found[1]
  const start = bytes.subarray(0, 4096)
  if (
    /^\s*(?:\ufeff)?<(?:!doctype html|html|head|body|table|meta|svg|script|\?xml|!--)/i.test(
      Buffer.from(start).toString('latin1').replace(/^ï»¿/, ''),
    )
  )
    return 'page'
  return start.some(isControl) && !looksWide(start) ? 'binary' : 'text'
}

const isControl = (byte: number) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27 && byte !== 26)

/** UTF-16: it says so, or every other byte of it is nought for the most part. */
export function looksWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, 2048)
  const noughts = [0, 0]
  for (const [at, byte] of start.entries()) if (byte === 0) noughts[at % 2] = (noughts[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = noughts
  // a few characters have a nought on the other side: 一, 开
  const least = Math.max(2, start.length / 10)
  if (odd > least && even < odd / 4) return 'utf-16le'
  return even > least && odd < even / 4 ? 'utf-16be' : null
}

/** An encrypted workbook is kept in the container of the old format. */
export const isEncryptedOle = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  )
