import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

/** A page's body. `fit`: fills the window and its table scrolls by itself (lists, boards). */
export function Page({ fit, children }: { fit?: boolean; children: ReactNode }) {
  return <div className={`page${fit ? ' page-fit' : ''}`}>{children}</div>
}

/** Title, one line that says what one sees and how many, marks beside it, actions at the right. */
export function PageHead(props: {
  title: ReactNode
  says?: ReactNode
  marks?: ReactNode
  lang?: string
  children?: ReactNode
}) {
  return (
    <header className="page-head">
      <h1 lang={props.lang}>{props.title}</h1>
      {props.marks}
      {props.says ? <p className="says">{props.says}</p> : null}
      {props.children ? <div className="acts">{props.children}</div> : null}
    </header>
  )
}

/** The line below the title: chips at the left, `end` (order, columns) at the right. */
export function PageBar({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <div className="page-bar">
      {children}
      {end ? <div className="end">{end}</div> : null}
    </div>
  )
}

export type Crumb = { label: ReactNode; href?: string }
/** Where the record stands; `children` at the right (place in the list, previous and next). */
export function Breadcrumb({
  label,
  items,
  children,
}: {
  label: string
  items: readonly Crumb[]
  children?: ReactNode
}) {
  return (
    <nav className="crumbs flex items-center gap-3" aria-label={label}>
      <ol>
        {items.map((item, index) => (
          <li key={item.href ?? index} aria-current={item.href ? undefined : 'page'}>
            {index > 0 ? <Icon name="chevron-right" small /> : null}
            {item.href ? (
              <a className="hover:text-ink" href={item.href}>
                {item.label}
              </a>
            ) : (
              <span>{item.label}</span>
            )}
          </li>
        ))}
      </ol>
      {children ? <div className="ml-auto flex items-center gap-2">{children}</div> : null}
    </nav>
  )
}

/** Facts at the left, timeline in the middle, next step at the right (first of all on a phone). */
export function RecordColumns({
  facts,
  side,
  children,
}: {
  facts: ReactNode
  side: ReactNode
  children: ReactNode
}) {
  return (
    <div className="record">
      <div className="record-facts">{facts}</div>
      <div>{children}</div>
      <div className="record-side">{side}</div>
    </div>
  )
}

/**
 * What one works with at the left, what waits or warns at the right; one below the other where it is narrow, with
 * `sideFirst` the right one on top.
 */
export function DayColumns(props: { side: ReactNode; sideFirst?: boolean; children: ReactNode }) {
  const { side, sideFirst, children } = props
  return (
    <div className={`day${sideFirst ? ' day-side-first' : ''}`}>
      <div>{children}</div>
      <div>{side}</div>
    </div>
  )
}

/** A part of a page: heading, count, a word at the right. */
export function Section(props: {
  title: ReactNode
  count?: ReactNode
  note?: ReactNode
  aside?: ReactNode
  id?: string
  level?: 2 | 3
  children: ReactNode
}) {
  const Heading = props.level === 3 ? 'h3' : 'h2'
  return (
    <section className="section" id={props.id}>
      <div className="section-head">
        <Heading>{props.title}</Heading>
        {props.count === undefined ? null : <span className="count">{props.count}</span>}
        {props.note ? <span className="text-ink-2">{props.note}</span> : null}
        {props.aside ? <span className="aside">{props.aside}</span> : null}
      </div>
      {props.children}
    </section>
  )
}

/** What asks for a decision, or what one can pick up. `next`: the next step; `wait`: a value waiting; `bad`: refused. */
export function Card(props: {
  look?: 'next' | 'wait' | 'bad'
  title?: ReactNode
  aside?: ReactNode
  id?: string
  stick?: boolean
  children: ReactNode
}) {
  return (
    <section
      id={props.id}
      className={`box${props.look ? ` box-${props.look}` : ''}${props.stick ? ' stick' : ''}`}
    >
      {props.title ? (
        <div className="section-head">
          <h2>{props.title}</h2>
          {props.aside ? <span className="aside">{props.aside}</span> : null}
        </div>
      ) : null}
      {props.children}
    </section>
  )
}

/** Labels and values. A value that is not known is said as words by the caller, never left blank. */
export function Facts({
  items,
}: {
  items: readonly { key: string; label: ReactNode; value: ReactNode; lang?: string }[]
}) {
  return (
    <dl className="facts">
      {items.map(item => (
        <div key={item.key} className="contents">
          <dt>{item.label}</dt>
          <dd lang={item.lang} id={`fact-${item.key}`}>
            {item.value}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Nothing here yet: what belongs here, and the first step. `whole`: it is all that the page has to say. */
export function EmptyState(props: {
  whole?: boolean
  title: ReactNode
  says: ReactNode
  children?: ReactNode
  note?: ReactNode
}) {
  const Heading = props.whole ? 'h1' : 'h2'
  return (
    <div className="nil">
      <div>
        <Heading>{props.title}</Heading>
        <p className="text-ink-2">{props.says}</p>
        {props.children ? <div className="mt-3 flex flex-wrap gap-2">{props.children}</div> : null}
        {props.note ? <p className="mt-3 text-13 text-ink-2">{props.note}</p> : null}
      </div>
    </div>
  )
}

/** A line that must be read: as of a day, ignored filters, an error. */
export function Banner(props: {
  tone?: 'accent' | 'amber' | 'red' | 'green'
  icon?: IconName
  role?: 'status' | 'alert'
  children: ReactNode
  acts?: ReactNode
}) {
  return (
    <div className={`note${props.tone ? ` note-${props.tone}` : ''}`} role={props.role}>
      {props.icon ? <Icon name={props.icon} /> : null}
      <div className="says">{props.children}</div>
      {props.acts}
    </div>
  )
}

/** What the next stage lacks: each a link to its field and the one who can settle it. */
export function LackList({
  items,
}: {
  items: readonly {
    key: string
    label: ReactNode
    href?: string
    who?: ReactNode
    note?: ReactNode
    done?: boolean
  }[]
}) {
  return (
    <ul className="lack">
      {items.map(item => (
        <li key={item.key}>
          <Icon name={item.done ? 'check' : 'circle'} className={item.done ? 'text-green' : 'text-red'} />
          {item.href && !item.done ? (
            <a className="link" href={item.href}>
              {item.label}
            </a>
          ) : (
            <span>{item.label}</span>
          )}
          <span className="text-ink-2">{item.who}</span>
          {item.note ? <small>{item.note}</small> : null}
        </li>
      ))}
    </ul>
  )
}
