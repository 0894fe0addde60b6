import type { Metadata } from 'next'
import { cache, type ReactNode } from 'react'
import { page, signedIn } from '@/access/page'
import { singleKeysAct } from '@/access/preference'
import { frameState } from '@/db/read/frame'
import { nameIn } from '@/domain/user/user'
import { Frame } from './frame'
import { frameWaiting } from './frame-waiting'
import { naming } from './naming'
import { signOutAction } from './sign-out-action'

const zoneOf = cache(async () => {
  const { ref, locale } = await naming()
  return { name: nameIn(locale, ref.zone.name, ref.zone.names), demo: ref.zone.demo }
})

/** Every title ends with whose office it is. */
export async function generateMetadata(): Promise<Metadata> {
  const { name } = await zoneOf()
  return { title: { default: name, template: `%s · ${name}` } }
}

export default async function BureauLayout({ children }: { children: ReactNode }) {
  const user = await signedIn()
  const [zone, names, state] = await Promise.all([zoneOf(), naming(), frameState(await page('day.read'))])
  return (
    <Frame
      user={{ ...user, name: names.person(user.id) || user.name }}
      zone={zone}
      demo={zone.demo}
      counts={await frameWaiting(user, state.waiting)}
      unread={state.unread}
      singleKeys={await singleKeysAct()}
      signOut={signOutAction}
    >
      {children}
    </Frame>
  )
}
