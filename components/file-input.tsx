'use client'
import './file-input.css'
import { type ComponentProps, type ReactNode, useEffect, useRef, useState } from 'react'
import { sizeWords } from './size-words'

export type FileWords = {
  locale: string
  /** Nothing is chosen. */
  none: string
  /** {name} is larger than is taken. */
  tooLarge: string
}
type Chosen = { name: string; size: number }

/**
 * A file to choose, in our words: a browser speaks its own language. The element itself lies unseen over its label, so that
 * it is clicked, reached by key and dropped upon as ever; without JavaScript it shows the name that was chosen. `most`: bytes of
 * a file at most.
 */
export function FileInput({
  pick,
  words,
  most = Number.POSITIVE_INFINITY,
  className = '',
  ...rest
}: Omit<ComponentProps<'input'>, 'type' | 'children'> & {
  pick: ReactNode
  words: FileWords
  most?: number
}) {
  const input = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState<Chosen[]>([])
  const large = chosen.find(({ size }) => size > most)
  const wrong = large ? words.tooLarge.replace('{name}', large.name) : null

  useEffect(() => {
    const element = input.current
    const look = () => setChosen([...(element?.files ?? [])].map(({ name, size }) => ({ name, size })))
    const form = element?.form
    // what a form is cleared of is gone once its own event is over
    const cleared = () => queueMicrotask(look)
    element?.addEventListener('change', look)
    form?.addEventListener('reset', cleared)
    // chosen before the script came
    if (element?.files?.length) queueMicrotask(look)
    return () => {
      element?.removeEventListener('change', look)
      form?.removeEventListener('reset', cleared)
    }
  }, [])
  useEffect(() => {
    const missing = rest.required && chosen.length === 0 ? words.none : ''
    input.current?.setCustomValidity(wrong ?? missing)
  }, [wrong, chosen, rest.required, words.none])

  return (
    <span className={`pick-file ${className}`}>
      <label className="btn">
        {pick}
        <input
          {...rest}
          ref={input}
          type="file"
          title={chosen.map(({ name }) => name).join('\n') || words.none}
        />
      </label>
      <output className={`pick-file-said ${wrong ? 'text-red' : ''}`}>
        {wrong ??
          (chosen.length === 0
            ? words.none
            : chosen.map(({ name, size }) => (
                <span key={name}>
                  {name} <span className="unit">{sizeWords(size, words.locale)}</span>
                </span>
              )))}
      </output>
    </span>
  )
}
