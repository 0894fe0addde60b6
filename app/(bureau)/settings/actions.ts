'use server'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { type ActionOutcome, action } from '@/access/action'
import { changePassword } from '@/access/own-password'
import { rememberPreference } from '@/access/preference'
import { flash } from '@/components/flash'
import { chooseNotifications } from '@/db/write/notification-choice'
import { editOwnSettings } from '@/db/write/own'
import { notificationChoicesInput } from '@/domain/notification/input'
import { ownSettingsInput } from '@/domain/user/input'

const edit = action('own.edit', ownSettingsInput, editOwnSettings)

export async function editOwnSettingsAction(_: unknown, form: FormData): Promise<ActionOutcome> {
  const outcome = await edit(null, form)
  if (outcome.kind !== 'done') return outcome
  const { locale, theme } = ownSettingsInput.parse(Object.fromEntries(form))
  await rememberPreference({ locale, theme })
  const t = await getTranslations({ locale, namespace: 'common.say' })
  await flash({ text: t('saved') })
  redirect('/settings')
}

export async function changePasswordAction(_: unknown, form: FormData): Promise<ActionOutcome> {
  const outcome = await changePassword(form)
  if (outcome.kind !== 'done') return outcome
  await flash({ text: (await getTranslations('account.password'))('saved') })
  redirect('/settings')
}

const choose = action('own.edit', notificationChoicesInput, chooseNotifications)

export async function chooseNotificationsAction(_: unknown, form: FormData): Promise<ActionOutcome> {
  const outcome = await choose(null, form)
  if (outcome.kind !== 'done') return outcome
  await flash({ text: (await getTranslations('common.say'))('saved') })
  redirect('/settings')
}
