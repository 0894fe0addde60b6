'use client'
import { type SubmitEvent, useTransition } from 'react'
import { toast } from '@/components/toast'
import { completeTaskAction, reopenTaskAction } from './task-action'

type Words = { label: string; reopened: string; undo: string; failed: string }
type Plain = (form: FormData) => Promise<void>

/** Done with one click, and taken back by the notice; a form to the same action without JavaScript. */
export function TaskTick({ id, done, words }: { id: number; done: boolean; words: Words }) {
  const [pending, start] = useTransition()
  const ask = done ? reopenTaskAction : completeTaskAction
  function tick(event: SubmitEvent) {
    event.preventDefault()
    if (pending) return
    start(async () => {
      const outcome = await ask({ id })
      if (outcome.kind !== 'done') {
        const { text } = outcome as { text?: string }
        return toast({ text: text ?? words.failed, tone: 'refused' })
      }
      const undo = { label: words.undo, run: () => reopenTaskAction({ id }) }
      toast(done ? { text: words.reopened } : { text: String(outcome.value), undo })
    })
  }
  return (
    <form action={ask as unknown as Plain} onSubmit={tick} className="tick no-print">
      <input type="hidden" name="id" value={id} />
      <button
        type="submit"
        role="checkbox"
        aria-checked={done}
        aria-busy={pending || undefined}
        aria-label={words.label}
        title={words.label}
      />
    </form>
  )
}
