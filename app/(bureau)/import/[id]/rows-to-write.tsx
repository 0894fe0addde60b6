import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { PlainTable } from '@/components/table'
import { Change } from '@/components/timeline'
import type { ImportRecord, PreviewRow } from '@/db/read/import'
import type { RowPlan } from '@/domain/import/batch'
import { placeOf } from '@/domain/merge/merge'
import { fieldWords } from '../words'

type Props = { batch: ImportRecord; rows: readonly PreviewRow[]; plan: RowPlan }
const MOST_COLUMNS = 8

/** Rows as they were read; of a record that changes, what stands there and what will stand there. */
export async function RowsToWrite({ batch, rows, plan }: Props) {
  const [t, words, names] = await Promise.all([getTranslations('import'), fieldWords(batch.noun), naming()])
  const changes = plan === 'update' || plan === 'same'
  const fields = [...new Set(batch.columns.flatMap(({ field }) => field ?? []))].slice(0, MOST_COLUMNS)
  const head = changes ? [t('cell.number'), t('cell.changes')] : fields.map(words.label)
  return (
    <PlainTable
      caption={t(`plan.${plan}`)}
      head={[t('cell.at'), ...head].map((label, at) => (
        <th key={label} scope="col" className={at === 0 ? 'n' : undefined}>
          {label}
        </th>
      ))}
    >
      {rows.map(row => (
        <tr key={row.at}>
          <td className="n">{row.at}</td>
          {changes ? (
            <>
              <td className="w">
                {row.number ? (
                  <a className="link" href={`${placeOf[batch.noun]}/${row.number}`}>
                    {row.number}
                  </a>
                ) : (
                  '—'
                )}
              </td>
              <td>
                {Object.entries(row.changes ?? {}).map(([key, [from, to]]) => (
                  <p key={key} className="wrap-anywhere">
                    {words.label(key)} <Change from={words.value(key, from)} to={words.value(key, to)} />
                  </p>
                ))}
                {row.untouched && row.untouched.length > 0 ? (
                  <p className="text-12 text-ink-2">
                    {t('untouched', { fields: row.untouched.map(words.label).join(names.comma) })}
                  </p>
                ) : null}
              </td>
            </>
          ) : (
            fields.map(key => (
              <td key={key} className="wrap-anywhere">
                {words.value(key, row.said[key] ?? '')}
                {row.said[`${key}Currency`] ? (
                  <span className="unit"> {row.said[`${key}Currency`]}</span>
                ) : null}
              </td>
            ))
          )}
        </tr>
      ))}
    </PlainTable>
  )
}
