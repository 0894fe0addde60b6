'use client'
import { useRouter } from 'next/navigation'
import { type DragEvent, type ReactNode, type SubmitEvent, useState } from 'react'
import { SubmissionField } from '@/components/submission-field'
import type { SendLimits } from './attachment-send'

type Way = { percent: number; stop: () => void }

/** Files for a record. A plain form to /files; with JavaScript it stays where it is and shows how far it has come. */
export function AttachmentForm(props: {
  label: string
  limits: SendLimits
  stop: string
  hidden: Record<string, string | number | undefined>
  children: ReactNode
}) {
  const { label, limits, stop, hidden, children } = props
  const router = useRouter()
  const [way, setWay] = useState<Way | null>(null)
  const [lines, setLines] = useState<string[]>([])

  async function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (way) return
    const form = event.currentTarget
    setWay({ percent: 0, stop: () => {} })
    const { sendFiles } = await import('./attachment-send')
    const sent = await sendFiles(form, limits, (percent, stop) => setWay({ percent, stop }))
    setLines(sent.lines)
    setWay(null)
    router.refresh()
  }
  /* Anywhere on the form; on the field itself the browser does it. */
  function drop(event: DragEvent<HTMLFormElement>) {
    const field = event.currentTarget.querySelector<HTMLInputElement>('input[multiple]')
    if (!field || event.target === field || event.dataTransfer.files.length === 0) return
    event.preventDefault()
    field.files = event.dataTransfer.files
    field.dispatchEvent(new Event('change', { bubbles: true }))
  }
  return (
    <form
      action="/files"
      method="post"
      encType="multipart/form-data"
      onSubmit={send}
      onDragOver={event => event.preventDefault()}
      onDrop={drop}
      className="attach no-print"
      aria-label={label}
      id="attach"
    >
      <SubmissionField />
      {Object.entries(hidden).map(([name, value]) =>
        value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      {lines.length > 0 ? (
        <div className="note note-red" role="alert">
          <ul className="says">
            {lines.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {children}
      {way ? (
        <p className="attach-way" role="status">
          <progress max={100} value={way.percent} aria-label={label} />
          {limits.words.sending.replace('{percent}', String(way.percent))}
          <button type="button" className="btn btn-quiet btn-s" onClick={way.stop}>
            {stop}
          </button>
        </p>
      ) : null}
    </form>
  )
}
