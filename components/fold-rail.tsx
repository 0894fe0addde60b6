'use client'
import { type ReactNode, useRef } from 'react'

import { RAIL_COOKIE } from './rail-cookie'

/** Folds and unfolds the rail; the choice is kept in a cookie, so that the next page is drawn so from the start. */
export function FoldRail({ fold, unfold, icon }: { fold: string; unfold: string; icon: ReactNode }) {
  const words = useRef<HTMLSpanElement>(null)
  function turn() {
    const app = words.current?.closest<HTMLElement>('[data-rail]')
    if (!app) return
    const auto = app.dataset.rail === 'auto'
    const folded = app.dataset.rail === 'folded' || (auto && innerWidth < 1280)
    app.dataset.rail = folded ? 'open' : 'folded'
    if (words.current) words.current.textContent = folded ? fold : unfold
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not on plain http
    document.cookie = `${RAIL_COOKIE}=${app.dataset.rail}; path=/; max-age=31536000; samesite=lax`
  }
  return (
    <button type="button" className="rail-item" onClick={turn} title={`${fold} / ${unfold}`}>
      {icon}
      <span ref={words} suppressHydrationWarning>
        {fold}
      </span>
    </button>
  )
}
