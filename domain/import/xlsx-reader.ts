import type { Merge, Raw, Row } from './raw'
import { FileRefusal } from './refusal'
import { cellOf } from './xlsx-cell'
import type { BookParts } from './xlsx-parts'
import { columnOf, lettersOf, rowOf } from './xlsx-ref'
import { type Attributes, attribute, isTrue } from './xml'

const MOST_MERGES = 50_000

/** Takes the elements of a sheet one by one, and keeps what its cells say. */
export class SheetReader {
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
        this.at = rowOf(attributes.r) ?? this.at + 1
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
    const most = this.book.limits.characters
    if (this.value.length > most) this.refuse('cell_too_long', most)
    const raw = cellOf(cell, this.value, this.book, this.known)
    if (raw?.kind === 'text' && raw.text.length > most) this.refuse('cell_too_long', most)
    return raw
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
