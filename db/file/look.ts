import { type FileHandle, open } from 'node:fs/promises'
import { endingFault, type Fault, type Media, mediaLabel, medias } from '@/domain/attachment/media'
import { splitName } from '@/domain/attachment/name'
import { sniff } from '@/domain/attachment/sniff'
import { lookIntoOffice } from './look-office'
import { lookIntoZip } from './look-zip'

export type Looked =
  | { media: Media; fileName: string }
  /** Not taken. `found`: what it is by its content, where the name says something else. */
  | { fault: Fault; found?: string }

const HEAD = 64 * 1024

/**
 * What a file is, by its content; its name only has to agree. Nothing is unpacked but, of zips, the few small parts that
 * say what they are, and nothing is read as a whole. A name without an ending gets the usual one.
 */
export async function lookAt(path: string, fileName: string): Promise<Looked> {
  const ending = splitName(fileName).ending.toLowerCase()
  const refused = endingFault(ending)
  if (refused) return { fault: refused }
  const file = await open(path)
  try {
    const found = await typeOf(file, path, ending)
    if ('fault' in found) return found
    const { endings } = medias[found.media]
    if (!ending) return { media: found.media, fileName: `${fileName}.${endings[0]}` }
    if ((endings as readonly string[]).includes(ending)) return { media: found.media, fileName }
    return { fault: 'lies', found: mediaLabel(found.media) }
  } finally {
    await file.close()
  }
}

async function typeOf(
  file: FileHandle,
  path: string,
  ending: string,
): Promise<{ media: Media } | { fault: Fault }> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
  const sniffed = await sniff(buffer.subarray(0, bytesRead), ending)
  if (!('within' in sniffed)) return sniffed
  return sniffed.within === 'zip' ? lookIntoZip(path) : lookIntoOffice(file)
}
