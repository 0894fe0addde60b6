import Form from 'next/form'
import { useTranslations } from 'next-intl'
import { Icon } from '@/components/icon'
import { LiveBadge } from '@/components/live-badge'
import { Avatar, KeyHint } from '@/components/marks'
import { Menu } from '@/components/menu'
import { SignOutButton } from '@/components/sign-out-button'
import { bellWords } from '@/i18n/bell-words'
import { FrameKeys } from './frame-keys'
import type { FrameUser, frameNouns } from './frame-nouns'
import { SearchField } from './search/search-field'

/** Search (/), quick add (c), the keys (?), the person. */
export function FrameHead(props: {
  user: FrameUser
  quick: ReturnType<typeof frameNouns>['quick']
  singleKeys: boolean
  unread: number
  signOut: () => Promise<void>
}) {
  const { user, quick, singleKeys, unread, signOut } = props
  const t = useTranslations('frame')
  const bell = useTranslations('notification')
  const palette = useTranslations('search')
  const role = t(`role.${user.role}`)
  return (
    <header className="head">
      <Form action="/search" prefetch={false} className="find" role="search">
        <Icon name="search" />
        <SearchField words={{ find: t('find'), palette: palette('palette') }} />
        <KeyHint>/</KeyHint>
      </Form>
      <span className="space" />
      {quick.length > 0 ? (
        <Menu
          align="end"
          shortcut="c"
          label={t('create')}
          openerClass="btn quick"
          opener={
            <>
              <Icon name="plus" />
              <span>{t('create')}</span>
              <KeyHint>c</KeyHint>
            </>
          }
          items={quick.map(item => ({ label: t(item.word), href: item.href, icon: item.icon }))}
        />
      ) : null}
      <FrameKeys single={singleKeys} />
      <LiveBadge href="/notifications" source="/api/notifications/stream" {...bellWords(bell, unread)}>
        <Icon name="bell" />
      </LiveBadge>
      <Menu
        align="end"
        label={t('person', { name: user.name, role })}
        openerClass="who"
        opener={
          <>
            <Avatar name={user.name} />
            <span>
              {user.name} <span className="text-ink-2">{role}</span>
            </span>
            <Icon name="chevron-down" small />
          </>
        }
        items={[{ label: t('nav.settings'), href: '/settings', icon: 'settings' }]}
      >
        <hr />
        <SignOutButton action={signOut}>
          <Icon name="log-out" />
          {t('signOut')}
        </SignOutButton>
      </Menu>
    </header>
  )
}
