import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { AuthError, CredentialsSignin } from 'next-auth'
import { demoAccounts, doorZone, type Zone } from '@/db/door/session'
import { setUp } from '@/db/door/set-up'
import { parseInput, refused } from '@/domain/outcome'
import { demoPassword } from '@/domain/password/demo'
import { type Locale, locales } from '@/domain/user/user'
import { setUpInput } from '@/domain/zone/set-up'
import { type ActionOutcome, answered } from './action'
import { localPath } from './local-path'
import { sameOrigin } from './origin'
import { valuesOf } from './posted'
import { rememberPreference } from './preference'
import { currentActor, giveSession, Locked, signIn, signOut } from './session'
import { told } from './told'

/** Why somebody is still outside; `minutes` until the next try is looked at. */
export type SignInState = {
  reason: 'wrong' | 'locked' | 'outage' | 'foreign'
  login: string
  minutes?: number
}

/** Comes back only with a reason; otherwise the browser goes on to `next`. */
export async function enter(form: FormData): Promise<SignInState> {
  const login = String(form.get('login') ?? '').slice(0, 200)
  const password = String(form.get('password') ?? '')
  return comeIn(login, password, localPath(form.get('next')))
}

/** One click on an account of the demonstration. Elsewhere it is a wrong password. */
export async function enterDemo(form: FormData): Promise<SignInState> {
  const login = String(form.get('account') ?? '')
  const zone = await doorZone().catch(() => null)
  if (!zone?.demo) return { reason: 'wrong', login: '' }
  return comeIn(login, demoPassword, localPath(form.get('next')))
}

async function comeIn(login: string, password: string, next: string): Promise<SignInState> {
  if (!sameOrigin(await headers())) return { reason: 'foreign', login }
  try {
    await signIn('credentials', { login, password, redirect: false })
  } catch (error) {
    if (error instanceof Locked) return { reason: 'locked', login, minutes: Math.ceil(error.seconds / 60) }
    if (error instanceof CredentialsSignin) return { reason: 'wrong', login }
    if (error instanceof AuthError) return { reason: 'outage', login }
    throw error
  }
  redirect(next)
}

/** Ends the session of this browser; its language and theme stay for the page at the door. */
export async function leave(): Promise<void> {
  if (!sameOrigin(await headers())) return
  const actor = await currentActor().catch(() => null)
  if (actor) await rememberPreference({ locale: actor.locale, theme: actor.theme })
  await signOut({ redirect: false })
  redirect('/sign-in')
}

/** The language of the pages at the door. */
export async function chooseLanguage(form: FormData): Promise<void> {
  if (!sameOrigin(await headers())) return
  const locale = String(form.get('locale')) as Locale
  if (locales.includes(locale)) await rememberPreference({ locale })
}

/** Whose door this is. In an empty office it leads to the set-up page instead. */
export async function door(): Promise<Zone> {
  return (await doorZone()) ?? redirect('/set-up')
}

/** True while nobody is here yet. */
export async function isUnclaimed(): Promise<boolean> {
  return (await doorZone()) === null
}

/** The accounts to choose from; empty unless this is a demonstration. */
export { demoAccounts }

/** Sets the empty office up and lets the first administrator in. */
export async function claimOffice(form: FormData): Promise<ActionOutcome> {
  if (!sameOrigin(await headers())) return told(refused('common.foreign_origin'))
  const parsed = parseInput(setUpInput, valuesOf(form))
  const outcome = parsed.kind === 'done' ? await setUp(parsed.value) : parsed
  if (outcome.kind !== 'done') return answered(await told(outcome), form)
  await giveSession(outcome.value.id)
  redirect('/')
}
