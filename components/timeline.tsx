import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

/** What happened, newest first, in groups (this week, June, …). */
export function Timeline({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className="timeline" aria-label={label}>
      {children}
    </section>
  )
}

export function TimelineGroup({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <>
      <h3>{label}</h3>
      <ol>{children}</ol>
    </>
  )
}

/** One entry: who and what in `said`, when in `at` (`dateTime` for machines, `title` exact), the text below. */
export function TimelineItem(props: {
  icon: IconName
  look?: 'stage' | 'wait' | 'bad'
  said: ReactNode
  at: ReactNode
  dateTime?: string
  atTitle?: string
  id?: string
  children?: ReactNode
}) {
  return (
    <li id={props.id}>
      <span className={`mark${props.look ? ` mark-${props.look}` : ''}`}>
        <Icon name={props.icon} small />
      </span>
      <div className="said">
        <span>{props.said}</span>
        <time dateTime={props.dateTime} title={props.atTitle}>
          {props.at}
        </time>
      </div>
      {props.children ? <div className="body">{props.children}</div> : null}
    </li>
  )
}

/** Old and new, side by side. */
export function Change({ from, to }: { from: ReactNode; to: ReactNode }) {
  return (
    <span className="change">
      <del>{from}</del>
      <span aria-hidden>→</span>
      <ins>{to}</ins>
    </span>
  )
}
