'use client'
import { useActionState, useEffect, useRef } from 'react'
import type { SignInState } from '@/access/door'
import { Button } from '@/components/button'
import { fill } from '@/components/form-state'
import { signInAction } from './actions'

export type SignInWords = Record<
  'login' | 'password' | 'forgot' | 'submit' | 'note' | SignInState['reason'],
  string
>

/** Name and password. Without JavaScript it is a plain form to the same action, which draws the page again. */
export function SignInForm(props: { words: SignInWords; next: string; first: SignInState | null }) {
  const { words, next } = props
  const [state, post, pending] = useActionState(signInAction, props.first)
  const alert = useRef<HTMLParagraphElement>(null)
  useEffect(() => alert.current?.focus(), [state])
  const says = state ? fill(words[state.reason], { minutes: state.minutes ?? 1 }) : null
  const described = says ? 'sign-in-says' : undefined
  return (
    <form action={post} className="grid gap-4">
      <input type="hidden" name="next" value={next} />
      {says ? (
        <p id="sign-in-says" ref={alert} role="alert" tabIndex={-1} className="note note-red">
          {says}
        </p>
      ) : null}
      <div className="field">
        <label className="field-label" htmlFor="login">
          {words.login}
        </label>
        <input
          className="input"
          id="login"
          name="login"
          defaultValue={state?.login}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={200}
          required
          aria-describedby={described}
        />
      </div>
      <div className="field">
        <div className="field-label">
          <label htmlFor="password">{words.password}</label>
          <span className="aside">{words.forgot}</span>
        </div>
        <input
          className="input"
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          maxLength={1000}
          required
          aria-describedby={described}
        />
      </div>
      <Button type="submit" look="primary" pending={pending} className="min-h-10">
        {words.submit}
      </Button>
      <p className="text-12 text-ink-3">{words.note}</p>
    </form>
  )
}
