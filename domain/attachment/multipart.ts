/** A field or file of a posted form. A file field left empty has `fileName` '' and no bytes. */
export type Part = { name: string; fileName: string | null; body: AsyncIterable<Uint8Array> }

const MOST_HEAD = 8 * 1024
const MOST_PARTS = 200

/** A form that is not one, or that broke off. */
export class BrokenForm extends Error {}

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

/** What has come in and was not yet given on. Begins with a line break, so that the first boundary looks like the others. */
class Bytes {
  private held = Buffer.from('\r\n')
  private readonly source: AsyncIterator<Uint8Array>

  constructor(source: AsyncIterable<Uint8Array>) {
    this.source = source[Symbol.asyncIterator]()
  }

  /** All that stands before the mark, which is passed over; left early, what is left of it comes the next time. */
  async *before(mark: Buffer): AsyncGenerator<Uint8Array, void, undefined> {
    for (;;) {
      const at = this.held.indexOf(mark)
      if (at >= 0) {
        if (at > 0) yield this.held.subarray(0, at)
        this.held = this.held.subarray(at + mark.length)
        return
      }
      const sure = this.held.length - mark.length + 1
      if (sure > 0) {
        const given = this.held.subarray(0, sure)
        this.held = this.held.subarray(sure)
        yield given
      }
      await this.more()
    }
  }

  async take(count: number): Promise<string> {
    while (this.held.length < count) await this.more()
    const text = this.held.subarray(0, count).toString('latin1')
    this.held = this.held.subarray(count)
    return text
  }

  /** The head of a part, up to the empty line. */
  async line(most: number): Promise<string> {
    let at = this.held.indexOf('\r\n\r\n')
    while (at < 0) {
      if (this.held.length > most) throw new BrokenForm('a part with too long a head')
      await this.more()
      at = this.held.indexOf('\r\n\r\n')
    }
    const text = this.held.subarray(0, at).toString('utf8')
    this.held = this.held.subarray(at + 4)
    return text
  }

  private async more() {
    const { done, value } = await this.source.next()
    if (done) throw new BrokenForm('the form broke off')
    this.held = this.held.length === 0 ? Buffer.from(value) : Buffer.concat([this.held, value])
  }
}
