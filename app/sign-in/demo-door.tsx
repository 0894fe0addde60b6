import { getLocale, getTranslations } from 'next-intl/server'
import { demoAccounts } from '@/access/door'
import { DeskChip, StatusChip } from '@/components/marks'
import { PlainTable } from '@/components/table'
import { demoPassword } from '@/domain/password/demo'
import { type Locale, nameIn } from '@/domain/user/user'
import { DemoForm } from './demo-form'

/** The accounts of the demonstration: who they are, what they see, one click each. */
export async function DemoDoor({ next }: { next: string }) {
  const [t, role, locale, accounts] = await Promise.all([
    getTranslations('account.demo'),
    getTranslations('frame.role'),
    getLocale() as Promise<Locale>,
    demoAccounts(),
  ])
  const sees = { director: t('seesAll'), viewer: t('seesMasked'), admin: t('seesAccounts') }
  return (
    <section className="mx-auto w-full max-w-160" aria-labelledby="demo-accounts">
      <div className="flex items-center gap-2">
        <h2 id="demo-accounts" className="text-16">
          {t('title')}
        </h2>
        <StatusChip tone="amber">{t('badge')}</StatusChip>
      </div>
      <p className="mt-1 text-13 text-ink-2">{t('says')}</p>
      <p className="mb-3 text-13 text-ink-2">
        {t.rich('password', { password: () => <code>{demoPassword}</code> })}
      </p>
      <DemoForm
        next={next}
        words={{ wrong: t('failed'), locked: t.raw('locked'), outage: t('failed'), foreign: t('failed') }}
      >
        <PlainTable
          caption={t('title')}
          head={
            <>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('role')}</th>
              <th scope="col">{t('sees')}</th>
              <th scope="col">{t('login')}</th>
              <th scope="col">
                <span className="sr-only">{t('enter')}</span>
              </th>
            </>
          }
        >
          {accounts.map(({ login, name, names, role: held, desks }) => (
            <tr key={login}>
              <td className="font-semibold">{nameIn(locale, name, names)}</td>
              <td>{role(held)}</td>
              <td>
                {held === 'manager' || held === 'officer'
                  ? desks.map(desk => (
                      <DeskChip key={desk.id} colour={desk.colour}>
                        {nameIn(locale, desk.name, desk.names)}
                      </DeskChip>
                    ))
                  : sees[held]}
              </td>
              <td className="q">{login}</td>
              <td className="text-end">
                <button
                  type="submit"
                  name="account"
                  value={login}
                  className="link"
                  aria-label={t('enterAs', { name: nameIn(locale, name, names) })}
                >
                  {t('enter')}
                </button>
              </td>
            </tr>
          ))}
        </PlainTable>
      </DemoForm>
    </section>
  )
}
