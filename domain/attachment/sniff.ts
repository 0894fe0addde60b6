import { fileTypeFromBuffer } from 'file-type'
import type { Fault, Media } from './media'
import { isMedia, textMedia } from './media'

/** What the first bytes say; `zip` and `office` are to be looked into. */
export type Sniffed = { media: Media } | { fault: Fault } | { within: 'zip' | 'office' }

const ZIP = [0x50, 0x4b]
const OFFICE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const SCRIPT = [0x23, 0x21]

const program =
  /x-msdownload|x-elf|x-mach|wasm|java|x-deb|x-rpm|android|shortcut|regedit|apple\.alias|xpinstall|chrome-extension|htmlhelp|flash/
const archive = /x-tar|x-rar|gzip|bzip|7z|x-xz|cab-comp|compress|lzip|zstd|lz4|arj|cpio|ace-|diskimage|x-asar/

/** The type by content. `ending` tells one kind of text from another, and nothing else. */
export async function sniff(head: Uint8Array, ending: string): Promise<Sniffed> {
  if (begins(head, ZIP)) return { within: 'zip' }
  if (begins(head, OFFICE)) return { within: 'office' }
  if (begins(head, SCRIPT)) return { fault: 'program' }
  // two bytes that some call a sound
  if (isUtf16(head)) return sniffText(head, ending)
  const found = (await fileTypeFromBuffer(head).catch(() => undefined))?.mime ?? ''
  if (isMedia(found)) return { media: found }
  if (program.test(found)) return { fault: 'program' }
  if (archive.test(found)) return { fault: 'archive' }
  if (found === 'application/xml') return { fault: 'markup' }
  return found ? { fault: 'unknown' } : sniffText(head, ending)
}

/** An image that is about to be shown still begins as one of its type. */
export async function stillIs(media: string, head: Uint8Array): Promise<boolean> {
  return (await fileTypeFromBuffer(head).catch(() => undefined))?.mime === media
}

function sniffText(head: Uint8Array, ending: string): Sniffed {
  if (!isText(head)) return { fault: 'unknown' }
  const text = new TextDecoder(begins(head, [0xff, 0xfe]) ? 'utf-16le' : 'utf-8').decode(head)
  if (/^\s*(<!--[\s\S]*?-->\s*)*<(!doctype|html|head|body|script|svg|\?xml|\?php|iframe)/i.test(text))
    return { fault: 'markup' }
  return { media: textMedia(ending) ?? 'text/plain' }
}

/** No control characters but those of a typewriter: UTF-8, GB18030, Big5, Shift-JIS and EUC-KR have none, UTF-16 a mark. */
function isText(head: Uint8Array): boolean {
  if (isUtf16(head)) return true
  return head.every(byte => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b)
}

const isUtf16 = (head: Uint8Array) => begins(head, [0xff, 0xfe]) || begins(head, [0xfe, 0xff])
const begins = (head: Uint8Array, mark: readonly number[]) => mark.every((byte, at) => head[at] === byte)
