import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { door } from '@/access/door'
import { currentActor } from '@/access/session'
import { Button } from '@/components/button'
import { Form, Submit } from '@/components/form'
import { type Locale, nameIn } from '@/domain/user/user'
import { formWords } from '@/i18n/form-words'
import { leaveAction } from '../door-actions'
import { DoorFrame } from '../door-frame'
import { doorTitle } from '../door-title'
import { PasswordFields } from '../password-fields'
import { firstPasswordAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return doorTitle((await getTranslations('account.password'))('title'))
}

/** Where everybody lands who came in with a one-time password; whoever has an own one changes it in the settings. */
export default async function PasswordPage() {
  const zone = await door()
  const actor = await currentActor()
  if (!actor) redirect('/sign-in')
  if (!actor.mustChangePassword) redirect('/settings')
  const [t, frame, locale] = await Promise.all([
    getTranslations('account'),
    getTranslations('frame'),
    getLocale() as Promise<Locale>,
  ])
  return (
    <DoorFrame zone={nameIn(locale, zone.name, zone.names)} language={t('sign_in.language')}>
      <div>
        <h1 className="text-22">{t('password.first_title')}</h1>
        <p className="text-ink-2">{t('password.first_says', { name: actor.name, login: actor.login })}</p>
      </div>
      <Form action={firstPasswordAction} words={await formWords()} className="grid gap-4">
        <PasswordFields />
        <Submit>{t('password.first_save')}</Submit>
      </Form>
      <form action={leaveAction}>
        <Button type="submit" look="quiet">
          {frame('signOut')}
        </Button>
      </form>
    </DoorFrame>
  )
}
