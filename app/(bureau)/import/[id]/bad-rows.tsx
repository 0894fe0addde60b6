import { getTranslations } from 'next-intl/server'
import { PlainTable } from '@/components/table'
import type { ImportRecord, PreviewRow } from '@/db/read/import'
import { fieldWords, reasonWords } from '../words'

const columns = ['at', 'column', 'value', 'reason'] as const

/** Each cell that is wrong: where it stands, what stands there, and why not. What no column holds has its field's name. */
export async function BadRows({ batch, rows }: { batch: ImportRecord; rows: readonly PreviewRow[] }) {
  const [t, say, words] = await Promise.all([
    getTranslations('import'),
    reasonWords(),
    fieldWords(batch.noun),
  ])
  return (
    <PlainTable
      caption={t('plan.bad')}
      head={columns.map(key => (
        <th key={key} scope="col" className={key === 'at' ? 'n' : undefined}>
          {t(`cell.${key}`)}
        </th>
      ))}
    >
      {rows.flatMap(({ at, errors }) =>
        errors.map(({ field, column, value, reason, values }) => (
          <tr key={`${at}.${field}`}>
            <td className="n">{at}</td>
            <td>{column || words.label(field)}</td>
            <td className="wrap-anywhere">{value || '—'}</td>
            <td className="text-red">{say(reason, values)}</td>
          </tr>
        )),
      )}
    </PlainTable>
  )
}
