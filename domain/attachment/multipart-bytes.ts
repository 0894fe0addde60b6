/** A form that is not one, or that broke off. */
export class BrokenForm extends Error {}

/** What has come in and was not yet given on. Begins with a line break, so that the first boundary looks like the others. */
export class Bytes {
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
