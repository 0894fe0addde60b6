import type { FileHandle } from 'node:fs/promises'

/** A stream or storage of a compound file (MS-CFB), the container of the old binary Office formats. */
export type CompoundEntry = { name: string; atRoot: boolean; start: number; size: number }
export type Compound = {
  entries: readonly CompoundEntry[]
  /** What a stream holds, a piece at a time. */
  each: (entry: CompoundEntry) => AsyncGenerator<Buffer>
}

const HEADER = 512
const ENTRY = 128
const NONE = 0xfffffffa
/** Sectors that lie side by side are read together, up to so many bytes. */
const PIECE = 1024 * 1024

/** Opens one by its table of contents; nothing else of it is read. Throws on one that is not sound. */
export async function openCompound(file: FileHandle): Promise<Compound> {
  const { size: length } = await file.stat()
  const head = await readAt(file, 0, HEADER)
  const [shift, miniShift] = [head.readUInt16LE(30), head.readUInt16LE(32)]
  if ((shift !== 9 && shift !== 12) || miniShift !== 6) throw new Error('no sector has that size')
  const sector = 1 << shift
  const most = Math.ceil(length / sector)
  const read = (number: number, count = 1) => readAt(file, (number + 1) * sector, count * sector)
  const fat = await fatOf(head, sector, most, read)
  const chainOf = (start: number) => chain(fat, start, most)
  const contents = await joined(chainOf(head.readUInt32LE(48)), read)
  const all = entriesOf(contents)
  const root = all[0]
  if (!root) throw new Error('no root')

  async function* large({ start, size }: CompoundEntry) {
    let left = size
    for (const { first, count } of runs(chainOf(start), PIECE / sector)) {
      if (left <= 0) return
      const piece = await read(first, count)
      yield piece.subarray(0, left)
      left -= piece.length
    }
  }
  /** Short streams lie in pieces of 64 bytes within the one of the root. */
  async function* small({ start, size }: CompoundEntry) {
    const within = chainOf((root as CompoundEntry).start)
    const table = await joined(chainOf(head.readUInt32LE(60)), read)
    const numbers = new Uint32Array(Math.floor(table.length / 4)).map((_, at) => table.readUInt32LE(at * 4))
    const pieces: Buffer[] = []
    for (const number of chain(numbers, start, Math.ceil(size / 64))) {
      const at = number * 64
      const holder = within[Math.floor(at / sector)]
      if (holder === undefined) throw new Error('a piece outside of its stream')
      pieces.push(await readAt(file, (holder + 1) * sector + (at % sector), 64))
    }
    yield Buffer.concat(pieces).subarray(0, size)
  }
  const cutoff = head.readUInt32LE(56)
  return { entries: all, each: entry => (entry.size < cutoff ? small(entry) : large(entry)) }
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at)
  return buffer.subarray(0, bytesRead)
}

type Read = (number: number, count?: number) => Promise<Buffer>

/** Which sector follows on which. */
async function fatOf(head: Buffer, sector: number, most: number, read: Read): Promise<Uint32Array> {
  const listed = (from: Buffer, at: number, count: number) =>
    Array.from({ length: count }, (_, n) => from.readUInt32LE(at + n * 4)).filter(number => number < NONE)
  const places = listed(head, 76, 109)
  let next = head.readUInt32LE(68)
  for (let count = 0; next < NONE; count += 1) {
    if (count > most) throw new Error('a table without an end')
    const more = await read(next)
    places.push(...listed(more, 0, sector / 4 - 1))
    next = more.readUInt32LE(sector - 4)
  }
  if (places.length > most) throw new Error('more tables than sectors')
  const fat = new Uint32Array((places.length * sector) / 4).fill(NONE)
  for (const [index, place] of places.entries()) {
    const table = await read(place)
    for (let at = 0; at + 4 <= table.length; at += 4) fat[(index * sector + at) / 4] = table.readUInt32LE(at)
  }
  return fat
}

function chain(table: Uint32Array, start: number, most: number): number[] {
  const numbers: number[] = []
  for (let at = start; at < NONE; at = table[at] ?? NONE) {
    if (numbers.length > most) throw new Error('a chain without an end')
    numbers.push(at)
  }
  return numbers
}

function* runs(numbers: readonly number[], longest: number) {
  let run: { first: number; count: number } | null = null
  for (const number of numbers) {
    if (run && number === run.first + run.count && run.count < longest) run.count += 1
    else {
      if (run) yield run
      run = { first: number, count: 1 }
    }
  }
  if (run) yield run
}

async function joined(numbers: readonly number[], read: Read): Promise<Buffer> {
  const pieces: Buffer[] = []
  for (const number of numbers) pieces.push(await read(number))
  return Buffer.concat(pieces)
}

/** The entries in their order, the root first; those that it holds itself are a tree of left, right and child. */
function entriesOf(contents: Buffer): CompoundEntry[] {
  const count = Math.floor(contents.length / ENTRY)
  const at = (index: number) => contents.subarray(index * ENTRY, (index + 1) * ENTRY)
  const atRoot = new Set<number>()
  const open = count > 0 ? [at(0).readUInt32LE(76)] : []
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    if (index >= count || atRoot.has(index)) continue
    atRoot.add(index)
    open.push(at(index).readUInt32LE(68), at(index).readUInt32LE(72))
  }
  return Array.from({ length: count }, (_, index) => {
    const entry = at(index)
    return {
      name: entry.toString('utf16le', 0, Math.max(0, Math.min(64, entry.readUInt16LE(64)) - 2)),
      atRoot: atRoot.has(index),
      start: entry.readUInt32LE(116),
      size: entry.readUInt32LE(120),
    }
  })
}
