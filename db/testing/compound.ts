const SECTOR = 512
const END = 0xfffffffe
const FREE = 0xffffffff
const FAT = 0xfffffffd
/** Shorter streams lie in the one of the root. */
const CUTOFF = 4096

/** A compound file, as the old Office formats are, with these streams at its root; for tests of what is taken and what is not. */
export function compoundOf(streams: Record<string, Buffer>): Buffer {
  const names = Object.keys(streams)
  const contents = Object.values(streams)
  const [starts, small] = smallOf(contents)
  const large = contents.filter(({ length }) => length >= CUTOFF)
  const entries = Math.ceil((names.length + 1) / 4)
  const miniTable = Math.ceil((small.length / 64) * (4 / SECTOR)) || 1
  // one sector of FAT, then contents, the table of the short ones, the short ones, the long ones
  const areas = [entries, miniTable, ...[small, ...large].map(({ length }) => Math.ceil(length / SECTOR))]
  const fat = Buffer.alloc(SECTOR, 0xff)
  fat.writeUInt32LE(FAT, 0)
  const begins: number[] = []
  let next = 1
  for (const count of areas) {
    begins.push(count === 0 ? END : next)
    for (let at = 0; at < count; at += 1, next += 1)
      fat.writeUInt32LE(at === count - 1 ? END : next + 1, next * 4)
  }
  if (next > SECTOR / 4) throw new Error('more than a test needs')
  const [contentsAt = 0, miniAt = 0, smallAt = 0, ...largeAt] = begins
  const head = Buffer.alloc(SECTOR)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head)
  for (const [value, at] of [
    [0x3e, 24],
    [3, 26],
    [0xfffe, 28],
    [9, 30],
    [6, 32],
  ] as const)
    head.writeUInt16LE(value, at)
  for (const [value, at] of [
    [1, 44],
    [contentsAt, 48],
    [CUTOFF, 56],
    [miniAt, 60],
    [miniTable, 64],
    [END, 68],
  ] as const)
    head.writeUInt32LE(value, at)
  head.fill(0xff, 76)
  head.writeUInt32LE(0, 76)
  const table = Buffer.alloc(entries * SECTOR)
  entry(table, 0, 'Root Entry', {
    type: 5,
    start: smallAt,
    size: small.length,
    child: names.length > 0 ? 1 : FREE,
  })
  for (const [index, name] of names.entries()) {
    const content = contents[index] as Buffer
    const start = content.length < CUTOFF ? (starts.get(content) ?? END) : (largeAt.shift() ?? END)
    const right = index + 1 < names.length ? index + 2 : FREE
    entry(table, index + 1, name, { type: 2, start, size: content.length, right })
  }
  const minis = Buffer.alloc(miniTable * SECTOR, 0xff)
  for (const [content, start] of starts) {
    const count = Math.ceil(content.length / 64)
    for (let at = 0; at < count; at += 1)
      minis.writeUInt32LE(at === count - 1 ? END : start + at + 1, (start + at) * 4)
  }
  return Buffer.concat([head, fat, table, minis, ...[small, ...large].map(whole)])
}

const whole = (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(-bytes.length & (SECTOR - 1))])

function smallOf(contents: readonly Buffer[]): [Map<Buffer, number>, Buffer] {
  const starts = new Map<Buffer, number>()
  const pieces: Buffer[] = []
  let at = 0
  for (const content of contents.filter(({ length }) => length > 0 && length < CUTOFF)) {
    starts.set(content, at)
    pieces.push(content, Buffer.alloc(-content.length & 63))
    at += Math.ceil(content.length / 64)
  }
  return [starts, Buffer.concat(pieces)]
}

type Told = { type: number; start: number; size: number; child?: number; right?: number }
function entry(
  table: Buffer,
  index: number,
  name: string,
  { type, start, size, child = FREE, right = FREE }: Told,
) {
  const at = index * 128
  table.write(name, at, 'utf16le')
  table.writeUInt16LE((name.length + 1) * 2, at + 64)
  table.writeUInt8(type, at + 66)
  table.writeUInt8(1, at + 67)
  for (const [value, place] of [
    [FREE, 68],
    [right, 72],
    [child, 76],
    [start, 116],
    [size, 120],
  ] as const)
    table.writeUInt32LE(value, at + place)
}

const record = (type: number, ...body: number[]) =>
  Buffer.from([type & 255, type >> 8, body.length, 0, ...body])

/**
 * The stream of an old workbook with sheets of these kinds (0 a sheet, 1 a macro sheet of Excel 4.0). `says`: what the table
 * of sheets gives as their kinds, where it lies; `closed`: with a password; `off`: by how many bytes it misplaces them.
 */
export function bookStream(
  kinds: readonly number[],
  { says = kinds, closed = false, off = 0, filler = 0 } = {},
): Buffer {
  const end = record(0x0a)
  const begin = (part: number) => record(0x0809, 0, 6, part & 255, part >> 8, 0, 0, 0, 0, 0, 0, 0, 0)
  // a long record between the table and the sheets, as shared texts are
  const middle =
    filler > 0
      ? Buffer.concat(
          Array.from({ length: filler }, () => Buffer.from([0xfc, 0, 0, 4, ...new Uint8Array(1024)])),
        )
      : Buffer.alloc(0)
  const parts = kinds.map(kind => Buffer.concat([begin(kind === 1 ? 0x40 : 0x10), end]))
  const pass = closed ? [record(0x2f, 0, 0, 1, 2, 3, 4)] : []
  const listed = (at: number[]) =>
    says.map((kind, index) => {
      const place = Buffer.alloc(4)
      place.writeUInt32LE((at[index] ?? 0) + off)
      return record(0x85, ...place, 0, kind, 2, 0, 0x53, 0x30 + index)
    })
  const before = (at: number[]) => Buffer.concat([begin(5), ...pass, ...listed(at), middle, end])
  let next = before([]).length
  const places = parts.map(part => {
    const at = next
    next += part.length
    return at
  })
  return Buffer.concat([before(places), ...parts])
}
