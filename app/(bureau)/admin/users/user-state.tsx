import { getTranslations } from 'next-intl/server'
import { StatusChip } from '@/components/marks'
import type { Account } from '@/db/read/user'

/** Works, has not yet chosen a password, or is disabled. */
export async function UserState({ account }: { account: Account }) {
  const t = await getTranslations('setting.user')
  if (account.disabled)
    return (
      <StatusChip tone="red" icon="ban">
        {t('disabled')}
      </StatusChip>
    )
  if (account.mustChangePassword)
    return (
      <StatusChip tone="amber" icon="key">
        {t('waiting')}
      </StatusChip>
    )
  return (
    <StatusChip tone="green" icon="check">
      {t('works')}
    </StatusChip>
  )
}
