'use client'
import { useRouter } from 'next/navigation'
import {
  createContext,
  Fragment,
  type KeyboardEvent,
  type ReactNode,
  type SubmitEvent,
  useActionState,
  useContext,
  useEffect,
  useRef,
  useState,
  useTransition,
} from 'react'
import { Button } from './button'
import type { ConflictWords } from './conflict-chooser'
import { FormClash } from './form-clash'
import { type Said, sendForm } from './form-send'
import { FormErrors, type FormOutcome, type Reason, sentenceOf } from './form-state'
import { FormSummary } from './form-summary'
import { newSubmission } from './submission'
import { FLASH_EVENT, toast } from './toast'
import { type DraftWords, useDraft } from './use-draft'

/** Every sentence a form says by itself; the product gives them once (i18n/form-words.ts). */
export type FormWords = {
  /** {count} */
  errors: string
  offline: string
  failed: string
  gone: string
  signedOut: string
  signIn: { label: string; href: string }
  draft: DraftWords
  conflict: ConflictWords
  /** Sentences by reason key, for answers that come without their text. */
  reasons: Record<string, string>
}
/** What action() makes: called with the outcome before (unused) and the form. It refreshes the page when done. */
export type FormAction = (before: FormOutcome | null, data: FormData) => Promise<FormOutcome>
export type FormProps = {
  action: FormAction
  words: FormWords
  /** Under this key what is typed is kept until saved; unique for the question asked: `lead.create`, `D-2026-0038`. */
  draft?: string
  hidden?: Record<string, string | number | undefined>
  /** Said when done; `undo` is called with the outcome's value. */
  says?: { text: string; undo?: { label: string; action: (value: never) => Promise<unknown> } }
  /** Empties the form when done (a composer that stays open). */
  again?: boolean
  className?: string
  'aria-label'?: string
  children: ReactNode
}

const Pending = createContext(false)

/**
 * A form that loses nothing: sends its fields to `action`, shows what is wrong at the field and in a summary that
 * takes the focus, keeps a draft, and lets a person choose field by field when another was faster. Without JavaScript
 * it is a plain form to the same action. Ctrl+Enter sends.
 */
export function Form(props: FormProps) {
  const { action, words, hidden = {} } = props
  const router = useRouter()
  const form = useRef<HTMLFormElement>(null)
  const [posted, post] = useActionState<FormOutcome | null, FormData>(action, null)
  const [answer, setAnswer] = useState<Said | null>(null)
  const [pending, start] = useTransition()
  const [round, setRound] = useState(0)
  const [submission, setSubmission] = useState(newSubmission)
  // the version that a draft was begun upon, or that a conflict was settled upon, instead of the page's
  const [version, setVersion] = useState<{ of: unknown; now: string } | null>(null)
  const baseUpon = (now: string) => {
    setVersion({ of: hidden.version, now })
    const input = form.current?.elements.namedItem('version')
    if (input instanceof HTMLInputElement) input.value = now
  }
  const draft = useDraft(form, props.draft, words.draft, baseUpon)
  const said = answer ?? posted
  useEffect(() => {
    // the id that the server wrote is the one that stands in the form
    const input = form.current?.elements.namedItem('submission')
    if (input instanceof HTMLInputElement) setSubmission(input.value)
  }, [])

  function send(element: HTMLFormElement, submitter: HTMLElement | null) {
    const data = new FormData(element, submitter)
    start(async () => {
      const outcome = await sendForm(() => action(null, data), draft.drop)
      // answered: the next sending is another one; unanswered: it is the same, and must not make a second record
      if (outcome.kind !== 'offline' && outcome.kind !== 'failed' && outcome.kind !== 'signed_out')
        setSubmission(newSubmission())
      start(() => {
        setAnswer(outcome)
        if (outcome.kind === 'done') finish(element, outcome)
      })
    })
  }
  function finish(element: HTMLFormElement, outcome: Extract<FormOutcome, { kind: 'done' }>) {
    draft.drop()
    const undo = props.says?.undo
    if (props.says) {
      const run = () => (undo as NonNullable<typeof undo>).action(outcome.value as never)
      toast({ text: props.says.text, undo: undo && { label: undo.label, run } })
    }
    dispatchEvent(new Event(FLASH_EVENT))
    element.closest('dialog')?.close()
    element.closest<HTMLElement>('[popover]')?.hidePopover()
    if (props.again) setRound(round + 1)
    if (outcome.href) router.push(outcome.href)
  }
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!pending) send(event.currentTarget, event.nativeEvent.submitter)
  }
  function keys(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.currentTarget.requestSubmit()
  }

  const kept = version && version.of === hidden.version ? { ...hidden, version: version.now } : hidden
  const clash = said?.kind === 'conflict' && form.current ? said : null
  const fields = said?.kind === 'invalid' ? said.fields : {}
  const sentences = Object.fromEntries(
    Object.entries(fields).map(([name, reason]) => [
      fieldName(name),
      sentenceOf(reason as Reason, words.reasons),
    ]),
  )
  return (
    <>
      {clash && form.current ? (
        <FormClash
          key={JSON.stringify(clash.theirs)}
          form={form.current}
          theirs={clash.theirs}
          base={draft.base}
          words={words.conflict}
          pending={pending}
          onGiveUp={() => {
            draft.drop()
            location.reload()
          }}
          onSettled={now => {
            baseUpon(now)
            setAnswer(null)
            form.current?.requestSubmit()
          }}
        />
      ) : null}
      <form
        ref={form}
        action={post}
        onSubmit={submit}
        onKeyDown={keys}
        onInput={draft.typed}
        onChange={draft.typed}
        hidden={Boolean(clash)}
        noValidate
        className={props.className}
        aria-label={props['aria-label']}
      >
        <input type="hidden" name="submission" value={submission} suppressHydrationWarning />
        {Object.entries(kept).map(([name, value]) =>
          value === undefined ? null : (
            <input key={`${name}=${value}`} type="hidden" name={name} defaultValue={value} />
          ),
        )}
        {draft.offer}
        <FormSummary said={said} sentences={sentences} words={words} />
        <FormErrors value={sentences}>
          <Pending value={pending}>
            <Fragment key={round}>{props.children}</Fragment>
          </Pending>
        </FormErrors>
      </form>
    </>
  )
}

/** Sends the form it stands in; shows while the answer is awaited. */
export function Submit({ children, ...rest }: Omit<React.ComponentProps<typeof Button>, 'type' | 'pending'>) {
  return (
    <Button look="primary" {...rest} type="submit" pending={useContext(Pending)}>
      {children}
    </Button>
  )
}

/* `desks.0` and `desks[]` are the field `desks`. */
const fieldName = (path: string) => path.replace(/(\.\d+.*|\[\])$/, '')
