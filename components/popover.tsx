'use client'
import { type KeyboardEvent, type MouseEvent, type ReactNode, type ToggleEvent, useId, useRef } from 'react'

/**
 * A button and what opens below it. The browser's popover: closes on Esc and outside, works before JavaScript (then
 * in the middle of the window). Closes when a link or a form in it is used; arrows move among what it holds.
 */
export function Popover(props: {
  /** What stands on the button. */
  opener: ReactNode
  openerClass?: string
  /** Name of button and panel where the opener's words do not say it. */
  label?: string
  title?: string
  /** The key that opens it (see Shortcuts). */
  shortcut?: string
  align?: 'start' | 'end'
  panelClass?: string
  children: ReactNode
}) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)

  function place(event: ToggleEvent<HTMLDivElement>) {
    const open = event.newState === 'open'
    button.current?.setAttribute('aria-expanded', String(open))
    // opened by a key, nothing had the focus that it could go back to
    const at = document.activeElement
    if (!open && (at === document.body || panel.current?.contains(at)))
      button.current?.focus({ preventScroll: true })
    if (open && panel.current && button.current) below(button.current, panel.current, props.align ?? 'start')
  }
  function used(event: MouseEvent) {
    if ((event.target as Element).closest('a[href], [data-closes]')) panel.current?.hidePopover()
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget={id}
        className={props.openerClass ?? 'btn'}
        aria-label={props.label}
        aria-expanded={false}
        aria-controls={id}
        title={props.title}
        data-key={props.shortcut}
      >
        {props.opener}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        className={`panel${props.panelClass ? ` ${props.panelClass}` : ''}`}
        onToggle={place}
        onClick={used}
        onKeyDown={event => arrows(event, panel.current)}
        onSubmit={() => panel.current?.hidePopover()}
      >
        {props.children}
      </div>
    </>
  )
}

/* Below the button if there is room, else above; never outside the window. */
function below(button: HTMLElement, panel: HTMLElement, align: 'start' | 'end') {
  const from = button.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = panel
  const wished = align === 'end' ? from.right - width : from.left
  const under = from.bottom + 4
  const top = under + height > innerHeight - 8 && from.top - 4 - height > 8 ? from.top - 4 - height : under
  panel.style.left = `${Math.max(8, Math.min(wished, innerWidth - width - 8))}px`
  panel.style.top = `${Math.max(8, Math.min(top, innerHeight - height - 8))}px`
  panel
    .querySelector<HTMLElement>('[autofocus], a[href], button, input:not([type=hidden])')
    ?.focus({ preventScroll: true })
}

function arrows(event: KeyboardEvent, panel: HTMLElement | null) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step || !panel || event.nativeEvent.isComposing) return
  const at = event.target as HTMLElement
  if (at.matches('select, textarea, input:not([type=checkbox], [type=radio])')) return
  if (at.matches('input[type=radio]')) return
  const stops = [
    ...panel.querySelectorAll<HTMLElement>('a[href], button:not(:disabled), input:not([type=hidden])'),
  ]
  const next = stops[(stops.indexOf(at) + step + stops.length) % stops.length]
  event.preventDefault()
  next?.focus()
}
