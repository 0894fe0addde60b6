'use client'
import { type ReactNode, useRef } from 'react'
import type { QuickWords } from './quick-read'

/** Round a field of quick entry: what suggests and reads back is fetched at the first letter; the field works without it. */
export function QuickHelp(props: { record?: string; words: QuickWords; today: string; children: ReactNode }) {
  const host = useRef<HTMLDivElement>(null)
  const begun = useRef(false)
  async function begin(field: EventTarget) {
    if (begun.current) return
    begun.current = true
    const { attach } = await import('./quick-suggest')
    if (host.current) attach(field as HTMLTextAreaElement, host.current, props)
  }
  return (
    <div className="relative" onInput={event => void begin(event.target)}>
      {props.children}
      <div ref={host} />
    </div>
  )
}
