'use client'
import {
  type ComponentProps,
  createContext,
  Fragment,
  type KeyboardEvent,
  type ReactNode,
  type SubmitEvent,
  useContext,
  useRef,
  useState,
} from 'react'
import { Button } from './button'
import { ConflictChooser, type ConflictWords } from './conflict-chooser'
import { readTheirs } from './form-conflict'
import { FormAnswer, FormErrors, sentenceOf } from './form-state'
import { FormSummary } from './form-summary'
import { FormTyped } from './form-typed'
import { SubmissionField } from './submission-field'
import { type DraftWords, useDraft } from './use-draft'
import { type Sending, saidBy, useForm } from './use-form'

/** Every sentence a form says by itself; the product gives them once (i18n/form-words.ts). */
export type FormWords = {
  /** {count} */
  errors: string
  offline: string
  failed: string
  /** The database does not answer. */
  database: string
  gone: string
  signedOut: string
  signIn: { label: string; href: string }
  draft: DraftWords
  conflict: ConflictWords
}
export type { FormAction } from './use-form'

export type FormProps = Sending & {
  words: FormWords
  /** Under this key what is typed is kept until saved; unique for the question asked: `lead.create`, `D-2026-0038`. */
  draft?: string
  hidden?: Record<string, string | number | undefined>
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
  const { words, hidden = {} } = props
  const form = useRef<HTMLFormElement>(null)
  // the version that a draft was begun upon, or that a conflict was settled upon, instead of the page's
  const [version, setVersion] = useState<{ of: unknown; now: string } | null>(null)
  const baseUpon = (now: string) => {
    setVersion({ of: hidden.version, now })
    const input = form.current?.elements.namedItem('version')
    if (input instanceof HTMLInputElement) input.value = now
  }
  const draft = useDraft(form, props.draft, words.draft, baseUpon)
  const { post, posted, said, clash, pending, round, send, settle } = useForm(form, props, draft, baseUpon)

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!pending) send(event.currentTarget, event.nativeEvent.submitter)
  }
  function keys(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.currentTarget.requestSubmit()
  }
  function giveUp() {
    draft.drop()
    location.reload()
  }
  const typed = posted?.typed
  const theirs = posted?.kind === 'conflict' ? readTheirs(posted.theirs) : undefined
  // drawn anew by a plain post, the form still stands upon what the person has seen
  const upon = version?.of === hidden.version ? version?.now : (theirs?.version ?? typed?.version)
  const kept = upon === undefined || hidden.version === undefined ? hidden : { ...hidden, version: upon }
  const fields = said?.kind === 'invalid' ? Object.entries(said.fields) : []
  const sentences = Object.fromEntries(fields.map(([name, reason]) => [fieldName(name), sentenceOf(reason)]))
  return (
    <>
      {clash ? (
        <ConflictChooser
          key={clash.theirs.version}
          sorted={clash.sorted}
          words={words.conflict}
          by={clash.theirs.by}
          at={clash.theirs.at}
          pending={pending}
          onSave={settle}
          onGiveUp={giveUp}
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
        <SubmissionField />
        {Object.entries(kept).map(([name, value]) =>
          value === undefined ? null : (
            <input key={`${name}=${value}`} type="hidden" name={name} defaultValue={value} />
          ),
        )}
        {draft.offer}
        <FormSummary said={clash ? null : said} sentences={sentences} words={words} />
        {posted?.kind === 'done' && props.says ? (
          <p className="note note-accent mb-3 max-w-160" role="status">
            {saidBy(posted.value) ?? props.says.text}
          </p>
        ) : null}
        <FormErrors value={sentences}>
          <FormAnswer value={said}>
            <Pending value={pending}>
              <FormTyped value={typed ? { typed, theirs, saved: words.conflict.theirs } : null}>
                <Fragment key={round}>{props.children}</Fragment>
              </FormTyped>
            </Pending>
          </FormAnswer>
        </FormErrors>
      </form>
    </>
  )
}

/** Sends the form it stands in; shows while the answer is awaited. */
export function Submit({ children, ...rest }: Omit<ComponentProps<typeof Button>, 'type' | 'pending'>) {
  return (
    <Button look="primary" {...rest} type="submit" pending={useContext(Pending)}>
      {children}
    </Button>
  )
}

/* `desks.0` and `desks[]` are the field `desks`. */
const fieldName = (path: string) => path.replace(/(\.\d+.*|\[\])$/, '')
