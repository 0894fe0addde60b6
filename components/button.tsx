import type { ComponentProps, ReactNode } from 'react'

export type ButtonLook = 'primary' | 'outlined' | 'plain' | 'quiet' | 'danger'
type Look = { look?: ButtonLook; small?: boolean; square?: boolean }

/** The classes of a button, for what must be another element (a summary, a popover's opener). */
export function buttonClass({ look = 'plain', small, square }: Look, more?: string): string {
  return ['btn', look !== 'plain' && `btn-${look}`, small && 'btn-s', square && 'btn-icon', more]
    .filter(Boolean)
    .join(' ')
}

/** A verb. `type` is button unless said; `pending` shows that the answer is awaited without losing the words. */
export function Button({
  look,
  small,
  square,
  pending,
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & Look & { pending?: boolean }) {
  return (
    <button
      type={type}
      className={buttonClass({ look, small, square }, className)}
      aria-busy={pending || undefined}
      {...rest}
    />
  )
}

/** A place that looks like a verb. With `download` the browser fetches it as a file. */
export function LinkButton({
  look,
  small,
  square,
  className,
  children,
  ...rest
}: ComponentProps<'a'> & Look & { children: ReactNode }) {
  return (
    <a className={buttonClass({ look, small, square }, className)} {...rest}>
      {children}
    </a>
  )
}
