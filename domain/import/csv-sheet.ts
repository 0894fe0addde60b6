import { type CsvError, Parser } from 'csv-parse'
import type { Delimiter, Limits, Raw, Row, Sheet } from './raw'
import { FileRefusal } from './refusal'

/** Characters that are parsed before others have their turn. */
const PIECE = 64 * 1024

/** A text as a sheet: its records in their order, each value as it is written. */
export async function readCsv(
  text: string,
  name: string,
  delimiter: Delimiter,
  limits: Limits,
): Promise<Sheet> {
  const rows: Row[] = []
  const left = { cells: limits.cells }
  const parser = new Parser({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: limits.characters * 8,
  })
  let at = 0
  const done = (async () => {
    for await (const record of parser as AsyncIterable<string[]>) {
      at += 1
      const cells = cellsOf(record, at, limits)
      left.cells -= cells.length
      if (left.cells < 0) throw new FileRefusal('too_many_cells', { max: limits.cells })
      if (cells.length === 0) continue
      if (rows.length >= limits.rows)
        throw new FileRefusal('too_many_rows', { max: limits.rows, sheet: name })
      rows.push({ at, cells })
    }
  })()
  await Promise.all([done, feed(parser, text)]).catch(error => {
    parser.destroy()
    throw reasonOf(error, at + 1)
  })
  return { name, hidden: false, rows, merges: [], hiddenColumns: [], formulas: 0, external: 0 }
}

async function feed(parser: Parser, text: string): Promise<void> {
  for (let from = 0; from < text.length && !parser.destroyed; from += PIECE)
    if (!parser.write(text.slice(from, from + PIECE)))
      await new Promise<void>(resolve => {
        const go = () => {
          parser.off('drain', go).off('close', go)
          resolve()
        }
        parser.on('drain', go).on('close', go)
      })
  if (!parser.destroyed) parser.end()
}

function cellsOf(record: readonly string[], at: number, limits: Limits): Raw[] {
  let width = record.length
  while (width > 0 && (record[width - 1] ?? '').trim() === '') width -= 1
  if (width > limits.columns) throw new FileRefusal('too_many_columns', { max: limits.columns, row: at })
  return record.slice(0, width).map((text): Raw => {
    if (text.length > limits.characters)
      throw new FileRefusal('cell_too_long', { max: limits.characters, row: at })
    return text.trim() === '' ? null : { kind: 'text', text }
  })
}

function reasonOf(error: unknown, row: number): unknown {
  if (error instanceof FileRefusal) return error
  const code = (error as Partial<CsvError>).code
  if (code === 'CSV_MAX_RECORD_SIZE') return new FileRefusal('quotes', { row })
  return code?.startsWith('CSV_') ? new FileRefusal('quotes', { row }) : error
}

const candidates: readonly Delimiter[] = ['\t', ',', ';', '，']

/**
 * What stands between the values: the one that most of the first lines have equally often, outside quotes. `sep=;`, which
 * spreadsheets put first, is left out of what is read.
 */
export function delimiterOf(text: string): { delimiter: Delimiter; text: string } {
  const told = /^\ufeff?sep=([,;\t，])\r?\n/i.exec(text)
  if (told) return { delimiter: told[1] as Delimiter, text: text.slice(told[0].length) }
  const lines = text
    .slice(0, 60_000)
    .replace(/"(?:[^"]|"")*"/g, '""')
    .split(/\r\n?|\n/)
    .filter(line => line.trim() !== '')
    .slice(0, 40)
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of candidates) {
    const counts = new Map<number, number>()
    for (const line of lines) {
      const count = line.split(delimiter).length - 1
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1)
    }
    const [count = 0, often = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
    const score = (often / Math.max(1, lines.length)) * Math.min(count, 6)
    if (score > best.score) best = { delimiter, score }
  }
  return { delimiter: best.delimiter, text }
}
