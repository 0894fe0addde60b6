import type { Merge, Raw, Row, Sheet } from './raw'
import { FileRefusal } from './refusal'
import type { BookParts } from './xlsx-book'
import { numberCell, unescaped } from './xlsx-value'
import { type Attributes, attribute, eachElement, isTrue } from './xml'
import type { Zip } from './zip'

const MOST_MERGES = 50_000

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
  const sorted = rows.every((row, index) => index === 0 || row.at > (rows[index - 1]?.at ?? 0))
  return sorted ? rows : rows.sort((a, b) => a.at - b.at)
}

class SheetReader {
  readonly rows: Row[] = []
  readonly merges: Merge[] = []
  private readonly hiddenOnes = new Set<number>()
  private spans = 0
  formulas = 0
  external = 0
  private at = 0
  private column = -1
  private cells: Raw[] = []
  private hiddenRow = false
  private cell: Attributes | null = null
  private value = ''
  private formula: string | null = null
  /** What the text at hand belongs to: a value, a text within the cell, a formula. */
  private within: 'v' | 't' | 'f' | null = null
  private reading = 0
  /** One object for each text that occurs, however often. */
  private readonly known: Raw[] = []

  constructor(
    private readonly name: string,
    private readonly book: BookParts,
  ) {}

  open(element: string, attributes: Attributes): void {
    switch (element) {
      case 'row':
        this.at = whole(attributes.r) ?? this.at + 1
        this.column = -1
        this.cells = []
        this.hiddenRow = isTrue(attributes.hidden)
        break
      case 'c':
        this.column = columnOf(attributes.r) ?? this.column + 1
        this.cell = attributes
        this.value = ''
        this.formula = null
        break
      case 'f':
        this.formula = ''
        this.within = 'f'
        break
      case 'v':
        this.within = 'v'
        break
      case 't':
        this.within = this.reading === 0 ? 't' : null
        break
      case 'rPh':
        this.reading += 1
        break
      case 'col':
        if (isTrue(attributes.hidden)) this.hide(Number(attributes.min), Number(attributes.max))
        break
      case 'mergeCell':
        this.merge(attribute(attributes, 'ref') ?? '')
    }
  }

  text(text: string): void {
    if (this.cell === null) return
    if (this.within === 'f') this.formula += text
    else if (this.within !== null) this.value += text
  }

  close(element: string): void {
    if (element === 'v' || element === 't' || element === 'f') this.within = null
    else if (element === 'rPh') this.reading -= 1
    else if (element === 'c') this.endCell()
    else if (element === 'row') this.endRow()
  }

  private endCell(): void {
    const raw = this.cell && this.raw(this.cell)
    this.cell = null
    if (!raw) return
    const { limits, left } = this.book
    if (this.column >= limits.columns) this.refuse('too_many_columns', limits.columns)
    left.cells -= 1
    if (left.cells < 0) this.refuse('too_many_cells', limits.cells)
    while (this.cells.length < this.column) this.cells.push(null)
    this.cells[this.column] = raw
  }

  private endRow(): void {
    if (this.cells.length === 0) return
    if (this.rows.length >= this.book.limits.rows) this.refuse('too_many_rows', this.book.limits.rows)
    this.rows.push(
      this.hiddenRow ? { at: this.at, cells: this.cells, hidden: true } : { at: this.at, cells: this.cells },
    )
    this.cells = []
  }

  private raw(cell: Attributes): Raw {
    if (this.formula === null) return this.plain(cell)
    this.formulas += 1
    if (/\[\d+\]|https?:|\.xls/i.test(this.formula)) this.external += 1
    const raw = this.value === '' && cell.t !== 'str' ? { kind: 'unsaved' as const } : this.plain(cell)
    return raw && { ...raw, formula: true }
  }

  private plain(cell: Attributes): Raw {
    const { value, book } = this
    if (value.length > book.limits.characters) this.refuse('cell_too_long', book.limits.characters)
    if (value === '') return null
    switch (cell.t) {
      case 's':
        return this.shared(Number(value))
      case 'str':
      case 'inlineStr':
        return { kind: 'text', text: unescaped(value) }
      case 'b':
        return { kind: 'boolean', value: value === '1' }
      case 'e':
        return { kind: 'error', text: value.slice(0, 40) }
      case 'd':
        return { kind: 'text', text: value.replace(/T[\d:.]+Z?$/, '') }
      default:
        return numberCell(value, book.formats[Number(cell.s ?? 0)], book.from1904)
    }
  }

  private shared(index: number): Raw {
    const text = this.book.texts[index]
    if (text === undefined) throw new FileRefusal('damaged')
    if (text.length > this.book.limits.characters) this.refuse('cell_too_long', this.book.limits.characters)
    if (text === '') return null
    this.known[index] ??= { kind: 'text', text }
    return this.known[index]
  }

  get hiddenColumns(): number[] {
    return [...this.hiddenOnes]
  }

  private hide(min: number, max: number): void {
    this.spans += 1
    if (this.spans > 16_384) throw new FileRefusal('damaged')
    for (let column = min; column <= Math.min(max, this.book.limits.columns); column += 1)
      this.hiddenOnes.add(column - 1)
  }

  private merge(ref: string): void {
    const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(ref)
    if (!found || this.merges.length >= MOST_MERGES) return
    const [left = 0, right = 0] = [
      columnOf(found[1]) ?? 0,
      Math.min(columnOf(found[3]) ?? 0, this.book.limits.columns),
    ]
    this.merges.push({ left, right, top: Number(found[2]), bottom: Number(found[4]) })
  }

  private refuse(reason: string, max: number): never {
    throw new FileRefusal(reason, { max, sheet: this.name, cell: `${lettersOf(this.column)}${this.at}` })
  }
}

function whole(text: string | undefined): number | null {
  const number = Number(text)
  if (text !== undefined && !(number >= 1 && number <= 1_048_576)) throw new FileRefusal('damaged')
  return text === undefined ? null : number
}

/** 0 for A1, 26 for AA7; nothing for nothing. */
function columnOf(ref: string | undefined): number | null {
  if (ref === undefined) return null
  let column = 0
  for (let at = 0; at < 3; at += 1) {
    const code = ref.charCodeAt(at)
    if (code >= 65 && code <= 90) column = column * 26 + code - 64
    else break
  }
  if (column === 0 || column > 16_384) throw new FileRefusal('damaged')
  return column - 1
}

function lettersOf(column: number): string {
  const before = column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : ''
  return before + String.fromCharCode(65 + (column % 26))
}
