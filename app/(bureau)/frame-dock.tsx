import { useTranslations } from 'next-intl'
import { CurrentLink } from '@/components/current-link'
import { Icon } from '@/components/icon'
import { Menu } from '@/components/menu'
import type { FrameNoun, frameNouns } from './frame-nouns'

/** On a phone: four nouns under the thumb, the rest behind "more". */
export function FrameDock({ nouns }: { nouns: ReturnType<typeof frameNouns> }) {
  const t = useTranslations('frame')
  const word = (noun: FrameNoun) => t(`nav.${noun.word}`)
  const rest = [...nouns.work.slice(4), ...nouns.admin]
  return (
    <nav className="dock" aria-label={t('nav.label')}>
      {nouns.work.slice(0, 4).map(noun => (
        <CurrentLink key={noun.href} className="dock-item" href={noun.href} start={noun.start}>
          <Icon name={noun.icon} />
          {word(noun)}
        </CurrentLink>
      ))}
      <Menu
        align="end"
        openerClass="dock-item"
        opener={
          <>
            <Icon name="menu" />
            {t('nav.more')}
          </>
        }
        items={[
          ...rest.map(noun => ({ label: word(noun), href: noun.href, icon: noun.icon })),
          { label: t('nav.settings'), href: '/settings', icon: 'settings' },
        ]}
      />
    </nav>
  )
}
