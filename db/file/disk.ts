import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { env } from '@/env'
import type { ByteRange, Store } from './store'

/** Of the app alone: files in it are read by no other user of the machine. */
const FOLDER = 0o700

const folder = () => join(resolve(/* turbopackIgnore: true */ env().ZHAOSHANG_DATA), 'files')

/** What comes in lies here until it is whole and looked at: on the same disk, so that it can be renamed into place. */
export async function arrivals(): Promise<string> {
  const path = join(folder(), 'arriving')
  await mkdir(path, { recursive: true, mode: FOLDER })
  return path
}

/** Contents in `files/ab/abcd…` of the data folder. */
export function diskStore(root = folder()): Store {
  const pathOf = (digest: string) => join(root, digest.slice(0, 2), digest)
  return {
    place: root,
    async put(digest, path) {
      const target = pathOf(digest)
      await mkdir(dirname(target), { recursive: true, mode: FOLDER })
      await onDisk(path)
      await rename(path, target)
      await onDisk(dirname(target))
      await onDisk(root)
    },
    async get(digest, range) {
      const target = pathOf(digest)
      const file = await open(target).catch(missing)
      return file && streamOf(file.createReadStream(between(range)))
    },
    exists: digest =>
      access(pathOf(digest)).then(
        () => true,
        error => missing(error) !== null,
      ),
    delete: digest => rm(pathOf(digest), { force: true }),
  }
}

const streamOf = (stream: Readable) => Readable.toWeb(stream) as ReadableStream<Uint8Array>
const between = (range?: ByteRange) => (range ? { start: range.first, end: range.last } : {})

function missing(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
  throw error
}

/** Has the system write a file, or the names in a folder, to the disk itself. */
async function onDisk(path: string) {
  const handle = await open(path)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
