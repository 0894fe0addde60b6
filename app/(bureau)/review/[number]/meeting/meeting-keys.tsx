import { getTranslations } from 'next-intl/server'
import { KeyHint } from '@/components/marks'

/** What the keys do; `?` opens it (components/shortcuts.tsx presses what bears the key). */
export async function MeetingKeys({ mayWrite }: { mayWrite: boolean }) {
  const t = await getTranslations('review.meeting')
  const keys: [string, string][] = [
    ['j', t('key.next')],
    ['k', t('key.previous')],
    ...(mayWrite
      ? ([
          ['a', t('key.write')],
          ['Esc', t('key.escape')],
          ['Ctrl Enter', t('key.next')],
        ] as [string, string][])
      : []),
    ['?', t('key.help')],
  ]
  return (
    <details className="meeting-keys no-print">
      <summary data-key="?" className="btn btn-quiet btn-s">
        {t('keys')} <KeyHint>?</KeyHint>
      </summary>
      <dl>
        {keys.map(([key, says]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
