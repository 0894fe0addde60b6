import type { ReactNode } from 'react'
import type { CellEdit } from './cell'
import { Icon } from './icon'
import { ListKeys } from './list-keys'

/**
 * The frame of a list: scrolls by itself, moves by keys, and a click anywhere in a row opens its first link. Rows and
 * cells are plain <tr> and <td> with the one-letter classes of table.css, since a page has hundreds of them.
 * `stick`: how many columns stand still at the left (1 or 2; the first of two is 124 px wide).
 */
export function Table(props: {
  caption: string
  head: ReactNode
  foot?: ReactNode
  children: ReactNode
  compact?: boolean
  stick?: 0 | 1 | 2
  /** Rows become cards of three lines on a phone (cells c1, cr, c2, c3). */
  cards?: boolean
  /** Cells can be walked through and changed in place; heads with `edit` say which. */
  edit?: CellEdit
}) {
  const { compact, stick = 1, cards = true, edit } = props
  const classes = [
    't',
    compact && 't-compact',
    stick === 1 && 't-stick',
    stick === 2 && 't-stick2',
    cards && 't-cards',
  ]
  return (
    <ListKeys className="grid-region" label={props.caption} edit={edit}>
      <table
        className={classes.filter(Boolean).join(' ')}
        data-open=""
        {...(edit && { role: 'grid', 'aria-readonly': true })}
      >
        <caption>{props.caption}</caption>
        <thead>
          <tr>{props.head}</tr>
        </thead>
        <tbody>{props.children}</tbody>
        {props.foot ? <tfoot>{props.foot}</tfoot> : null}
      </table>
    </ListKeys>
  )
}

export type Direction = 'ascending' | 'descending'

/** A column's head. With `sort` it is a link to the same list in that order; `unit` is small below the name. */
export function HeadCell(props: {
  children: ReactNode
  unit?: ReactNode
  number?: boolean
  sort?: { href: string; now?: Direction; label?: string }
  className?: string
  /** The words of a box that ticks all rows. */
  pick?: string
  /** The field that the cells of this column are changed as. */
  edit?: string
}) {
  const { children, unit, number, sort, className, pick } = props
  const words = (
    <span>
      {children}
      {unit ? <span className="block text-ink-3">{unit}</span> : null}
    </span>
  )
  const icon =
    sort?.now === 'ascending' ? 'arrow-up' : sort?.now === 'descending' ? 'arrow-down' : 'arrow-up-down'
  return (
    <th
      scope="col"
      className={[number && 'n', className].filter(Boolean).join(' ') || undefined}
      aria-sort={sort?.now}
      data-edit={props.edit}
    >
      {pick ? <input type="checkbox" data-all="" aria-label={pick} title={pick} /> : null}
      {sort ? (
        <a href={sort.href} title={sort.label}>
          {words}
          <Icon name={icon} />
        </a>
      ) : (
        words
      )}
    </th>
  )
}

/** A small table within a page: facts, accounts, rates. */
export function PlainTable(props: {
  caption: string
  head: ReactNode
  children: ReactNode
  cards?: boolean
  /** Of the box that scrolls. */
  className?: string
}) {
  return (
    // on a phone it scrolls sideways, by keys too
    <div
      className={`overflow-x-auto ${props.className ?? ''}`}
      role="group"
      tabIndex={0}
      aria-label={props.caption}
    >
      <table className={`t t-plain${props.cards ? ' t-cards' : ''}`}>
        <caption>{props.caption}</caption>
        <thead>
          <tr>{props.head}</tr>
        </thead>
        <tbody>{props.children}</tbody>
      </table>
    </div>
  )
}
