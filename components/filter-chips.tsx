import Form from 'next/form'
import type { ReactNode } from 'react'
import { Button } from './button'
import { Icon, type IconName } from './icon'
import { drawn } from './markup'
import { Popover } from './popover'

/** What a chip's form must carry along: the rest of the filter, as names and values. */
export type Carried = readonly (readonly [name: string, value: string])[]

/** The row of chips above a list. */
export function FilterChips({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="chips" role="group" aria-label={label}>
      {children}
    </div>
  )
}

/**
 * One filter: a chip that opens its question, a GET form to `action` which works without JavaScript. When set it says
 * `value` and has a link that takes it away. `children`: inputs of a GET form (query-inputs.tsx). `carry` is the filter without this one (and without the page number).
 */
export function FilterChip(props: {
  label: string
  value?: ReactNode
  action: string
  carry: Carried
  words: { apply: string; remove: string }
  removeHref?: string
  icon?: IconName
  children: ReactNode
}) {
  const { label, value, carry, words, removeHref } = props
  const on = value !== undefined && value !== null && value !== ''
  const opener = (
    <>
      {props.icon ? <Icon name={props.icon} small /> : null}
      {label}
      {on ? <b>{value}</b> : <Icon name="chevron-down" small />}
    </>
  )
  const panel = (
    <Popover opener={opener} openerClass={`chip${on ? ' chip-on' : ''}`} panelClass="min-w-56">
      <Form action={props.action} prefetch={false} className="grid gap-2 p-2" scroll={false}>
        {carry.map(([name, carried]) => (
          <input key={`${name}=${carried}`} type="hidden" name={name} value={carried} />
        ))}
        <div className="max-h-72 overflow-auto" {...drawn(props.children)} />
        <Button type="submit" small look="outlined">
          {words.apply}
        </Button>
      </Form>
    </Popover>
  )
  if (!on || !removeHref) return panel
  return (
    <span className="chip-pair">
      {panel}
      <a className="chip chip-on" href={removeHref} aria-label={`${words.remove}: ${label}`}>
        <Icon name="x" small />
      </a>
    </span>
  )
}

/** A filter that is one click: on (click takes it away) or off. `warn` for what is red, `add` for what is more. */
export function ChipLink(props: {
  href: string
  on?: boolean
  look?: 'warn' | 'add'
  icon?: IconName
  children: ReactNode
}) {
  const look = props.on ? ' chip-on' : props.look ? ` chip-${props.look}` : ''
  return (
    <a className={`chip${look}`} href={props.href} aria-current={props.on ? 'true' : undefined}>
      {props.icon ? <Icon name={props.icon} small /> : null}
      {props.children}
      {props.on ? <Icon name="x" small /> : null}
    </a>
  )
}
