import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { door, type SignInState } from '@/access/door'
import { localPath } from '@/access/local-path'
import { currentActor } from '@/access/session'
import { type Locale, nameIn } from '@/domain/user/user'
import { DoorFrame } from '../door-frame'
import { doorTitle } from '../door-title'
import { DemoDoor } from './demo-door'
import { SignInForm } from './sign-in-form'

type Query = Promise<Record<string, string | string[] | undefined>>

export async function generateMetadata(): Promise<Metadata> {
  return doorTitle((await getTranslations('account.sign_in'))('title'))
}

export default async function SignInPage({ searchParams }: { searchParams: Query }) {
  const query = await searchParams
  const next = localPath(query.next)
  const zone = await door()
  if (await currentActor()) redirect(next)
  const [t, locale] = await Promise.all([getTranslations('account.sign_in'), getLocale() as Promise<Locale>])
  // a form that was sent to next-auth's own address comes back with its error here
  const first: SignInState | null =
    query.error === undefined
      ? null
      : { reason: query.code === 'locked' ? 'locked' : 'wrong', login: '', minutes: 15 }
  return (
    <DoorFrame
      zone={nameIn(locale, zone.name, zone.names)}
      language={t('language')}
      aside={zone.demo ? <DemoDoor next={next} /> : undefined}
    >
      <div>
        <h1 className="text-22">{t('title')}</h1>
        <p className="text-ink-2">{t('says')}</p>
      </div>
      <SignInForm
        next={next}
        first={first}
        words={{
          login: t('login'),
          password: t('password'),
          forgot: t('forgot'),
          submit: t('submit'),
          note: t('note'),
          wrong: t('wrong'),
          locked: t.raw('locked'),
          outage: t('outage'),
          foreign: t('foreign'),
        }}
      />
    </DoorFrame>
  )
}
