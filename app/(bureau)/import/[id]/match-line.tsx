import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import type { RowMatch } from '@/domain/import/batch'
import { placeOf } from '@/domain/merge/merge'

/** What a row looks like: a link where this person sees it, else its name, desk and officer; or the row of the sheet. */
export async function MatchLine({ match }: { match: RowMatch }) {
  const [t, how, names] = await Promise.all([
    getTranslations('import.match'),
    getTranslations('duplicate.how'),
    naming(),
  ])
  const where = match.row
    ? [t('row', { row: match.row })]
    : [
        match.number ?? t('elsewhere'),
        match.deskId && names.desk(match.deskId).name,
        match.deskId && names.person(match.officerId),
      ]
  return (
    <p className="wrap-anywhere">
      {match.number ? (
        <a className="link" href={`${placeOf[match.noun]}/${match.number}`}>
          {match.name}
        </a>
      ) : (
        match.name
      )}{' '}
      <span className="text-12 text-ink-2">{[...where, how(match.how)].filter(Boolean).join(' · ')}</span>
    </p>
  )
}
