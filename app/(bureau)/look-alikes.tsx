'use client'
import { lazy, startTransition, useContext, useEffect, useRef, useState } from 'react'
import { FormAnswer } from '@/components/form-state'
import { lookAlikeAction } from './look-alike-action'
import type { LookAlikeWords, ShownMatch } from './look-alike-panel'

/* Loaded when something looks the same, which is seldom. No boundary round it: without JavaScript the page waits for it. */
const Panel = lazy(() => import('./look-alike-panel'))
const PAUSE_MS = 500

type Answer = { matches?: readonly ShownMatch[] } | null

/**
 * Stands in a form: what is on file that looks the same, asked while one types, and shown again with what the server
 * says when the form is sent (without JavaScript that alone).
 */
export function LookAlikes({ noun, self, words }: { noun: string; self?: number; words: LookAlikeWords }) {
  const box = useRef<HTMLDivElement>(null)
  const said = useContext(FormAnswer) as Answer
  const [asked, setAsked] = useState<{ said: Answer; matches: readonly ShownMatch[] } | null>(null)
  const answer = useRef(said)
  useEffect(() => {
    answer.current = said
  })
  useEffect(() => {
    const form = box.current?.closest('form')
    if (!form) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let before = typedIn(form, noun).join('\n')
    const look = (event: Event) => {
      clearTimeout(timer)
      if ((event as InputEvent).isComposing) return
      timer = setTimeout(async () => {
        const typed = typedIn(form, noun)
        if (typed.join('\n') === before) return
        before = typed.join('\n')
        const matches = await lookAlikeAction({ noun, self, typed }).catch(() => [])
        if (typedIn(form, noun).join('\n') === before)
          startTransition(() => setAsked({ said: answer.current, matches }))
      }, PAUSE_MS)
    }
    for (const event of ['input', 'change', 'compositionend']) form.addEventListener(event, look)
    return () => {
      clearTimeout(timer)
      for (const event of ['input', 'change', 'compositionend']) form.removeEventListener(event, look)
    }
  }, [noun, self])
  const matches = asked?.said === said ? asked.matches : (said?.matches ?? asked?.matches)
  return (
    <div ref={box}>
      <input type="hidden" name="asks" value="on" />
      {matches?.length ? <Panel matches={matches} words={words} /> : null}
    </div>
  )
}

/** What is compared, in the order that look-alike-action.ts reads. */
function typedIn(form: HTMLFormElement, noun: string): string[] {
  const data = new FormData(form)
  const of = (...names: string[]) => names.map(name => String(data.get(name) ?? '')).find(Boolean) ?? ''
  // a deal's own name is not its investor's
  const name = noun === 'contact' ? '' : of(noun === 'deal' || noun === 'convert' ? 'companyName' : 'name')
  return [
    name,
    noun === 'company' ? '' : of('companyId'),
    of('creditCode'),
    [of('reachAt'), of('phones'), of('email')].join('\n'),
    of('industryId'),
    of('intended', 'total'),
    of('intendedCurrency', 'totalCurrency'),
    ...(noun === 'company'
      ? [...data].filter(([key]) => key.startsWith('names.')).map(([, text]) => String(text))
      : []),
  ]
}
