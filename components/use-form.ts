'use client'
import { useRouter } from 'next/navigation'
import { type RefObject, useActionState, useState, useTransition } from 'react'
import { type Clash, clashIn, settleIn } from './form-clash'
import { type Said, sendForm } from './form-send'
import type { FormOutcome } from './form-state'
import { renewSubmission } from './submission-field'
import { FLASH_EVENT, toast } from './toast'
import type { useDraft } from './use-draft'

/** What action() makes: called with the outcome before (unused) and the form. It refreshes the page when done. */
export type FormAction = (before: FormOutcome | null, data: FormData) => Promise<FormOutcome>
export type Sending = {
  action: FormAction
  /** Said when done; `undo` is called with the outcome's value. */
  says?: { text: string; undo?: { label: string; action: (value: never) => Promise<unknown> } }
  /** Empties the form when done (a composer that stays open). */
  again?: boolean
}
type Draft = Pick<ReturnType<typeof useDraft>, 'drop' | 'base'>

/** The sentence that an answer brings of itself, in place of the form's. */
export const saidBy = (value: unknown) => (value as { says?: string } | undefined)?.says

/** Sending a form and hearing back; what it says then, and the choice between two people's values. */
export function useForm(
  form: RefObject<HTMLFormElement | null>,
  { action, says, again, words }: Sending & { words: { conflict: { comma: string } } },
  draft: Draft,
  baseUpon: (version: string) => void,
) {
  const router = useRouter()
  // without JavaScript the browser posts, and the page comes back with this
  const [posted, post] = useActionState<FormOutcome | null, FormData>(action, null)
  const [answer, setAnswer] = useState<Said | null>(null)
  const [clash, setClash] = useState<Clash | null>(null)
  const [pending, start] = useTransition()
  const [round, setRound] = useState(0)

  function send(element: HTMLFormElement, submitter: HTMLElement | null) {
    const data = new FormData(element, submitter)
    start(async () => {
      const said = await sendForm(() => action(null, data), draft.drop)
      // answered: the next sending is another one; unanswered: it is the same, and must not make a second record
      const answered = !['offline', 'failed', 'database', 'signed_out'].includes(said.kind)
      start(() => {
        if (answered) renewSubmission(element)
        setAnswer(said)
        setClash(
          said.kind === 'conflict' ? clashIn(element, draft.base(), said.theirs, words.conflict.comma) : null,
        )
        if (said.kind === 'done') finish(element, said)
      })
    })
  }
  function finish(element: HTMLFormElement, done: Extract<FormOutcome, { kind: 'done' }>) {
    draft.drop()
    if (says) {
      const { undo } = says
      toast({
        text: saidBy(done.value) ?? says.text,
        undo: undo && { label: undo.label, run: () => undo.action(done.value as never) },
      })
    }
    dispatchEvent(new Event(FLASH_EVENT))
    element.closest('dialog')?.close()
    element.closest<HTMLElement>('[popover]')?.hidePopover()
    if (again) setRound(before => before + 1)
    if (done.href) router.push(done.href)
  }
  function settle(chosen: Record<string, string>) {
    if (!clash || !form.current) return
    settleIn(form.current, draft.base(), clash, chosen)
    baseUpon(clash.theirs.version)
    setClash(null)
    form.current.requestSubmit()
  }
  return { post, posted: answer ? null : posted, said: answer ?? posted, clash, pending, round, send, settle }
}
