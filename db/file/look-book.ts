import type { Fault } from '@/domain/attachment/media'

/* Records of a workbook of the old format (MS-XLS), and what its sheets can be. */
const BOF = 0x0809
const BOUNDSHEET = 0x0085
const FILEPASS = 0x002f
/** Macros of Excel 4.0, modules of Excel 5. */
const macroSheets = new Set([1, 6])
const macroParts = new Set([0x40, 6])

/**
 * Whether a workbook has sheets that are programs, or is closed. All its records are gone through; each sheet of its table
 * must begin where the table says, or something may lie there that was not seen.
 */
export async function lookIntoBook(stream: AsyncIterable<Buffer>): Promise<Fault | null> {
  const begun = new Set<number>()
  const listed: number[] = []
  for await (const { at, type, head } of records(stream)) {
    if (type === FILEPASS) return 'locked'
    if (type === BOF) {
      begun.add(at)
      if (macroParts.has(head.readUInt16LE(2))) return 'macro'
    }
    if (type === BOUNDSHEET) {
      listed.push(head.readUInt32LE(0))
      if (macroSheets.has(head.readUInt8(5))) return 'macro'
    }
  }
  return begun.size > 0 && listed.every(at => begun.has(at)) ? null : 'broken'
}

const HEAD = 8
type Known = { at: number; type: number; head: Buffer }

/** Each record's place, kind and first bytes. */
async function* records(stream: AsyncIterable<Buffer>): AsyncGenerator<Known> {
  let held: Buffer = Buffer.alloc(0)
  let at = 0
  let skip = 0
  for await (const piece of stream) {
    held = held.length > 0 ? Buffer.concat([held, piece]) : piece
    for (;;) {
      const passed = Math.min(skip, held.length)
      held = held.subarray(passed)
      skip -= passed
      if (skip > 0 || held.length < 4 + HEAD) break
      const length = held.readUInt16LE(2)
      yield { at, type: held.readUInt16LE(0), head: held.subarray(4, 4 + Math.min(HEAD, length)) }
      at += 4 + length
      skip = 4 + length
    }
  }
}
