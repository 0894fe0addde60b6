import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { Banner } from '@/components/page'
import type { LogCheck } from '@/db/read/log-check'

/** Whether the log matched its seals when it was last held against them; nothing before the first time. */
export async function AuditSeal({ check }: { check: LogCheck | null }) {
  if (!check) return null
  const [t, { moment }] = await Promise.all([getTranslations('admin.log'), naming()])
  const at = moment(check.at)
  if (check.lines === null)
    return (
      <Banner tone="red" icon="triangle-alert" role="alert">
        {t('tampered', { at })}
      </Banner>
    )
  return <p className="text-13 text-ink-3">{t('sealed', { count: check.lines, at })}</p>
}
