import { crc32, deflateSync } from 'node:zlib'

type Colour = readonly [number, number, number]
/** A rectangle from a corner, in hundredths of the picture. */
export type Block = { x: number; y: number; w: number; h: number; colour: Colour }

/** A picture of coloured rectangles, one over the other on the first colour. */
export function pngOf(width: number, height: number, ground: Colour, blocks: readonly Block[]): Buffer {
  const row = (y: number) => {
    const bytes = [0]
    for (let x = 0; x < width; x++) bytes.push(...colourAt((x / width) * 100, (y / height) * 100))
    return Buffer.from(bytes)
  }
  const colourAt = (x: number, y: number) =>
    blocks.findLast(one => x >= one.x && x < one.x + one.w && y >= one.y && y < one.y + one.h)?.colour ??
    ground
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.concat(Array.from({ length: height }, (_, y) => row(y)))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    part('IHDR', head),
    part('IDAT', deflateSync(rows)),
    part('IEND', Buffer.alloc(0)),
  ])
}

function part(name: string, data: Buffer): Buffer {
  const said = Buffer.concat([Buffer.from(name), data])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(said))
  return Buffer.concat([size, said, sum])
}
