'use client'
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Button } from './button'
import { type Draft, draftFor, draftName, dropDraft, keepDraft, putBack, type Typed, typedIn } from './draft'
import { typedEarly } from './early'
import { fill } from './form-state'

export type DraftWords = {
  /** {at} is the time of the last key */
  found: string
  restore: string
  discard: string
}

/**
 * Keeps what is typed in `form` under `key`, offers it back, and asks before the window is closed upon it. `base()`
 * are the values as the form was opened, which a conflict is compared with.
 */
export function useDraft(
  form: RefObject<HTMLFormElement | null>,
  key: string | undefined,
  words: DraftWords,
  baseUpon: (version: string) => void,
) {
  const base = useRef<Typed>({})
  const dirty = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [kept, setKept] = useState<Draft | null>(null)

  useLayoutEffect(() => {
    if (!form.current) return
    const type = typedEarly(form.current)
    base.current = typedIn(form.current)
    type()
  }, [form])
  useEffect(() => {
    const element = form.current
    if (!element) return
    if (!dirty.current) base.current = typedIn(element)
    const name = key && draftName(element, key)
    if (name) setKept(draftFor(name, base.current))
    const keep = () => name && dirty.current && keepDraft(name, element, base.current)
    const leave = (event: BeforeUnloadEvent) => {
      if (!dirty.current) return
      keep()
      event.preventDefault()
    }
    addEventListener('beforeunload', leave)
    addEventListener('pagehide', keep)
    return () => {
      keep()
      clearTimeout(timer.current)
      removeEventListener('beforeunload', leave)
      removeEventListener('pagehide', keep)
    }
  }, [form, key])

  const typed = useCallback(() => {
    dirty.current = true
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      if (key && form.current && dirty.current)
        keepDraft(draftName(form.current, key), form.current, base.current)
    }, 300)
  }, [form, key])

  const drop = useCallback(() => {
    dirty.current = false
    clearTimeout(timer.current)
    setKept(null)
    if (!form.current) return
    base.current = typedIn(form.current)
    if (key) dropDraft(draftName(form.current, key))
  }, [form, key])

  function restore() {
    if (!form.current || !kept) return
    base.current = { ...base.current, ...kept.base }
    putBack(form.current, { ...typedIn(form.current), ...kept.typed })
    if (kept.version) baseUpon(kept.version)
    dirty.current = true
    setKept(null)
  }

  const offer = kept ? (
    <div className="note note-accent mb-3 max-w-160" role="status">
      <p className="says">
        {fill(words.found, {
          at: new Date(kept.at).toLocaleString(document.documentElement.lang, {
            dateStyle: 'medium',
            timeStyle: 'short',
            hourCycle: 'h23',
          }),
        })}
      </p>
      <Button small look="outlined" onClick={restore}>
        {words.restore}
      </Button>
      <Button small look="quiet" onClick={drop}>
        {words.discard}
      </Button>
    </div>
  ) : null

  return { typed, drop, offer, base: () => base.current }
}
