import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/icon'
import { Section } from '@/components/page'
import type { BulkKept } from '@/db/read/bulk'
import type { BulkList } from '@/domain/bulk/bulk'

/** Those that do not change, each by its name with the reason; of one that is not there only the number. */
export async function KeptLines(props: {
  list: BulkList
  kept: readonly BulkKept[]
  why: (kept: BulkKept) => string
}) {
  const t = await getTranslations('bulk')
  const { list, kept, why } = props
  if (kept.length === 0) return null
  return (
    <Section title={t('keptTitle')} count={kept.length}>
      <ul className="rows">
        {kept.map(one => (
          <li key={one.number}>
            <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <span className="text-12 text-ink-3">{one.number}</span>
              {one.name === null ? null : (
                <a className="link" href={`/${list}/${one.number}`}>
                  {one.name}
                </a>
              )}
              <span className="text-amber">
                <Icon name="triangle-alert" small /> {why(one)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
