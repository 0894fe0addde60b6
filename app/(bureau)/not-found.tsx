import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/button'
import { EmptyState } from '@/components/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('error'))('not_found_title') }
}

/** Within the frame; what is not one's own looks like what is not there. */
export default async function NotFound() {
  const t = await getTranslations('error')
  return (
    <EmptyState whole title={t('not_found_title')} says={t('not_found_says')}>
      <LinkButton look="primary" href="/">
        {t('home')}
      </LinkButton>
    </EmptyState>
  )
}
