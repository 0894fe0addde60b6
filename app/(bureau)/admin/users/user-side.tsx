import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { Button } from '@/components/button'
import { Submit } from '@/components/form'
import { Section } from '@/components/page'
import type { Account, SignInLine } from '@/db/read/user'
import { formWords } from '@/i18n/form-words'
import { disableUserAction, enableUserAction, resetUserAction } from './actions'
import { OneTimeForm } from './one-time-form'

/** What may be done to an account, and how it was last signed in to. */
export async function UserSide({ account }: { account: Account & { signIns: SignInLine[] } }) {
  const [t, leaver, outcome, { moment }] = await Promise.all([
    getTranslations('setting.user'),
    getTranslations('handover.leaver'),
    getTranslations('setting.outcome'),
    naming(),
  ])
  const { id, version, login, disabled } = account
  const which = (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="login" value={login} />
    </>
  )
  return (
    <div>
      <Section title={t('password')} note={t('reset_says')}>
        <OneTimeForm
          key={`reset-${id}`}
          action={resetUserAction}
          words={await formWords()}
          hidden={{ id, version }}
          shown={{
            title: t('reset_done'),
            says: t('one_time_says'),
            login: t('login'),
            password: t('one_time'),
            back: t('to_account'),
          }}
        >
          <Submit look="plain">{t('reset')}</Submit>
        </OneTimeForm>
      </Section>
      <Section title={t('access')} note={disabled ? t('enable_says') : t('disable_says')}>
        <form action={disabled ? enableUserAction : disableUserAction}>
          {which}
          <Button type="submit" look={disabled ? 'plain' : 'danger'}>
            {disabled ? t('enable') : t('disable')}
          </Button>
        </form>
        {account.role === 'officer' || account.role === 'manager' ? (
          <a className="link mt-2 inline-block" href={`/leavers/${id}`}>
            {leaver('link')}
          </a>
        ) : null}
      </Section>
      <Section title={t('sign_ins')}>
        {account.signIns.length === 0 ? <p className="text-13 text-ink-2">{t('no_sign_ins')}</p> : null}
        <ul className="rows">
          {account.signIns.map(line => (
            <li key={line.at.toISOString()}>
              <time dateTime={line.at.toISOString()}>{moment(line.at)}</time> {outcome(line.outcome)}{' '}
              <small>{line.address === '0.0.0.0' ? t('inside') : line.address}</small>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
