import { getTranslations } from 'next-intl/server'
import { may } from '@/access/page'
import { Tabs } from '@/components/tabs'
import type { HandOverView } from '@/domain/hand-over/filter'

/** Hand-overs that wait, those decided, and who stands in for whom, whose cases are to be taken over. */
export async function CoverTabs(props: {
  now: HandOverView | 'covers' | 'leavers'
  counts?: Record<HandOverView, number>
}) {
  const { now, counts } = props
  const [t, leavers] = await Promise.all([getTranslations('handover'), may('leaver.read')])
  const item = (key: typeof now, href: string) => ({
    label: t(`tab.${key}`),
    href,
    current: now === key,
    ...(counts && (key === 'open' || key === 'decided') && { count: counts[key] }),
  })
  return (
    <div className="page-body !pb-3">
      <Tabs
        label={t('label')}
        items={[
          item('open', '/hand-overs'),
          item('decided', '/hand-overs?view=decided'),
          item('covers', '/covers'),
          ...(leavers ? [item('leavers', '/leavers')] : []),
        ]}
      />
    </div>
  )
}
