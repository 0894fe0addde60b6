import type { ComponentProps } from 'react'
import type { SelectOption } from './inputs'

/* Inputs of a GET form, which carries the address alone: no name, error or typed text of a Form reaches them, so they need
   no script and may be drawn by markup(). */

const look = 'input input-s'

/** Yes or no, with its words beside it. */
export function QueryCheckbox({ label, ...rest }: Omit<ComponentProps<'input'>, 'type'> & { label: string }) {
  return (
    <label className="check">
      <input type="checkbox" {...rest} />
      <span className="min-w-0">{label}</span>
    </label>
  )
}

/** A date as the browser asks for it, or with `type` a line of text. */
export const QueryInput = ({ type = 'date', ...rest }: ComponentProps<'input'>) => (
  <input autoComplete="off" {...rest} type={type} className={look} />
)

/** The browser's own select; `empty` is the words of the first, empty choice. */
export function QuerySelect({
  options,
  empty,
  defaultValue,
  ...rest
}: ComponentProps<'select'> & { options: readonly SelectOption[]; empty: string; defaultValue: string }) {
  const all = [{ value: '', label: empty }, ...options]
  return (
    <select {...rest} className={look}>
      {all.map(({ value, label }) => (
        <option key={value} value={value} {...(value === defaultValue && { selected: true })}>
          {label}
        </option>
      ))}
    </select>
  )
}
