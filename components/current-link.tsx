'use client'
import { usePathname } from 'next/navigation'
import type { ComponentProps } from 'react'

/** A link that knows whether one is there: aria-current for its own page, those below it, and with `start` for `/`. */
export function CurrentLink({ start, ...rest }: ComponentProps<'a'> & { href: string; start?: boolean }) {
  const path = usePathname()
  const here = path === rest.href || (start && path === '/') || path.startsWith(`${rest.href}/`)
  return <a {...rest} aria-current={here ? 'page' : undefined} />
}
