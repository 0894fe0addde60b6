'use client'
import { type MouseEvent, useEffect, useRef } from 'react'
import type { Said } from './form-send'
import { fill, sentenceOf } from './form-state'

type Words = {
  errors: string
  offline: string
  failed: string
  gone: string
  signedOut: string
  signIn: { label: string; href: string }
  database: string
  conflict: { title: string }
}

/** What stands in the way of saving, above the fields; takes the focus when it appears. Each line leads to its field. */
export function FormSummary(props: { said: Said | null; sentences: Record<string, string>; words: Words }) {
  const { said, sentences, words } = props
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (said && said.kind !== 'done') box.current?.focus()
  }, [said])
  if (!said || said.kind === 'done') return null
  const names = Object.keys(sentences)
  const sentence =
    said.kind === 'invalid'
      ? fill(words.errors, { count: names.length })
      : said.kind === 'refused'
        ? sentenceOf(said)
        : said.kind === 'signed_out'
          ? words.signedOut
          : said.kind === 'conflict'
            ? words.conflict.title
            : words[said.kind]
  return (
    <div ref={box} tabIndex={-1} role="alert" className="note note-red mb-3 max-w-160">
      <div className="says">
        <strong>{sentence}</strong>
        <ul>
          {names.map(name => (
            <li key={name}>
              <a className="link" href={`#${name}`} onClick={lead}>
                <Line name={name} sentence={sentences[name] as string} />
              </a>
            </li>
          ))}
        </ul>
        {said.kind === 'signed_out' ? (
          <a className="link" href={words.signIn.href} data-hard onClick={comeBack}>
            {words.signIn.label}
          </a>
        ) : null}
      </div>
    </div>
  )
}

/* After signing in one comes back to the form, which offers what was typed. */
function comeBack(event: MouseEvent<HTMLAnchorElement>) {
  event.currentTarget.search = `?next=${encodeURIComponent(location.pathname + location.search)}`
}

function Line({ name, sentence }: { name: string; sentence: string }) {
  const line = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const label = fieldOf(line.current, name)?.dataset.label
    if (line.current && label) line.current.textContent = `${label}: ${sentence}`
  }, [name, sentence])
  return <span ref={line}>{sentence}</span>
}

function fieldOf(inside: Element | null, name: string): HTMLElement | null | undefined {
  return inside?.closest('form')?.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`)
}

function lead(event: MouseEvent<HTMLAnchorElement>) {
  event.preventDefault()
  const name = decodeURIComponent(event.currentTarget.hash.slice(1))
  const field = fieldOf(event.currentTarget, name)
  const folded = field?.closest('details')
  if (folded) folded.open = true
  field?.scrollIntoView({ block: 'center' })
  field?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select')?.focus()
}
