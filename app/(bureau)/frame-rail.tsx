import { useTranslations } from 'next-intl'
import { CurrentLink } from '@/components/current-link'
import { FoldRail } from '@/components/fold-rail'
import { Icon } from '@/components/icon'
import { countWords } from './count-words'
import type { FrameCounts, FrameNoun, frameNouns, Waiting } from './frame-nouns'

/** The nouns at the left with what waits for one, administration below them, settings and fold at the foot. */
export function FrameRail(props: {
  zone: string
  nouns: ReturnType<typeof frameNouns>
  counts: FrameCounts
}) {
  const { zone, nouns, counts } = props
  const t = useTranslations('frame')
  const list = (items: FrameNoun[]) => (
    <ul>
      {items.map(noun => (
        <li key={noun.href}>
          <CurrentLink
            className="rail-item"
            href={noun.href}
            start={noun.start}
            beside={noun.beside?.href}
            title={t(`nav.${noun.word}`)}
          >
            <Icon name={noun.icon} />
            <span>{t(`nav.${noun.word}`)}</span>
          </CurrentLink>
          <Count waiting={noun.count && counts[noun.count]} />
        </li>
      ))}
    </ul>
  )
  return (
    <nav className="rail" aria-label={t('nav.label')}>
      <div className="zone">
        <span className="seal" aria-hidden>
          {[...zone][0]}
        </span>
        <span title={zone}>{zone}</span>
      </div>
      {list(nouns.work)}
      {nouns.admin.length > 0 ? list(nouns.admin) : null}
      <div className="rail-foot">
        <CurrentLink className="rail-item" href="/settings" title={t('nav.settings')}>
          <Icon name="settings" />
          <span>{t('nav.settings')}</span>
        </CurrentLink>
        <FoldRail
          fold={t('fold')}
          unfold={t('unfold')}
          icon={<Icon name="panel-left-close" className="fold-icon" />}
        />
      </div>
    </nav>
  )
}

/* A link of its own: it leads to just those that it counts. */
function Count({ waiting }: { waiting: Waiting | undefined }) {
  if (!waiting?.count) return null
  return (
    <a className="count" href={waiting.href} title={waiting.says} aria-label={waiting.says}>
      {countWords(waiting.count)}
    </a>
  )
}
