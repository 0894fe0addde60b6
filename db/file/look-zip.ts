import { type Entry, openPromise, type ZipFile } from 'yauzl'
import type { Fault, Media } from '@/domain/attachment/media'

const MOST_PARTS = 10_000
/** More than this unpacked, or so many times its size from a certain size on: nobody writes such a document. */
const MOST_BYTES = 1024 ** 3
const SUSPECT_BYTES = 100 * 1024 ** 2
const SUSPECT_TIMES = 100
/** Of a part that is read; those that say what a file is have a few thousand. */
const PART_BYTES = 1024 ** 2

/** Code that an office program would run. */
const macro = /vbaproject|vbadata|macrosheets\/|activex\/|^basic\/|^scripts\//i
const program = /^meta-inf\/manifest\.mf$|^androidmanifest\.xml$|\.(class|dex|exe|dll)$/i
const office = [
  [/^word\//, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  [/^xl\//, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  [/^ppt\//, 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
] as const
const open = /^application\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)$/

type Found = { media: Media } | { fault: Fault }

/** What a zip is, by its table of contents: an office document without code, or refused. Its parts stay packed. */
export async function lookIntoZip(path: string): Promise<Found> {
  let zip: ZipFile | undefined
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false })
    return await judged(zip)
  } catch (error) {
    if (!(error instanceof Error) || /EIO|EMFILE|ENOMEM/.test(error.message)) throw error
    return { fault: 'broken' }
  } finally {
    zip?.close()
  }
}

async function judged(zip: ZipFile): Promise<Found> {
  if (zip.entryCount > MOST_PARTS) return { fault: 'bomb' }
  const parts = new Map<string, Entry>()
  let packed = 0
  let unpacked = 0
  for await (const part of zip.eachEntry()) {
    parts.set(part.fileName, part)
    packed += part.compressedSize
    unpacked += part.uncompressedSize
    if (unpacked > MOST_BYTES) return { fault: 'bomb' }
    if (part.isEncrypted()) return { fault: 'locked' }
  }
  if (unpacked > SUSPECT_BYTES && unpacked > packed * SUSPECT_TIMES) return { fault: 'bomb' }
  return named(zip, parts)
}

async function named(zip: ZipFile, parts: Map<string, Entry>): Promise<Found> {
  const names = [...parts.keys()]
  const types = parts.get('[Content_Types].xml')
  if (types) {
    const says = await textOf(zip, types)
    if (names.some(name => macro.test(name)) || /macroEnabled/i.test(says)) return { fault: 'macro' }
    const media = office.find(([folder]) => names.some(name => folder.test(name)))?.[1]
    return media ? { media } : { fault: 'unknown' }
  }
  const type = parts.get('mimetype')
  const media = type && (await textOf(zip, type)).trim()
  if (media && open.test(media))
    return names.some(name => macro.test(name)) ? { fault: 'macro' } : { media: media as Media }
  if (parts.has('OFD.xml')) return { media: 'application/ofd' }
  return { fault: names.some(name => program.test(name)) ? 'program' : 'archive' }
}

/** One small part, unpacked; one that is larger than such a part ever is stays packed and says nothing. */
async function textOf(zip: ZipFile, part: Entry): Promise<string> {
  if (part.uncompressedSize > PART_BYTES) return ''
  const chunks: Buffer[] = []
  // yauzl ends with an error when there comes more than the table of contents says
  for await (const chunk of await zip.openReadStreamPromise(part)) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
