'use client'
import { unstable_rethrow, useRouter } from 'next/navigation'
import {
  createContext,
  Fragment,
  type KeyboardEvent,
  type ReactNode,
  type SubmitEvent,
  useActionState,
  useContext,
  useRef,
  useState,
  useTransition,
} from 'react'
import { Button } from './button'
import { sortOut } from './conflict'
import { ConflictChooser, type ConflictWords } from './conflict-chooser'
import { putBack, typedIn } from './draft'
import { conflictFields, readTheirs } from './form-conflict'
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
type Said = FormOutcome | { kind: 'offline' | 'failed' }

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
  const [submission] = useState(newSubmission)
  const draft = useDraft(form, props.draft, words.draft)
  const said = answer ?? posted

  function send(element: HTMLFormElement, submitter: HTMLElement | null) {
    const data = new FormData(element, submitter)
    start(async () => {
      const outcome = await ask(() => action(null, data), draft.drop)
      if (outcome.kind !== 'offline' && outcome.kind !== 'failed' && outcome.kind !== 'signed_out')
        renew(element)
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
        <Clash
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
          onSettled={() => {
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
        <input type="hidden" name="submission" defaultValue={submission} suppressHydrationWarning />
        {Object.entries(hidden).map(([name, value]) =>
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

function Clash(props: {
  form: HTMLFormElement
  theirs: unknown
  base: () => Record<string, string>
  words: ConflictWords
  pending: boolean
  onGiveUp: () => void
  onSettled: () => void
}) {
  const theirs = readTheirs(props.theirs)
  const [sorted] = useState(() => sortOut(conflictFields(props.form, props.base(), theirs)))
  return (
    <ConflictChooser
      sorted={sorted}
      words={props.words}
      by={theirs.by}
      at={theirs.at}
      pending={props.pending}
      onGiveUp={props.onGiveUp}
      onSave={values => {
        // the next comparison is with what the other saved
        Object.assign(
          props.base(),
          Object.fromEntries(Object.entries(theirs.values).map(([k, v]) => [k, String(v ?? '')])),
        )
        putBack(props.form, { ...typedIn(props.form), ...values, ...shownAs(values, theirs.shown) })
        const version = props.form.elements.namedItem('version')
        if (version instanceof HTMLInputElement) version.value = theirs.version
        props.onSettled()
      }}
    />
  )
}

const shownAs = (values: Record<string, string>, shown: Record<string, string>) =>
  Object.fromEntries(Object.keys(values).map(name => [`~${name}`, shown[name] ?? values[name] ?? '']))

/** Sends; an answer that never came is told from one that did, and a redirect to the sign-in page keeps the draft. */
async function ask(action: () => Promise<FormOutcome>, drop: () => void): Promise<Said> {
  try {
    return await action()
  } catch (error) {
    const digest = (error as { digest?: string }).digest ?? ''
    if (digest.startsWith('NEXT_REDIRECT') && !digest.includes('/sign-in')) drop()
    unstable_rethrow(error)
    console.error(error)
    return { kind: navigator.onLine && !(error instanceof TypeError) ? 'failed' : 'offline' }
  }
}

/* `desks.0` and `desks[]` are the field `desks`. */
const fieldName = (path: string) => path.replace(/(\.\d+.*|\[\])$/, '')

/* Answered: the next sending is another one. Unanswered: it is the same, and must not make a second record. */
function renew(form: HTMLFormElement) {
  const input = form.elements.namedItem('submission')
  if (input instanceof HTMLInputElement) input.value = newSubmission()
}
