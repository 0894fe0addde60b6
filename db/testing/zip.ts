import { crc32, deflateRawSync } from 'node:zlib'

/** A part of a zip. `claims`: how large the table of contents says that it is, unpacked. */
export type ZipPart = { name: string; data?: string | Buffer; claims?: number; locked?: true }

/** A zip with these parts, for tests of what is taken and what is not. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = []
  const table: Buffer[] = []
  let at = 0
  for (const { name, data = '', claims, locked } of parts) {
    const raw = Buffer.from(data)
    const packed = deflateRawSync(raw)
    const said = Buffer.from(name)
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(locked ? 0x801 : 0x800, 2)
    head.writeUInt16LE(8, 4)
    head.writeUInt32LE(crc32(raw), 10)
    head.writeUInt32LE(packed.length, 14)
    head.writeUInt32LE(claims ?? raw.length, 18)
    head.writeUInt16LE(said.length, 22)
    bodies.push(Buffer.from('PK\x03\x04'), head, said, packed)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    table.push(Buffer.from('PK\x01\x02\x14\x00'), head, rest, said)
    at += 30 + said.length + packed.length
  }
  const listed = Buffer.concat(table)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...bodies, listed, Buffer.from('PK\x05\x06'), end])
}

/** The parts of an office document that is nothing but one. */
export const officeParts = (folder: 'word' | 'xl' | 'ppt'): ZipPart[] => [
  { name: '[Content_Types].xml', data: '<Types/>' },
  { name: `${folder}/document.xml`, data: '<x/>' },
]
