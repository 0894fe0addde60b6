import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { DeskChip } from '@/components/marks'
import type { Account } from '@/db/read/user'
import { nameIn } from '@/domain/user/user'
import { UserState } from './user-state'

export async function UserRow({ account }: { account: Account }) {
  const [t, role, names] = await Promise.all([
    getTranslations('setting.user'),
    getTranslations('frame.role'),
    naming(),
  ])
  const { login, deskIds, headOf, hiredOn, lastSignIn } = account
  return (
    <tr className={account.disabled ? 'text-ink-3' : undefined}>
      <td className="nm c1">
        <a href={`/admin/users/${encodeURIComponent(login)}`}>
          {nameIn(names.locale, account.name, account.names)}
        </a>
      </td>
      <td className="c2">{login}</td>
      <td className="c2">{role(account.role)}</td>
      <td className="c3">
        {deskIds.map(id => (
          <DeskChip key={id} colour={names.desk(id).colour}>
            {headOf.includes(id) ? t('heads', { desk: names.desk(id).name }) : names.desk(id).name}
          </DeskChip>
        ))}
      </td>
      <td>{hiredOn ? <time dateTime={hiredOn}>{names.fullDay(hiredOn)}</time> : '—'}</td>
      <td>
        {lastSignIn ? <time dateTime={lastSignIn.toISOString()}>{names.moment(lastSignIn)}</time> : '—'}
      </td>
      <td className="cr">
        <UserState account={account} />
      </td>
    </tr>
  )
}
