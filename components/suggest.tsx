'use client'
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'

type Item = { href: string; pieces: { text: string; mark: boolean }[]; lang?: string; note?: string }
/** Places to go, under a heading. */
export type SuggestGroup = { label: string; items: Item[] }

/**
 * The list below a text field that suggests where to go. Asks a moment after the last key, forgets answers that come out
 * of turn, and never asks while an input method composes. Arrows choose, Enter goes, Esc closes; with `first` the first
 * one is chosen from the beginning, otherwise Enter is left to the field's form.
 */
export function Suggest(props: {
  input: HTMLInputElement
  ask: (text: string) => Promise<SuggestGroup[]>
  label: string
  first?: boolean
  onGo?: () => void
}) {
  const { input, ask, label, first = false, onGo } = props
  const [groups, setGroups] = useState<SuggestGroup[]>([])
  const [open, setOpen] = useState(first)
  const [active, setActive] = useState(first ? 0 : -1)
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const items = groups.flatMap(group => group.items)
  const shown = open && items.length > 0

  useEffect(() => {
    let turn = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = (wait: number) => {
      clearTimeout(timer)
      const mine = ++turn
      timer = setTimeout(async () => {
        const text = input.value
        const answer = await ask(text).catch(() => [])
        if (mine !== turn) return
        setGroups(answer)
        setActive(first ? 0 : -1)
        setOpen(true)
      }, wait)
    }
    const type = (event: Event) => (event as InputEvent).isComposing || look(150)
    // what is still on its way comes too late for a field that was left; the palette's own is not left
    const leave = () => {
      if (first) return
      turn++
      clearTimeout(timer)
      setOpen(false)
    }
    const enter = () => first || look(0)
    input.addEventListener('input', type)
    input.addEventListener('compositionend', type)
    input.addEventListener('blur', leave)
    input.addEventListener('focus', enter)
    look(0)
    return () => {
      turn++
      clearTimeout(timer)
      input.removeEventListener('input', type)
      input.removeEventListener('compositionend', type)
      input.removeEventListener('blur', leave)
      input.removeEventListener('focus', enter)
    }
  }, [input, ask, first])

  // at once, not after the paint: a key that is pressed as the list appears is of what it shows
  useLayoutEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229) return
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step && items.length) {
        event.preventDefault()
        setOpen(true)
        setActive((active + step + items.length) % items.length)
      } else if (event.key === 'Enter' && shown && active >= 0) {
        event.preventDefault()
        list.current?.querySelectorAll<HTMLElement>('[role=option]')[active]?.click()
      } else if (event.key === 'Escape' && shown && !first) {
        event.preventDefault()
        event.stopPropagation()
        setOpen(false)
      }
    }
    input.addEventListener('keydown', key)
    return () => input.removeEventListener('keydown', key)
  })

  useEffect(() => {
    const state = { expanded: String(shown), activedescendant: shown && active >= 0 ? `${id}-${active}` : '' }
    for (const [name, value] of Object.entries({ controls: id, ...state }))
      input.setAttribute(`aria-${name}`, value)
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  })

  let place = -1
  return (
    <div ref={list} id={id} role="listbox" aria-label={label} className="suggest" hidden={!shown}>
      {groups.map((group, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a list box has groups of options
        <div key={group.label} role="group" aria-labelledby={`${id}-group-${index}`}>
          <p id={`${id}-group-${index}`}>{group.label}</p>
          {group.items.map(item => {
            const mine = ++place
            return (
              <a
                key={item.href}
                id={`${id}-${mine}`}
                role="option"
                tabIndex={-1}
                aria-selected={mine === active}
                href={item.href}
                onMouseDown={event => event.preventDefault()}
                onClick={() => {
                  setOpen(false)
                  onGo?.()
                }}
              >
                <span lang={item.lang}>
                  {item.pieces.map((piece, at) =>
                    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name
                    piece.mark ? <mark key={at}>{piece.text}</mark> : piece.text,
                  )}
                </span>
                {item.note ? <small>{item.note}</small> : null}
              </a>
            )
          })}
        </div>
      ))}
    </div>
  )
}
