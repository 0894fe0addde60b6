import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

export type TabItem = { label: ReactNode; href: string; current?: boolean; icon?: IconName; count?: number }

/** Two or three views of the same thing, side by side: table and board. */
export function Segments({ label, items }: { label: string; items: readonly TabItem[] }) {
  return (
    <nav className="segments" aria-label={label}>
      {items.map(item => (
        <a key={item.href} href={item.href} aria-current={item.current ? 'page' : undefined}>
          {item.icon ? <Icon name={item.icon} /> : null}
          {item.label}
        </a>
      ))}
    </nav>
  )
}

/** Parts of one page, each with its address. */
export function Tabs({ label, items }: { label: string; items: readonly TabItem[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {items.map(item => (
        <a key={item.href} href={item.href} aria-current={item.current ? 'page' : undefined}>
          {item.label}
          {item.count === undefined ? null : <span className="unit">{item.count}</span>}
        </a>
      ))}
    </nav>
  )
}
