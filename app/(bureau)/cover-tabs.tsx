import { getTranslations } from 'next-intl/server'
import { Tabs } from '@/components/tabs'
import type { HandOverView } from '@/domain/hand-over/filter'

/** Hand-overs that wait, those decided, and who stands in for whom. */
export async function CoverTabs(props: {
  now: HandOverView | 'covers'
  counts?: Record<HandOverView, number>
}) {
  const { now, counts } = props
  const t = await getTranslations('handover')
  const item = (key: HandOverView | 'covers', href: string) => ({
    label: t(`tab.${key}`),
    href,
    current: now === key,
    ...(counts && key !== 'covers' && { count: counts[key] }),
  })
  return (
    <div className="page-body !pb-3">
      <Tabs
        label={t('label')}
        items={[
          item('open', '/hand-overs'),
          item('decided', '/hand-overs?view=decided'),
          item('covers', '/covers'),
        ]}
      />
    </div>
  )
}
