'use client'
import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import { Button } from './button'
import {
  dismissToast,
  FLASH_EVENT,
  type Toast,
  type ToastEntry,
  takeFlash,
  toast,
  toastsNow,
  watchToasts,
} from './toast'

export type ToastWords = { region: string; close: string; undone: string; notUndone: string }

const none: readonly ToastEntry[] = []

/** Where toasts appear. They stay from page to page, and so does their undo. */
export function ToastHost({ words }: { words: ToastWords }) {
  const toasts = useSyncExternalStore(watchToasts, toastsNow, () => none)
  usePathname()
  useSearchParams()

  const look = useEffectEvent(() => {
    const said = takeFlash()
    if (said) toast(said)
  })
  useEffect(() => {
    const listen = () => look()
    addEventListener(FLASH_EVENT, listen)
    return () => removeEventListener(FLASH_EVENT, listen)
  }, [])
  // whenever the page is drawn again, at another place or, after an action that leads back to it, at the same
  useEffect(() => look())

  return (
    <section className="toasts" aria-label={words.region} aria-live="polite">
      {toasts.map(entry => (
        <OneToast key={entry.id} entry={entry} words={words} />
      ))}
    </section>
  )
}

function OneToast({ entry, words }: { entry: ToastEntry; words: ToastWords }) {
  const [held, setHeld] = useState(false)
  const [pending, setPending] = useState(false)
  useEffect(() => {
    if (held || pending) return
    const timer = setTimeout(() => dismissToast(entry.id), entry.undo || entry.link ? 20_000 : 6_000)
    return () => clearTimeout(timer)
  }, [entry, held, pending])

  async function run(undo: NonNullable<Toast['undo']>) {
    setPending(true)
    const answer = await undo.run().catch(() => null)
    dismissToast(entry.id)
    const kind = (answer as { kind?: string } | null)?.kind
    const text = (answer as { text?: string } | null)?.text
    toast(
      answer !== null && (kind === undefined || kind === 'done')
        ? { text: words.undone }
        : { text: text ?? words.notUndone, tone: 'refused' },
    )
  }
  return (
    <div
      className="toast"
      data-tone={entry.tone}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{entry.text}</span>
      {entry.link ? (
        <a className="btn btn-quiet btn-s link" href={entry.link.href}>
          {entry.link.label}
        </a>
      ) : null}
      {entry.undo ? (
        <Button look="outlined" small pending={pending} onClick={() => entry.undo && run(entry.undo)}>
          {entry.undo.label}
        </Button>
      ) : null}
      {entry.also ? (
        <Button
          look="quiet"
          small
          onClick={() => {
            dismissToast(entry.id)
            entry.also?.run()
          }}
        >
          {entry.also.label}
        </Button>
      ) : null}
      <Button look="quiet" small square aria-label={words.close} onClick={() => dismissToast(entry.id)}>
        ×
      </Button>
    </div>
  )
}
