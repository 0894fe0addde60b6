'use client'
import { useEffect } from 'react'

/** Arrived by `#f-total`: that question is unfolded, in view and has the focus. */
export function FieldTarget() {
  useEffect(() => {
    const lead = () => {
      const box = document.getElementById(decodeURIComponent(location.hash.slice(1)))
      if (!box?.id.startsWith('f-')) return
      const folded = box.closest('details')
      if (folded) folded.open = true
      box.scrollIntoView({ block: 'center' })
      box.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select')?.focus()
    }
    // after the router has scrolled by itself
    const frame = requestAnimationFrame(lead)
    addEventListener('hashchange', lead)
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('hashchange', lead)
    }
  }, [])
  return null
}
