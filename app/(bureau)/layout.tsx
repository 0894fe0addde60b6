import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { signedIn } from '@/access/page'
import { reference } from '@/access/reference'
import { type Locale, nameIn } from '@/domain/user/user'
import { Frame } from './frame'
import { signOutAction } from './sign-out-action'

export default async function BureauLayout({ children }: { children: ReactNode }) {
  const [user, { zone }, locale] = await Promise.all([signedIn(), reference(), getLocale()])
  return (
    <Frame
      user={user}
      zone={{ name: nameIn(locale as Locale, zone.name, zone.names) }}
      demo={zone.demo}
      signOut={signOutAction}
    >
      {children}
    </Frame>
  )
}
