import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ActionOutcome } from '@/access/action'
import { flash } from '@/components/flash'

/**
 * For a plain form beside a list or on a record: back to where it stood, and what came of it is said in the notice at the
 * foot of the page. `done` is the sentence for the good end.
 */
export async function saidAt(outcome: ActionOutcome, href: string, done: string): Promise<never> {
  if (outcome.kind === 'signed_out') redirect(`/sign-in?next=${encodeURIComponent(href)}`)
  const form = await getTranslations('common.form')
  if (outcome.kind === 'done') await flash({ text: done })
  else if (outcome.kind === 'refused') await flash({ text: sentence(outcome), tone: 'refused' })
  else if (outcome.kind === 'invalid')
    await flash({ text: Object.values(outcome.fields).map(sentence).join(' '), tone: 'refused' })
  else if (outcome.kind === 'conflict') await flash({ text: form('conflict.title'), tone: 'refused' })
  else await flash({ text: form('gone'), tone: 'refused' })
  redirect(href)
}

/* action() says its reasons in the reader's language. */
const sentence = (said: { reason: string; text?: string }) => said.text ?? said.reason
