import { getTranslations } from 'next-intl/server'
import { PlainTable } from '@/components/table'
import type { ImportRecord, PreviewRow } from '@/db/read/import'
import type { CellWarning } from '@/domain/import/batch'
import { placeOf } from '@/domain/merge/merge'
import { fieldWords, reasonWords } from '../words'
import { MatchLine } from './match-line'

const columns = ['at', 'column', 'value', 'warning'] as const

/** Each cell that holds nothing up and should be looked at: what it looks like, or why it is left as it is on file. */
export async function WarnedRows({ batch, rows }: { batch: ImportRecord; rows: readonly PreviewRow[] }) {
  const [t, words] = await Promise.all([getTranslations('import'), fieldWords(batch.noun)])
  return (
    <PlainTable
      caption={t('plan.warned')}
      head={columns.map(key => (
        <th key={key} scope="col" className={key === 'at' ? 'n' : undefined}>
          {t(`cell.${key}`)}
        </th>
      ))}
    >
      {rows.flatMap(({ at, number, warnings }) =>
        warnings.map((warning, index) => (
          <tr key={`${at}.${String(index)}`}>
            <td className="n">{at}</td>
            <td>{warning.column || words.label(warning.field)}</td>
            <td className="wrap-anywhere">{words.value(warning.field, warning.value)}</td>
            <td>
              <WarningLine warning={warning} />
              {number && !warning.match ? (
                <a className="link" href={`${placeOf[batch.noun]}/${number}`}>
                  {number}
                </a>
              ) : null}
            </td>
          </tr>
        )),
      )}
    </PlainTable>
  )
}

/** One warning in words. */
export async function WarningLine({ warning }: { warning: CellWarning }) {
  if (warning.match) return <MatchLine match={warning.match} />
  const say = await reasonWords()
  return <p className="text-12 text-amber">{say(warning.reason, warning.values)}</p>
}
