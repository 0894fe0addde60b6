import { changeOwnPassword } from '@/db/write/own'
import { changePasswordInput } from '@/domain/password/input'
import { type ActionOutcome, action } from './action'
import { currentActor, giveSession } from './session'

const change = action('own.edit', changePasswordInput, changeOwnPassword)

/**
 * One's own password. All sessions of the account end with it; this browser gets a new one in the same answer. The
 * caller redirects when it is done, so that the next page is drawn with the new session.
 */
export async function changePassword(form: FormData): Promise<ActionOutcome> {
  const actor = await currentActor()
  const outcome = await change(null, form)
  if (outcome.kind === 'done' && actor) await giveSession(actor.id)
  return outcome
}
