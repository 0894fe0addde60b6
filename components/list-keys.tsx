'use client'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { type CellEdit, cellAt, type Editing, fieldOf, type Place, placeOf, standOn } from './cell'

/**
 * Round a list of rows (tr, or any [data-row]) whose first link opens the record: the whole row opens on a click,
 * j, k and arrows move, Home and End jump, Enter opens (it is a link). j and k begin from anywhere on the page. Boxes of
 * rows are ticked by x, all of a page by A, a range with Shift. With `edit` the cells are walked through and changed; what
 * that takes is loaded at its first use.
 */
export function ListKeys({
  children,
  className,
  label,
  edit,
}: {
  children: ReactNode
  className?: string
  label?: string
  edit?: CellEdit
}) {
  const [editing, setEditing] = useState<Editing | null>(null)
  const router = useRouter()
  const box = useRef<HTMLDivElement>(null)
  const opening = useRef<ReturnType<typeof setTimeout>>(undefined)
  const stood = useRef<Place | null>(null)

  function open(event: MouseEvent) {
    // the second click of two is for the cell, and has selected a word of it
    if (event.detail > 1) clearTimeout(opening.current)
    const at = event.target as Element
    if (at.matches('input[name=n], [data-all]')) return pick(at as HTMLInputElement, event.shiftKey)
    if (
      event.defaultPrevented ||
      event.button ||
      at.closest('a, button, input, select, label, summary, [popover]')
    )
      return
    if (getSelection()?.toString()) return
    const href = linkOf(at.closest('tbody tr, [data-row]'))?.getAttribute('href')
    if (!href) return
    if (event.metaKey || event.ctrlKey) window.open(href)
    else if (edit && fieldOf(at.closest('td'))) {
      if (event.detail < 2) opening.current = setTimeout(() => router.push(href), 240)
    } else router.push(href)
  }
  /** Among the cells of a row, or into the editor of one. */
  function walk(event: KeyboardEvent | MouseEvent, key: string) {
    const cell = (event.target as Element).closest('td')
    if (!cell || (event.type === 'keydown' && !isFree(event.nativeEvent as globalThis.KeyboardEvent))) return
    event.preventDefault()
    step(key, cell, event.type === 'keydown')
  }
  async function step(key: string, cell: HTMLTableCellElement, byKey = false) {
    stood.current = placeOf(cell)
    const grid = await import('./cell-grid')
    // a key that came while this was on its way goes on from where the last one led
    const at = (byKey && document.activeElement?.closest('td')) || cell
    if (edit) await grid.step(key, at, { edit, onEdit: setEditing })
  }
  function leave(next?: HTMLTableCellElement) {
    const at = document.activeElement
    // whoever has gone elsewhere with the mouse stays there
    if (next || at === document.body || at?.closest('.cell-editor')) standOn(next ?? editing?.cell)
    setEditing(null)
    if (next && next !== editing?.cell) step('F2', next)
  }
  // a row that has changed is drawn anew: whoever stood on a cell of it stands on its successor
  useEffect(() => {
    const cell = edit && stood.current && cellAt(box.current, stood.current)
    if (!cell) return
    if (editing && !editing.cell.isConnected) setEditing({ ...editing, cell })
    else if (document.activeElement === document.body) standOn(cell)
  }, [children, edit, editing])
  useEffect(() => {
    const begin = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'j' && event.key !== 'k') return
      if (!isFree(event) || box.current?.contains(event.target as Node)) return
      if (!box.current?.checkVisibility?.()) return
      linkOf(rowsIn(box.current)[0])?.focus()
    }
    addEventListener('keydown', begin)
    return () => removeEventListener('keydown', begin)
  }, [])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: each row holds the link itself
    <section
      ref={box}
      className={className}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
      tabIndex={className?.includes('grid-region') ? 0 : undefined}
      onClick={open}
      onPointerDown={() => {
        stood.current = null
      }}
      onFocus={event => {
        if (!event.target.closest('.cell-editor')) stood.current = placeOf(event.target.closest('td'))
      }}
      onDoubleClick={edit && (event => walk(event, 'F2'))}
      onKeyDown={event => {
        if (edit && isWalk(event)) walk(event, event.key)
        else move(event, box.current)
      }}
    >
      {children}
      {editing && edit ? <editing.Editor {...editing} edit={edit} onLeave={leave} /> : null}
    </section>
  )
}

/** Left, right and F2 from anywhere in a row; the others once one stands on a cell, whose link has the arrows else. */
const isWalk = ({ key, target }: KeyboardEvent) =>
  /^(ArrowLeft|ArrowRight|F2)$/.test(key) ||
  ((target as Element).matches('td') && /^(Arrow|Enter$|Home$|End$|Escape$)/.test(key))

let lastPicked: HTMLInputElement | null = null

/** Ticks what lies between with Shift, or all of the page; and says how many there are. */
function pick(box: HTMLInputElement, range: boolean) {
  const boxes = [...document.querySelectorAll<HTMLInputElement>('tbody input[name=n]')]
  const [from, to] = [boxes.indexOf(lastPicked as HTMLInputElement), boxes.indexOf(box)].sort((a, b) => a - b)
  const all = box.name !== 'n'
  if (all || (range && from !== undefined && from >= 0))
    for (const one of all ? boxes : boxes.slice(from, (to ?? 0) + 1)) one.checked = box.checked
  lastPicked = all ? null : box
  const said = document.querySelector('#bulk output')
  if (said) said.textContent = String(boxes.filter(one => one.checked).length)
}

const rowsIn = (box: Element | null) => [...(box?.querySelectorAll('tbody tr, [data-row]') ?? [])]
const linkOf = (row: Element | null | undefined) => row?.querySelector<HTMLAnchorElement>('a[href]')

function move(event: KeyboardEvent, box: Element | null) {
  if (!isFree(event.nativeEvent)) return
  const rows = rowsIn(box).filter(linkOf)
  const now = rows.findIndex(row => row.contains(event.target as Node))
  const tick =
    event.key === 'A'
      ? box?.querySelector('[data-all]')
      : /^x$/i.test(event.key) && rows[now]?.querySelector('[name=n]')
  if (tick) tick.dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: event.key === 'X' }))
  const to = nextRow(event.key, now, rows.length)
  if (to === null) return
  event.preventDefault()
  const link = linkOf(rows[to])
  link?.focus()
  link?.scrollIntoView({ block: 'nearest' })
}

/** The row that a key leads to, or null for other keys. `now` is -1 before the first. */
export function nextRow(key: string, now: number, rows: number): number | null {
  if (rows === 0) return null
  const to = { j: now + 1, ArrowDown: now + 1, k: now - 1, ArrowUp: now - 1, Home: 0, End: rows - 1 }[key]
  return to === undefined ? null : Math.max(0, Math.min(to, rows - 1))
}

/** Not while one types, not while an input method composes, not with a modifier; letters and signs only if wanted. */
export function isFree(event: globalThis.KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey)
    return false
  if (event.defaultPrevented) return false
  // a person may turn single characters off: speech input types them (WCAG 2.1.4)
  if (event.key.length === 1 && document.querySelector('[data-keys=off]')) return false
  const at = event.target as Element | null
  return !at?.closest?.(
    'input:not([type=checkbox], [type=radio], [type=hidden]), textarea, select, [contenteditable], dialog, [popover]',
  )
}
