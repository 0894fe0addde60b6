'use client'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { CellInput } from './cell'

/** Ticks of a long list: typing narrows it down, arrows walk, the space bar ticks, Enter in the line ticks the first. */
export function CellTags(props: CellInput & { find: string; none: string; invalid: boolean }) {
  const { name, label, value, options = [], find, none, invalid } = props
  const box = useRef<HTMLDivElement>(null)
  const [sought, setSought] = useState('')
  const on = value.split(' ')
  const fits = (label: string) => label.toLowerCase().includes(sought.trim().toLowerCase())

  function keys(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const shown = [...(box.current?.querySelectorAll<HTMLInputElement>('label:not([hidden]) input') ?? [])]
    const at = shown.indexOf(event.target as HTMLInputElement)
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const to = at + (event.key === 'ArrowDown' ? 1 : -1)
      ;(shown[to] ?? box.current?.querySelector<HTMLInputElement>('[type=text]'))?.focus()
    }
    if (event.key !== 'Enter' || at >= 0 || !sought.trim()) return
    event.preventDefault()
    event.stopPropagation()
    shown[0]?.click()
    setSought('')
  }
  if (options.length === 0) return <p className="p-1 text-ink-2">{none}</p>
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the inputs in it
    <div ref={box} className="cell-tags" onKeyDown={keys}>
      <input type="hidden" name="was" value={value} />
      <input
        type="text"
        className="input input-s"
        value={sought}
        onChange={event => setSought(event.target.value)}
        placeholder={find}
        aria-label={find}
        aria-invalid={invalid || undefined}
        autoComplete="off"
      />
      <fieldset aria-label={label}>
        {options.map(option => (
          <label key={option.value} className="check" hidden={!fits(option.label)}>
            <input
              type="checkbox"
              name={name}
              value={option.value}
              defaultChecked={on.includes(option.value)}
            />{' '}
            {option.label}
          </label>
        ))}
      </fieldset>
    </div>
  )
}
