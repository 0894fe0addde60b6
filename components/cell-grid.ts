import { type CellEdit, type Editing, fieldOf, numberOf, standOn } from './cell'
import { toast } from './toast'

type Go = { edit: CellEdit; onEdit: (next: Editing | null) => void }

/** One step by a key: to the next cell, into the editor, or to the record. */
export async function step(key: string, cell: HTMLTableCellElement, go: Go): Promise<void> {
  const row = cell.parentElement as HTMLTableRowElement
  const place = cell.cellIndex
  const inRow = (next: Element | null | undefined) => (next as HTMLTableRowElement | null)?.cells[place]
  if (key === 'F2' || key === 'Enter') {
    if (fieldOf(cell)) return open(cell, go)
    if (key === 'Enter') row.querySelector<HTMLElement>('a[href]')?.click()
    return
  }
  const to = {
    ArrowLeft: row.cells[Math.max(0, place - 1)],
    ArrowRight: row.cells[place + 1],
    ArrowUp: inRow(row.previousElementSibling),
    ArrowDown: inRow(row.nextElementSibling),
    Home: row.cells[0],
    Escape: row.cells[0],
    End: row.cells[row.cells.length - 1],
  }[key]
  standOn(to)
}

/** Asks for what stands there now; why it cannot be changed is said at the foot of the page. */
async function open(cell: HTMLTableCellElement, { edit, onEdit }: Go): Promise<void> {
  standOn(cell)
  const asked = { number: numberOf(cell), field: fieldOf(cell) ?? '' }
  const [{ Editor }, [answer]] = await Promise.all([import('./cell-editor'), edit.open(asked)])
  if (!answer) return
  const { opened, words } = answer
  if ('refused' in opened) return toast({ text: opened.refused, tone: 'refused' })
  onEdit({ Editor, cell, words, ...opened })
}
