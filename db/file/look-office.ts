import type { FileHandle } from 'node:fs/promises'
import type { Fault, Media } from '@/domain/attachment/media'

/* Names of the streams in the old binary format of Office (and of WPS), as they stand in its table of contents. */
const named = (name: string) => Buffer.from(name, 'utf16le')
const marks = {
  macro: named('_VBA_PROJECT'),
  locked: named('EncryptedPackage'),
  'application/msword': named('WordDocument'),
  'application/vnd.ms-excel': named('Workbook'),
  'application/vnd.ms-powerpoint': named('PowerPoint Document'),
} as const satisfies Record<string, Buffer>
type Mark = keyof typeof marks

const CHUNK = 1024 * 1024
const LONGEST = Math.max(...Object.values(marks).map(mark => mark.length))

/** What a binary Office file is, and whether it holds code or is closed with a password. Read a chunk at a time. */
export async function lookIntoOffice(file: FileHandle): Promise<{ media: Media } | { fault: Fault }> {
  const found = new Set<Mark>()
  const buffer = Buffer.alloc(CHUNK + LONGEST)
  let kept = 0
  for (let at = 0; ; ) {
    const { bytesRead } = await file.read(buffer, kept, CHUNK, at)
    if (bytesRead === 0) break
    const held = buffer.subarray(0, kept + bytesRead)
    for (const [mark, bytes] of Object.entries(marks)) if (held.includes(bytes)) found.add(mark as Mark)
    at += bytesRead
    // a name may begin at the end of one chunk and end in the next
    kept = Math.min(LONGEST, held.length)
    held.copy(buffer, 0, held.length - kept)
  }
  if (found.has('macro')) return { fault: 'macro' }
  if (found.has('locked')) return { fault: 'locked' }
  const media = [...found].find((mark): mark is Mark & Media => mark.includes('/'))
  return media ? { media } : { fault: 'unknown' }
}
