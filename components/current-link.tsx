'use client'
import { usePathname } from 'next/navigation'
import type { ComponentProps } from 'react'

type Props = ComponentProps<'a'> & { href: string; start?: boolean; beside?: string }

/** A link that knows whether one is there: aria-current for its own page and those below it, for what is `beside` it, and with `start` for `/`. */
export function CurrentLink({ start, beside, ...rest }: Props) {
  const path = usePathname()
  const below = (href: string) => path === href || path.startsWith(`${href}/`)
  const here = below(rest.href) || (start && path === '/') || (beside !== undefined && below(beside))
  return <a {...rest} aria-current={here ? 'page' : undefined} />
}
