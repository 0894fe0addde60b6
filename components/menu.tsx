import type { ReactNode } from 'react'
import { type ButtonLook, buttonClass } from './button'
import { Icon, type IconName } from './icon'
import { Popover } from './popover'

export type MenuItem = {
  label: ReactNode
  href: string
  icon?: IconName
  hint?: string
  current?: boolean
  danger?: boolean
  download?: boolean
}

/** A list of places behind a button. `children` come below the places: forms that act. */
export function Menu(props: {
  opener: ReactNode
  label?: string
  shortcut?: string
  look?: ButtonLook
  small?: boolean
  square?: boolean
  openerClass?: string
  align?: 'start' | 'end'
  items: readonly MenuItem[]
  children?: ReactNode
}) {
  const { look, small, square, items, children, openerClass, ...rest } = props
  return (
    <Popover {...rest} openerClass={openerClass ?? buttonClass({ look, small, square })}>
      <ul>
        {items.map(item => (
          <li key={item.href}>
            <a
              className={`item${item.danger ? ' item-danger' : ''}`}
              href={item.href}
              aria-current={item.current ? 'true' : undefined}
              download={item.download || undefined}
            >
              {item.icon ? <Icon name={item.icon} /> : null}
              <span>{item.label}</span>
              {item.hint ? <kbd>{item.hint}</kbd> : null}
            </a>
          </li>
        ))}
      </ul>
      {children}
    </Popover>
  )
}
