'use client'
import { useEffect } from 'react'
import { isFree } from './list-keys'

/**
 * Single keys for what stands on the page: an element with data-key="c" is pressed by c, a field is focused. So `/`,
 * `c`, `[`, `]` and whatever a page adds need no further code. Esc leaves a field.
 */
export function Shortcuts() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (
        event.key === 'Escape' &&
        event.target instanceof HTMLElement &&
        event.target.matches('[data-key]')
      ) {
        event.target.blur()
        return
      }
      if (!isFree(event) || event.key.length !== 1) return
      const found = [...document.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`)].find(
        element => element.checkVisibility?.() ?? true,
      )
      if (!found) return
      event.preventDefault()
      if (found.matches('input, textarea, select')) found.focus()
      else found.click()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
  return null
}
