import { constants, crc32, deflateRawSync } from 'node:zlib'

/** What is packed already, and what it says that it unpacks to. */
type Packed = { packed: Buffer; size: number }

/** The same piece over and over, gigabytes of it in no time: `times` pieces packed. */
export function packedOver(piece: string, times: number): Buffer {
  const one = deflateRawSync(piece, { finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([...Array.from({ length: times }, () => one), Buffer.from([3, 0])])
}

/** A zip of these parts, for files that no spreadsheet program would write. `size`: what a part says that it unpacks to. */
export function zipOf(
  parts: Record<string, string | Uint8Array | Packed>,
  size?: (name: string, real: number) => number,
): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const given = typeof content === 'object' && 'packed' in content ? content : null
    const data = given ? Buffer.alloc(0) : Buffer.from(content as string)
    const packed = given?.packed ?? deflateRawSync(data)
    const real = given?.size ?? data.length
    const title = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(size?.(name, real) ?? real, 18)
    common.writeUInt16LE(title.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, title, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), common, rest, title]))
    files.push(local)
    offset += local.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(index.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, index, end])
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const xml = (body: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`
const rels = (list: readonly (readonly [id: string, type: string, target: string])[]) =>
  xml(
    `<Relationships>${list.map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`).join('')}</Relationships>`,
  )

export type RawBook = {
  /** The inside of <worksheet>, a sheet each. */
  sheets: readonly string[]
  names?: readonly string[]
  states?: readonly string[]
  /** The inside of each <si>. */
  texts?: readonly string[]
  /** The inside of <styleSheet>. */
  styles?: string
  date1904?: boolean
  more?: Record<string, string | Uint8Array>
}

/** The parts of a workbook, written out. */
export function partsOf({
  sheets,
  names = [],
  states = [],
  texts = [],
  styles = '',
  date1904,
  more,
}: RawBook) {
  const listed = sheets.map(
    (_, i) =>
      `<sheet name="${names[i] ?? `Sheet${i + 1}`}" sheetId="${i + 1}" state="${states[i] ?? 'visible'}" r:id="s${i}"/>`,
  )
  return {
    '[Content_Types].xml': xml('<Types><Default Extension="xml" ContentType="application/xml"/></Types>'),
    '_rels/.rels': rels([['r', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': xml(
      `<workbook xmlns:r="r"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${listed.join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': rels([
      ...sheets.map((_, i) => [`s${i}`, 'worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ['t', 'sharedStrings', 'sharedStrings.xml'],
      ['y', 'styles', 'styles.xml'],
    ]),
    'xl/sharedStrings.xml': xml(`<sst>${texts.map(text => `<si>${text}</si>`).join('')}</sst>`),
    'xl/styles.xml': xml(`<styleSheet>${styles}</styleSheet>`),
    ...Object.fromEntries(
      sheets.map((inside, i) => [`xl/worksheets/sheet${i + 1}.xml`, xml(`<worksheet>${inside}</worksheet>`)]),
    ),
    ...more,
  } as Record<string, string | Uint8Array>
}

export const bookOf = (book: RawBook): Buffer => zipOf(partsOf(book))
