import type { ComponentType } from 'react'
import type { FormOutcome } from './form-state'

export type CellAsked = { number: string; field: string }
/**
 * One input of a cell: `select` with its options, `tags` with those that can be ticked (its value is their ids, in that
 * order), `long` for several lines of text, else a line of text, a date or an amount with its currency beside it.
 */
export type CellInput = {
  name: string
  label: string
  kind: 'text' | 'date' | 'select' | 'long' | 'tags'
  value: string
  options?: readonly { value: string; label: string; group?: string }[]
}
/** What a cell opens with, as it stands now, or why it does not open. */
export type CellOpened = { inputs: CellInput[]; version: number } | { refused: string }
export type CellWords = {
  /** {field} and {name} */
  editing: string
  /** {value}, {by}, {at} */
  theirs: string
  keepMine: string
  takeTheirs: string
  saved: string
  undo: string
  /** Why a change is not taken back: another came after it. */
  changedSince: string
  /** How several lines are saved. */
  long: string
  find: string
  noTags: string
  empty: string
  offline: string
  failed: string
  gone: string
  signedOut: string
}
/** How the cells of a table are changed: asked and saved by the server; the words come with the first answer. */
export type CellEdit = {
  open: (asked: CellAsked) => Promise<{ opened: CellOpened; words: CellWords }[]>
  save: (asked: CellAsked & { version: number; values: Record<string, string> }) => Promise<FormOutcome>
}
/** A cell with what it was opened with. */
export type Opened = {
  cell: HTMLTableCellElement
  inputs: readonly CellInput[]
  version: number
  words: CellWords
}
export type Editing = Opened & { Editor: ComponentType<EditorProps> }
export type EditorProps = Opened & {
  edit: CellEdit
  /** On to another cell, or (without one) back to the list. */
  onLeave: (next?: HTMLTableCellElement) => void
}

const headOf = (cell: HTMLTableCellElement) =>
  cell.closest('table')?.tHead?.rows[0]?.cells[cell.cellIndex] as HTMLTableCellElement | undefined

/** The field that a column's cells are changed as; undefined where they are not. */
export const fieldOf = (cell: HTMLTableCellElement | null): string | undefined =>
  (cell && headOf(cell))?.dataset.edit

/** The record of a row: its number, out of the link that opens it. */
export function numberOf(cell: HTMLTableCellElement): string {
  const link = cell.parentElement?.querySelector<HTMLAnchorElement>('a[href]')
  return link ? (new URL(link.href).pathname.split('/').at(-1) ?? '') : ''
}

/** Where a cell stands, whatever is drawn anew. */
export type Place = { number: string; column: number }
export const placeOf = (cell: HTMLTableCellElement | null): Place | null =>
  cell && { number: numberOf(cell), column: cell.cellIndex }

export const cellAt = (box: Element | null, { number, column }: Place): HTMLTableCellElement | undefined =>
  [...(box?.querySelectorAll<HTMLTableRowElement>('tbody tr') ?? [])].find(
    ({ cells: [first] }) => first && numberOf(first) === number,
  )?.cells[column]

/** Onto a cell: it takes the focus, and screen readers say whether it can be changed. The first one is its row's link. */
export function standOn(cell: HTMLTableCellElement | null | undefined): void {
  if (!cell) return
  const link = cell.cellIndex === 0 ? cell.querySelector<HTMLElement>('a[href]') : null
  if (!link) {
    cell.tabIndex = -1
    cell.setAttribute('aria-readonly', String(!fieldOf(cell)))
  }
  ;(link ?? cell).focus({ preventScroll: true })
  cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** The cell that can be changed after this one (or before it), over the ends of rows. */
export function nextField(cell: HTMLTableCellElement, back: boolean): HTMLTableCellElement | undefined {
  const cells = [...(cell.closest('tbody')?.querySelectorAll('td') ?? [])]
  const rest = back ? cells.slice(0, cells.indexOf(cell)).reverse() : cells.slice(cells.indexOf(cell) + 1)
  return rest.find(one => fieldOf(one))
}
