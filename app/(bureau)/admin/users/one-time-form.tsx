'use client'
import { type ReactNode, useState } from 'react'
import { LinkButton } from '@/components/button'
import { Form, type FormProps } from '@/components/form'
import type { FormOutcome } from '@/components/form-state'

type OneTime = { login: string; password: string }

/** A form whose answer is a one-time password: shown here, once, in the place of the form. */
export function OneTimeForm(
  props: Omit<FormProps, 'action'> & {
    action: (before: unknown, data: FormData) => Promise<FormOutcome>
    shown: { title: string; says: string; login: string; password: string; back: string }
    children: ReactNode
  },
) {
  const { action, shown, ...form } = props
  const [made, setMade] = useState<OneTime | null>(null)
  async function send(_: unknown, data: FormData) {
    const outcome = await action(null, data)
    if (outcome.kind === 'done') setMade(outcome.value as OneTime)
    return outcome
  }
  if (!made) return <Form {...form} action={send} />
  return (
    <section className="box box-next max-w-160" role="status">
      <h2>{shown.title}</h2>
      <p className="mt-1 text-13 text-ink-2">{shown.says}</p>
      <dl className="facts mt-3">
        <dt>{shown.login}</dt>
        <dd>
          <code className="select-all">{made.login}</code>
        </dd>
        <dt>{shown.password}</dt>
        <dd>
          <code className="select-all text-16 font-semibold" data-testid="one-time-password">
            {made.password}
          </code>
        </dd>
      </dl>
      <LinkButton className="mt-3" href={`/admin/users/${encodeURIComponent(made.login)}`}>
        {shown.back}
      </LinkButton>
    </section>
  )
}
