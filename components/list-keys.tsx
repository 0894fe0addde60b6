'use client'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from 'react'

/**
 * Round a list of rows (tr, or any [data-row]) whose first link opens the record: the whole row opens on a click,
 * j, k and arrows move, Home and End jump, Enter opens (it is a link). j and k begin from anywhere on the page.
 */
export function ListKeys({
  children,
  className,
  label,
}: {
  children: ReactNode
  className?: string
  label?: string
}) {
  const router = useRouter()
  const box = useRef<HTMLDivElement>(null)

  function open(event: MouseEvent) {
    const at = event.target as Element
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
    else router.push(href)
  }
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
      onKeyDown={event => move(event, box.current)}
    >
      {children}
    </section>
  )
}

const rowsIn = (box: Element | null) => [...(box?.querySelectorAll('tbody tr, [data-row]') ?? [])]
const linkOf = (row: Element | null | undefined) => row?.querySelector<HTMLAnchorElement>('a[href]')

function move(event: KeyboardEvent, box: Element | null) {
  if (!isFree(event.nativeEvent)) return
  const rows = rowsIn(box).filter(linkOf)
  const now = rows.findIndex(row => row.contains(event.target as Node))
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
