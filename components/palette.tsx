'use client'
import { useEffect, useRef, useState } from 'react'
import { Suggest, type SuggestGroup } from './suggest'

/** A field over the page from which one goes anywhere. Open from the start; Esc and the ground close it. */
export function Palette(props: {
  label: string
  ask: (text: string) => Promise<SuggestGroup[]>
  onClose: () => void
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [input, setInput] = useState<HTMLInputElement | null>(null)
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  const close = () => dialog.current?.close()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc does the same
    <dialog
      ref={dialog}
      className="palette"
      aria-label={props.label}
      onClose={props.onClose}
      onMouseDown={event => event.target === dialog.current && close()}
    >
      <input
        ref={setInput}
        role="combobox"
        aria-expanded={false}
        aria-controls={undefined} // the list is named when it comes (Suggest)
        aria-autocomplete="list"
        aria-label={props.label}
        placeholder={props.label}
        maxLength={400}
        autoComplete="off"
        spellCheck={false}
      />
      {input ? <Suggest input={input} ask={props.ask} label={props.label} onGo={close} first /> : null}
    </dialog>
  )
}
