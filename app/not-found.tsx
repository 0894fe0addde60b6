import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/button'
import { doorTitle } from './door-title'

export async function generateMetadata(): Promise<Metadata> {
  return doorTitle((await getTranslations('error'))('not_found_title'))
}

/** No such page, and what is not one's own: both look the same. */
export default async function NotFound() {
  const t = await getTranslations('error')
  return (
    <main className="grid min-h-dvh">
      <div className="nil">
        <div>
          <h1 className="text-18">{t('not_found_title')}</h1>
          <p className="text-ink-2">{t('not_found_says')}</p>
          <div className="mt-3">
            <LinkButton look="primary" href="/">
              {t('home')}
            </LinkButton>
          </div>
        </div>
      </div>
    </main>
  )
}
