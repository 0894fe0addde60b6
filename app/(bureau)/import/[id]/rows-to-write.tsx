import { getTranslations } from 'next-intl/server'
import { PlainTable } from '@/components/table'
import { Change } from '@/components/timeline'
import type { ImportRecord, PreviewRow } from '@/db/read/import'
import type { RowPlan } from '@/domain/import/batch'
import { placeOf } from '@/domain/merge/merge'
import { fieldWords } from '../words'
import { WarningLine } from './warned-rows'

type Props = { batch: ImportRecord; rows: readonly PreviewRow[]; plan: RowPlan }
const MOST_COLUMNS = 8

/** Rows as they were read; of a record that changes, what stands there and what will stand there. */
export async function RowsToWrite({ batch, rows, plan }: Props) {
  const [t, words] = await Promise.all([getTranslations('import'), fieldWords(batch.noun)])
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
                {row.warnings.map((warning, index) => (
                  <div key={`${warning.field}.${String(index)}`} className="mt-1">
                    <span className="text-12 text-ink-2">{words.label(warning.field)}</span>
                    <WarningLine warning={warning} />
                  </div>
                ))}
              </td>
            </>
          ) : (
            fields.map(key => (
              <td key={key} className="wrap-anywhere">
                {words.value(key, row.said[key] ?? '')}
                {row.said[`${key}Currency`] ? (
                  <span className="unit"> {row.said[`${key}Currency`]}</span>
                ) : null}
                {row.warnings
                  .filter(({ field }) => shownAt(field, fields) === key)
                  .map((warning, index) => (
                    <WarningLine key={`${warning.field}.${String(index)}`} warning={warning} />
                  ))}
              </td>
            ))
          )}
        </tr>
      ))}
    </PlainTable>
  )
}

/** A warning of a column that is not shown stands in the first one. */
const shownAt = (field: string, fields: readonly string[]) => (fields.includes(field) ? field : fields[0])
