'use client'
import { usePathname } from 'next/navigation'
import type { ComponentProps } from 'react'

/** A link that knows whether one is there: aria-current for its own page and, unless `exact`, those below it. */
export function CurrentLink({ exact, ...rest }: ComponentProps<'a'> & { href: string; exact?: boolean }) {
  const path = usePathname()
  const here = path === rest.href || (!exact && rest.href !== '/' && path.startsWith(`${rest.href}/`))
  return <a {...rest} aria-current={here ? 'page' : undefined} />
}
