import type { FileHandle } from 'node:fs/promises'
import type { Fault, Media } from '@/domain/attachment/media'
import { openCompound } from './compound'
import { lookIntoBook } from './look-book'

/** What the binary formats of Office (and of WPS) call their main stream. The case of a name makes no difference. */
const streams: Record<string, Media> = {
  worddocument: 'application/msword',
  workbook: 'application/vnd.ms-excel',
  book: 'application/vnd.ms-excel',
  'powerpoint document': 'application/vnd.ms-powerpoint',
}

/** What a binary Office file is, and whether it holds code or is closed with a password. Read a piece at a time. */
export async function lookIntoOffice(file: FileHandle): Promise<{ media: Media } | { fault: Fault }> {
  try {
    const { entries, each } = await openCompound(file)
    const named = (name: string) => entries.some(entry => entry.name.toLowerCase() === name)
    if (named('_vba_project') || named('_vba_project_cur')) return { fault: 'macro' }
    if (named('encryptedpackage')) return { fault: 'locked' }
    // a workbook within a document, too: a double click opens it
    for (const entry of entries) {
      const name = entry.name.toLowerCase()
      const isBook = name === 'workbook' || name === 'book'
      const fault = isBook ? await lookIntoBook(each(entry)) : null
      if (fault) return { fault }
      if (name === 'powerpoint document' && (await saysMacros(each(entry)))) return { fault: 'macro' }
    }
    const main = entries.find(({ name, atRoot }) => atRoot && streams[name.toLowerCase()])
    const media = streams[main?.name.toLowerCase() ?? '']
    return media ? { media } : { fault: 'unknown' }
  } catch (error) {
    // a disk that fails, and no file that is wrong
    if ((error as NodeJS.ErrnoException).errno !== undefined) throw error
    return { fault: 'broken' }
  }
}

/* VBAInfoAtom (MS-PPT 2.4.11): the code itself lies packed within the deck. */
const VBA_INFO = Buffer.from('020000040c000000', 'hex')
const ATOM = 20

async function saysMacros(stream: AsyncIterable<Buffer>): Promise<boolean> {
  let held: Buffer = Buffer.alloc(0)
  for await (const piece of stream) {
    // one may begin at the end of a piece
    held = Buffer.concat([held.subarray(-ATOM), piece])
    for (let at = held.indexOf(VBA_INFO); at >= 0; at = held.indexOf(VBA_INFO, at + 1))
      if (at + ATOM <= held.length && held.readUInt32LE(at + 12) === 1) return true
  }
  return false
}
