'use client'
import { usePathname } from 'next/navigation'
import { type ComponentType, useEffect, useRef, useState } from 'react'
import { keepOpened } from './recent'
import type { SearchPart } from './search-part'

type Part = ComponentType<Parameters<typeof SearchPart>[0]>

/** The field in the header: a plain one until it is used, or until Ctrl or Cmd with K opens the palette. */
export function SearchField({ words }: { words: { find: string; palette: string } }) {
  const input = useRef<HTMLInputElement>(null)
  const [part, setPart] = useState<{ of: Part; input: HTMLInputElement }>()
  const [palette, setPalette] = useState(false)
  const path = usePathname()
  useEffect(() => keepOpened(path), [path])
  const load = () =>
    import('./search-part').then(({ SearchPart }) => {
      if (input.current) setPart({ of: SearchPart, input: input.current })
    })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== 'k' ||
        !(event.ctrlKey || event.metaKey) ||
        event.altKey ||
        event.shiftKey
      )
        return
      if (document.querySelector('dialog:modal')) return
      event.preventDefault()
      setPalette(true)
      load()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
  return (
    <>
      <input
        ref={input}
        type="search"
        name="q"
        role="combobox"
        aria-expanded={false}
        aria-controls={undefined} // the list is named when it comes (Suggest)
        aria-autocomplete="list"
        aria-label={words.find}
        placeholder={words.find}
        maxLength={400}
        data-key="/"
        autoComplete="off"
        enterKeyHint="search"
        onFocus={load}
      />
      {part ? (
        <part.of input={part.input} words={words} palette={palette} onClose={() => setPalette(false)} />
      ) : null}
    </>
  )
}
