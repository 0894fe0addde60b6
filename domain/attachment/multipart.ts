import { BrokenForm, Bytes } from './multipart-bytes'

/** A field or file of a posted form. A file field left empty has `fileName` '' and no bytes. */
export type Part = { name: string; fileName: string | null; body: AsyncIterable<Uint8Array> }

const MOST_HEAD = 8 * 1024
const MOST_PARTS = 200

/** The boundary of a multipart form; null for any other content type. */
export function boundaryOf(contentType: string | null): string | null {
  const match = /^multipart\/form-data\s*;.*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(
    contentType ?? '',
  )
  return match?.[1] ?? match?.[2] ?? null
}

/**
 * The parts of a form as they come in, one after the other; nothing is held but the chunk at hand. A body that is not
 * read to its end is skipped when the next part is asked for.
 */
export async function* partsOf(
  source: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<Part, void, undefined> {
  const bytes = new Bytes(source)
  const end = Buffer.from(`\r\n--${boundary}`)
  await drain(bytes.before(end))
  for (let count = 0; ; count++) {
    const after = await bytes.take(2)
    if (after === '--') return
    if (after !== '\r\n' || count === MOST_PARTS) throw new BrokenForm('no part of a form')
    const head = await bytes.line(MOST_HEAD)
    const passed = { is: false }
    yield { ...headOf(head), body: passing(bytes.before(end), passed) }
    if (!passed.is) await drain(bytes.before(end))
  }
}

async function* passing(body: AsyncIterable<Uint8Array>, passed: { is: boolean }) {
  yield* body
  passed.is = true
}

async function drain(body: AsyncIterable<Uint8Array>) {
  for await (const _ of body);
}

/** A short field as text; more than `most` bytes is no field of ours. */
export async function textOf(body: AsyncIterable<Uint8Array>, most = 20_000): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > most) throw new BrokenForm('a field that is too long')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Browsers write a quote in a name as %22 and a line break as %0D%0A; nothing else is escaped. */
function headOf(head: string): { name: string; fileName: string | null } {
  const said = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(head)?.[1] ?? ''
  const of = (key: string) => new RegExp(`(?:^|;)\\s*${key}="([^"]*)"`, 'i').exec(said)?.[1] ?? null
  const name = of('name')
  if (name === null) throw new BrokenForm('a part without a name')
  return {
    name,
    fileName:
      of('filename')
        ?.replaceAll('%22', '"')
        .replace(/%0D|%0A/gi, ' ') ?? null,
  }
}
