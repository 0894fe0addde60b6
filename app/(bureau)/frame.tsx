import { cookies } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { type ReactNode, Suspense } from 'react'
import { RAIL_COOKIE } from '@/components/rail-cookie'
import { Shortcuts } from '@/components/shortcuts'
import { SoftLinks } from '@/components/soft-links'
import { ToastHost } from '@/components/toast-host'
import { FrameDock } from './frame-dock'
import { FrameHead } from './frame-head'
import { type FrameCounts, type FrameUser, frameNouns } from './frame-nouns'
import { FrameRail } from './frame-rail'

export type FrameProps = {
  user: FrameUser
  zone: { name: string }
  demo: boolean
  counts: FrameCounts
  /** How many notifications wait unread; 1000 stands for more. */
  unread: number
  /** Whether single keys act for this person. */
  singleKeys: boolean
  signOut: () => Promise<void>
  children: ReactNode
}

/** What stands round every signed-in page: rail with the nouns, header, notices, single keys. */
export async function Frame({ user, zone, demo, counts, unread, singleKeys, signOut, children }: FrameProps) {
  const t = await getTranslations('frame')
  const common = await getTranslations('common')
  const rail = (await cookies()).get(RAIL_COOKIE)?.value
  const nouns = frameNouns(user.role)
  return (
    <div
      className="app"
      data-rail={rail === 'folded' || rail === 'open' ? rail : 'auto'}
      data-who={user.id}
      data-keys={singleKeys ? undefined : 'off'}
    >
      <a className="skip" href="#main" data-hard>
        {t('skip')}
      </a>
      {demo ? (
        <aside className="demo" aria-label={t('demoLabel')}>
          {t('demo')}
        </aside>
      ) : null}
      <FrameRail zone={zone.name} nouns={nouns} counts={counts} />
      <FrameHead user={user} quick={nouns.quick} singleKeys={singleKeys} unread={unread} signOut={signOut} />
      <main id="main" className="main" tabIndex={-1}>
        {children}
      </main>
      <FrameDock nouns={nouns} />
      <Suspense>
        <SoftLinks />
        <ToastHost
          words={{
            region: t('toasts'),
            close: common('act.close'),
            undone: common('say.undone'),
            notUndone: common('say.notUndone'),
          }}
        />
      </Suspense>
      <Shortcuts />
    </div>
  )
}
