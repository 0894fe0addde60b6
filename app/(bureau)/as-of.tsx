import { getTranslations } from 'next-intl/server'
import { Banner } from '@/components/page'
import { naming } from './naming'

/** Says that what follows is as it stood on an earlier day; `leave` leads back to today. */
export async function AsOf({ day, leave }: { day: string; leave: string }) {
  const [t, names] = await Promise.all([getTranslations('deal.asOf'), naming()])
  return (
    <Banner
      tone="accent"
      icon="calendar"
      acts={
        <a className="link" href={leave}>
          {t('leave')}
        </a>
      }
    >
      {t('banner', { date: names.fullDay(day) })}
    </Banner>
  )
}
