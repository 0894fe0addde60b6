'use server'
import { getTranslations } from 'next-intl/server'
import { type ActionOutcome, action } from '@/access/action'
import { createUser, disableUser, editUser, enableUser, resetUser } from '@/db/write/user'
import { createUserInput, editUserInput, userRefInput } from '@/domain/user/input'
import { saved, told } from '../saved'

/* The two that show a one-time password stay where they are: it is shown once, and stands in no address. */
export const createUserAction = action('user.create', createUserInput, createUser)
export const resetUserAction = action('user.reset', userRefInput, resetUser)

const edit = action('user.edit', editUserInput, editUser)
const disable = action('user.disable', userRefInput, disableUser)
const enable = action('user.enable', userRefInput, enableUser)

export async function editUserAction(_: unknown, form: FormData): Promise<ActionOutcome> {
  const outcome = await edit(null, form)
  return saved(outcome, addressOf(form))
}
export async function disableUserAction(form: FormData): Promise<void> {
  const t = await getTranslations('handover.leaver')
  const link = { label: t('link'), href: `/leavers/${Number(form.get('id'))}` }
  await told(await disable(null, form), addressOf(form), link)
}
export async function enableUserAction(form: FormData): Promise<void> {
  await told(await enable(null, form), addressOf(form))
}

/** The account's own page, by the name that it has now. */
function addressOf(form: FormData): string {
  return `/admin/users/${encodeURIComponent(
    String(form.get('login') ?? '')
      .trim()
      .toLowerCase(),
  )}`
}
