'use client'
import type { ComponentProps } from 'react'
import { type FieldSlot, useField } from './field'
import { isTicked, useTyped } from './form-typed'

function wired(field: FieldSlot | null) {
  if (!field) return {}
  return {
    id: field.id,
    name: field.name,
    'aria-describedby': field.describedBy,
    'aria-invalid': field.invalid || undefined,
    'aria-required': field.required || undefined,
  }
}

/** What a plain post brought back, unless the input is held by its owner (`value`), who asks for it himself. */
function useDefault(rest: { name?: string; value?: unknown; type?: string }, field: FieldSlot | null) {
  const typed = useTyped(rest.name ?? field?.name)
  return typed === undefined || rest.value !== undefined || rest.type === 'password'
    ? {}
    : { defaultValue: typed }
}
const look = (small?: boolean, className?: string) =>
  `input${small ? ' input-s' : ''}${className ? ` ${className}` : ''}`

/** One line. Inside a Field it takes name, id and error from there. */
export function TextInput({ small, className, ...rest }: ComponentProps<'input'> & { small?: boolean }) {
  const field = useField()
  return (
    <input
      type="text"
      autoComplete="off"
      {...wired(field)}
      {...rest}
      {...useDefault(rest, field)}
      className={look(small, className)}
    />
  )
}

/** Several lines; grows with its text where the browser can do it. */
export function TextArea({ className, ...rest }: ComponentProps<'textarea'>) {
  const field = useField()
  return (
    <textarea
      rows={3}
      {...wired(field)}
      {...rest}
      {...useDefault(rest, field)}
      className={look(false, className)}
    />
  )
}

/** A date as the browser asks for it; value 'YYYY-MM-DD'. */
export function DateInput({ small, className, ...rest }: ComponentProps<'input'> & { small?: boolean }) {
  const field = useField()
  return (
    <input
      {...wired(field)}
      {...rest}
      {...useDefault(rest, field)}
      type="date"
      className={look(small, className)}
    />
  )
}

export type SelectOption = { value: string; label: string; group?: string; disabled?: boolean }

/** The browser's own select. `empty` is the words of the first, empty choice; without it there is none. */
export function Select({
  options,
  empty,
  small,
  className,
  ...rest
}: ComponentProps<'select'> & { options: readonly SelectOption[]; empty?: string; small?: boolean }) {
  const field = useField()
  const brought = useDefault(rest, field)
  const groups = [...new Set(options.map(option => option.group ?? ''))]
  const drawn = (group: string) =>
    options
      .filter(option => (option.group ?? '') === group)
      .map(option => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))
  return (
    <select {...wired(field)} {...rest} {...brought} className={look(small, className)}>
      {empty === undefined ? null : <option value="">{empty}</option>}
      {groups.map(group =>
        group ? (
          <optgroup key={group} label={group}>
            {drawn(group)}
          </optgroup>
        ) : (
          drawn(group)
        ),
      )}
    </select>
  )
}

/** Yes or no, with its words beside it. Takes no name from the Field, since a Field may hold several. */
export function Checkbox({
  label,
  note,
  className,
  ...rest
}: Omit<ComponentProps<'input'>, 'type'> & { label: React.ReactNode; note?: React.ReactNode }) {
  const typed = useTyped(rest.name)
  const ticked =
    typed === undefined || rest.checked !== undefined ? {} : { defaultChecked: isTicked(typed, rest.value) }
  return (
    <label className={`check${className ? ` ${className}` : ''}`}>
      <input type="checkbox" {...rest} {...ticked} />
      <span className="min-w-0">
        {label}
        {note ? <small>{note}</small> : null}
      </span>
    </label>
  )
}

/** One of a few. `look="buttons"` draws them side by side (touch); inside <Field group> for legend and error. */
export function Radios({
  name,
  options,
  defaultValue,
  look: drawn = 'list',
  ...rest
}: Omit<ComponentProps<'input'>, 'type'> & {
  options: readonly { value: string; label: React.ReactNode; note?: React.ReactNode }[]
  look?: 'list' | 'buttons'
}) {
  const field = useField()
  const chosen = useTyped(name ?? field?.name) ?? defaultValue
  return (
    <div className={drawn === 'buttons' ? 'picks' : undefined}>
      {options.map(option => (
        <label key={option.value} className={drawn === 'buttons' ? undefined : 'check'}>
          <input
            type="radio"
            name={name ?? field?.name}
            value={option.value}
            defaultChecked={chosen === undefined ? undefined : option.value === chosen}
            {...rest}
          />
          <span className="min-w-0">
            {option.label}
            {option.note ? <small>{option.note}</small> : null}
          </span>
        </label>
      ))}
    </div>
  )
}
