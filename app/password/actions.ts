'use server'
import { redirect } from 'next/navigation'
import type { ActionOutcome } from '@/access/action'
import { changePassword } from '@/access/own-password'

/** The first password of one's own; from here on the office is open. */
export async function firstPasswordAction(_: unknown, form: FormData): Promise<ActionOutcome> {
  const outcome = await changePassword(form)
  if (outcome.kind === 'done') redirect('/')
  return outcome
}
