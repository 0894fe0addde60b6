import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/page'
import type { MergePreview } from '@/db/read/merge'

const told = ['contacts', 'leads', 'deals', 'companies', 'activities'] as const

/** What moves, counted, and what does not. */
export async function MergeMoves({ preview }: { preview: MergePreview }) {
  const { noun, kept, other, moves, joining } = preview
  const [t, stays] = await Promise.all([getTranslations('merge.moves'), getTranslations('merge.stays')])
  const { once = 0, ...tables } = moves
  const known = told.filter(table => (tables[table] ?? 0) > 0)
  const more = Object.entries(tables)
    .filter(([table]) => !(told as readonly string[]).includes(table))
    .reduce((sum, [, count]) => sum + count, 0)
  const lines = [
    ...known.map(table => t(table, { count: tables[table] ?? 0 })),
    ...(more > 0 ? [t('more', { count: more })] : []),
    ...(once > 0 ? [t('once', { count: once })] : []),
    ...(joining > 0 ? [t('joining', { count: joining })] : []),
  ]
  return (
    <>
      <Section level={3} title={t('title', { number: kept.number })}>
        {lines.length > 0 ? (
          <ul className="list-disc ps-5">
            {lines.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        ) : (
          <p className="text-ink-2">{t('none', { number: other.number })}</p>
        )}
      </Section>
      <Section level={3} title={stays('title')}>
        <ul className="list-disc ps-5 max-w-160">
          <li>{stays('record')}</li>
          {noun === 'lead' || noun === 'deal' ? (
            <li>{stays('case', { kept: kept.number, other: other.number })}</li>
          ) : null}
        </ul>
      </Section>
    </>
  )
}
