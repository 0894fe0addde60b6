import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { ActionOutcome } from '@/access/action'
import { flash } from '@/components/flash'

/** After a save: back to the list, which says so. Anything else stays with the form. */
export async function saved<T, C>(outcome: ActionOutcome<T, C>, href: string): Promise<ActionOutcome<T, C>> {
  if (outcome.kind !== 'done') return outcome
  await flash({ text: (await getTranslations('common.say'))('saved') })
  redirect(href)
}

type Said = (key: string, values?: Record<string, unknown>) => string

/** For a button that is a form of its own: what is refused is told in the notice at the foot of the page, with where to go. */
export async function told<T, C>(
  outcome: ActionOutcome<T, C>,
  href: string,
  link?: { label: string; href: string },
): Promise<void> {
  const [say, t] = await Promise.all([getTranslations('common'), getTranslations()])
  if (outcome.kind === 'done') await flash({ text: say('say.saved') })
  else if (outcome.kind === 'refused')
    await flash({
      text: (t as unknown as Said)(outcome.reason, outcome.values),
      tone: 'refused',
      ...(link && { link }),
    })
  else if (outcome.kind === 'gone') await flash({ text: say('form.gone'), tone: 'refused' })
  else if (outcome.kind === 'signed_out') redirect(`/sign-in?next=${encodeURIComponent(href)}`)
  else await flash({ text: say('form.failed'), tone: 'refused' })
  redirect(href)
}
