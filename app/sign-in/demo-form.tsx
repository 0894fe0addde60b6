'use client'
import { type ReactNode, useActionState } from 'react'
import type { SignInState } from '@/access/door'
import { fill } from '@/components/form-state'
import { demoAction } from './actions'

/** One form round all the accounts; the pressed button says which. */
export function DemoForm(props: {
  next: string
  words: Record<SignInState['reason'], string>
  children: ReactNode
}) {
  const [state, post] = useActionState(demoAction, null)
  return (
    <form action={post}>
      <input type="hidden" name="next" value={props.next} />
      {state ? (
        <p role="alert" className="note note-red mb-3">
          {fill(props.words[state.reason], { minutes: state.minutes ?? 1 })}
        </p>
      ) : null}
      {props.children}
    </form>
  )
}
