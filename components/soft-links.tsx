'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useTransition } from 'react'

/**
 * Plain <a href> everywhere, and one listener that turns a plain click on one into a soft navigation: a table of 600
 * cells then carries no client component at all. Left to the browser: modifiers, other targets, downloads, other
 * origins, `data-hard`. Shows a thin line at the top while the next page is on its way.
 */
export function SoftLinks() {
  const router = useRouter()
  const [pending, start] = useTransition()
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      if (
        event.defaultPrevented ||
        event.button ||
        event.metaKey ||
        event.ctrlKey ||
        event.shiftKey ||
        event.altKey
      )
        return
      const link = (event.target as Element | null)?.closest?.('a[href]')
      const href = link && softHref(link)
      if (!href) return
      event.preventDefault()
      start(() => router.push(href))
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [router])
  return pending ? <div className="progress" aria-hidden /> : null
}

/** The address to push, or null where the browser should follow the link itself. SVG links included. */
export function softHref(link: Element): string | null {
  if (link.hasAttribute('download') || link.hasAttribute('data-hard')) return null
  const target = link.getAttribute('target')
  if (target && target !== '_self') return null
  const url = new URL(link.getAttribute('href') as string, location.href)
  if (url.origin !== location.origin || !url.protocol.startsWith('http')) return null
  const here = url.pathname === location.pathname && url.search === location.search
  return here && url.hash ? null : url.pathname + url.search + url.hash
}
