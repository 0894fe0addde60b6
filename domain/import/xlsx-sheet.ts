import type { Row, Sheet } from './raw'
import { FileRefusal } from './refusal'
import type { BookParts } from './xlsx-parts'
import { SheetReader } from './xlsx-reader'
import { eachElement } from './xml'
import type { Zip } from './zip'

/** A sheet, read element by element: only what cells say is kept. */
export async function readXlsxSheet(
  zip: Zip,
  part: string,
  { name, hidden }: { name: string; hidden: boolean },
  book: BookParts,
): Promise<Sheet> {
  const reader = new SheetReader(name, book)
  await eachElement(zip, part, {
    open: (element, attributes) => reader.open(element, attributes),
    text: text => reader.text(text),
    close: element => reader.close(element),
  })
  const { rows, merges, hiddenColumns, formulas, external } = reader
  return { name, hidden, rows: inOrder(rows), merges, hiddenColumns, formulas, external }
}

function inOrder(rows: Row[]): Row[] {
  const inOrder = () => rows.every((row, index) => index === 0 || row.at > (rows[index - 1]?.at ?? 0))
  if (inOrder()) return rows
  rows.sort((a, b) => a.at - b.at)
  if (!inOrder()) throw new FileRefusal('damaged')
  return rows
}
