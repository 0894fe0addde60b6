'use client'
import { type KeyboardEvent, useEffect, useId, useRef, useState, useTransition } from 'react'
import { useRestored } from './draft'
import { useField } from './field'
import { useTyped } from './form-typed'

export type ComboOption = { value: string; label: string; note?: string; lang?: string }

/**
 * Search and pick one. Either `options`, filtered here, or `search`, which asks the server (a server action will do).
 * Sends the picked value under `name`; with `free` a text that is not in the list is sent under that name too. The
 * visible text goes along as `~name`, so that a browser without JavaScript is told when it could not be looked up.
 * Keys while an input method composes belong to it.
 */
export function Combobox(props: {
  name?: string
  options?: readonly ComboOption[]
  search?: (text: string) => Promise<readonly ComboOption[]>
  defaultOption?: ComboOption
  placeholder?: string
  /** Words: nothing found, the button that empties it. {text} may stand in `create`. */
  words: { none: string; clear: string }
  /** The name under which a text that was not picked is sent. */
  free?: string
  defaultText?: string
  onPick?: (option: ComboOption | null) => void
}) {
  const field = useField()
  const name = props.name ?? field?.name ?? 'pick'
  const list = useId()
  const input = useRef<HTMLInputElement>(null)
  const [value, label, free] = [useTyped(name), useTyped(`~${name}`), useTyped(props.free)]
  const brought =
    value === undefined ? (props.defaultOption ?? null) : value ? { value, label: label ?? '' } : null
  const [text, setText] = useState((brought?.label ?? (free || label)) || (props.defaultText ?? ''))
  const [picked, setPicked] = useState<ComboOption | null>(brought)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const [found, setFound] = useState<readonly ComboOption[]>(props.options ?? [])
  const [, start] = useTransition()
  const asked = useRef(0)
  const composing = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  useRestored(input, typed => {
    const value = typed[name]
    const label = typed[`~${name}`] ?? value ?? ''
    setPicked(value ? (props.options?.find(option => option.value === value) ?? { value, label }) : null)
    setText((props.free && typed[props.free]) || label)
  })

  function look(query: string) {
    clearTimeout(timer.current)
    const turn = ++asked.current
    setActive(0)
    if (!props.search) return setFound(matching(props.options ?? [], query))
    timer.current = setTimeout(() => {
      start(async () => {
        const answer = await props.search?.(query).catch(() => [])
        if (turn === asked.current) setFound(answer ?? [])
      })
    }, 150)
  }
  function type(next: string) {
    setText(next)
    if (picked) pick(null, next)
    if (composing.current) return
    setOpen(true)
    look(next)
  }
  function pick(option: ComboOption | null, keep = '') {
    setPicked(option)
    setText(option?.label ?? keep)
    if (option) setOpen(false)
    props.onPick?.(option)
    // a hidden input does not tell its form that it changed
    queueMicrotask(() => input.current?.dispatchEvent(new Event('input', { bubbles: true })))
  }
  function keys(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (!open) {
        setOpen(true)
        look(picked ? '' : text)
      } else if (found.length) {
        setActive((active + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length)
      }
    } else if (event.key === 'Enter' && open && found[active] && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      pick(found[active])
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
    }
  }
  const shown = open && (found.length > 0 || text.trim() !== '')
  return (
    <div
      className="combo"
      onBlur={event => {
        if (event.currentTarget.contains(event.relatedTarget)) return
        setOpen(false)
        if (!picked && !props.free) setText('')
      }}
    >
      <input type="hidden" name={name} value={picked?.value ?? ''} />
      {props.free && picked ? <input type="hidden" name={props.free} value="" /> : null}
      <input
        ref={input}
        id={field?.id}
        name={props.free && !picked ? props.free : `~${name}`}
        className="input pr-9"
        role="combobox"
        autoComplete="off"
        data-shows={name}
        lang={picked?.lang}
        placeholder={props.placeholder}
        aria-expanded={shown}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={shown && found[active] ? `${list}-${active}` : undefined}
        aria-describedby={field?.describedBy}
        aria-invalid={field?.invalid || undefined}
        aria-required={field?.required || undefined}
        value={text}
        onChange={event => type(event.target.value)}
        onCompositionStart={() => {
          composing.current = true
        }}
        onCompositionEnd={event => {
          composing.current = false
          type(event.currentTarget.value)
        }}
        onClick={() => {
          if (open) return
          setOpen(true)
          look(picked ? '' : text)
        }}
        onKeyDown={keys}
      />
      {text ? (
        <button
          type="button"
          className="combo-clear"
          aria-label={props.words.clear}
          onClick={() => pick(null)}
        >
          ×
        </button>
      ) : null}
      <ul
        id={list}
        role="listbox"
        aria-label={props.placeholder ?? name}
        className="combo-list"
        hidden={!shown}
      >
        {found.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the input
          <li
            key={option.value}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={option.value === picked?.value}
            data-active={index === active || undefined}
            lang={option.lang}
            onMouseDown={event => event.preventDefault()}
            onClick={() => pick(option)}
          >
            {option.label}
            {option.note ? <small>{option.note}</small> : null}
          </li>
        ))}
        {found.length === 0 ? (
          <li role="option" aria-selected={false} aria-disabled tabIndex={-1} className="text-ink-3">
            {props.words.none}
          </li>
        ) : null}
      </ul>
    </div>
  )
}

/** Those whose label, note or value holds every word of the query, without regard to case and width. */
export function matching(options: readonly ComboOption[], query: string): ComboOption[] {
  const words = plain(query).split(' ').filter(Boolean)
  return options
    .filter(option =>
      words.every(word => plain(`${option.label} ${option.note ?? ''} ${option.value}`).includes(word)),
    )
    .slice(0, 50)
}
const plain = (text: string) => text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ')
