import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

/** A desk in its colour, which follows it everywhere. `colour` is 0 to 7; more desks begin again. */
export function DeskChip({ colour, children, lang }: { colour: number; children: ReactNode; lang?: string }) {
  return (
    <span className="desk" data-d={colour % 8} lang={lang}>
      {children}
    </span>
  )
}

/** The same colour as a small square, where the name stands beside it anyway. */
export function DeskDot({ colour }: { colour: number }) {
  return <span className="dot" data-d={colour % 8} aria-hidden />
}

export type Tone = 'quiet' | 'accent' | 'green' | 'amber' | 'red'

/** A state in a word. Never colour alone: red and amber should bring an icon. */
export function StatusChip(props: { tone?: Tone; icon?: IconName; title?: string; children: ReactNode }) {
  const { tone = 'quiet', icon } = props
  return (
    <span className={`tag${tone === 'quiet' ? '' : ` tag-${tone}`}`} title={props.title}>
      {icon ? <Icon name={icon} small /> : null}
      {props.children}
    </span>
  )
}

/** The first letter of a name. */
export function Avatar({ name }: { name: string }) {
  return (
    <span className="avatar" aria-hidden>
      {[...name.trim()][0] ?? ''}
    </span>
  )
}

/** A number with its unit small and grey after it; `exact` is shown on hover. */
export function Amount({
  text,
  unit,
  exact,
  strong,
}: {
  text: string
  unit?: string
  exact?: string
  strong?: boolean
}) {
  return (
    <span title={exact} className={strong ? 'font-semibold' : undefined}>
      {text}
      {unit ? <span className="unit">{unit}</span> : null}
    </span>
  )
}

/** Initial of the key that does something. */
export function KeyHint({ children }: { children: ReactNode }) {
  return <kbd aria-hidden>{children}</kbd>
}
