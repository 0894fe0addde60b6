'use client'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { type ButtonLook, buttonClass } from './button'

/**
 * A question over the page. `opener` stands on its button; without one it is open from the start (`openAt`, for a page
 * that leads here). The browser's modal dialog: focus is held inside and goes back; Esc and the ground close it.
 * A Form inside closes it when done.
 */
export function Dialog(props: {
  opener?: ReactNode
  openerLabel?: string
  look?: ButtonLook
  small?: boolean
  square?: boolean
  openerClass?: string
  shortcut?: string
  title: ReactNode
  close: string
  openNow?: boolean
  /** Told when it closes; for leaves that hold the open state themselves. */
  onClose?: () => void
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  useEffect(() => {
    if (props.openNow && !dialog.current?.open) dialog.current?.showModal()
  }, [props.openNow])
  return (
    <>
      {props.opener ? (
        <button
          type="button"
          className={props.openerClass ?? buttonClass(props)}
          aria-label={props.openerLabel}
          aria-haspopup="dialog"
          data-key={props.shortcut}
          onClick={() => dialog.current?.showModal()}
        >
          {props.opener}
        </button>
      ) : null}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Esc does the same */}
      <dialog
        ref={dialog}
        className="dialog"
        aria-labelledby={title}
        onClose={props.onClose}
        onMouseDown={event => {
          if (event.target === dialog.current) dialog.current.close()
        }}
      >
        <div className="dialog-head">
          <h2 id={title}>{props.title}</h2>
          <button
            type="button"
            className="btn btn-quiet btn-icon"
            aria-label={props.close}
            onClick={() => dialog.current?.close()}
          >
            ×
          </button>
        </div>
        <div className="dialog-body">{props.children}</div>
      </dialog>
    </>
  )
}
