import { getTranslations } from 'next-intl/server'
import { PlainTable } from '@/components/table'
import type { PreviewRow } from '@/db/read/import'
import { reasonWords } from '../words'

const columns = ['at', 'column', 'value', 'reason'] as const

/** Each cell that is wrong: where it stands, what stands there, and why not. */
export async function BadRows({ rows }: { rows: readonly PreviewRow[] }) {
  const [t, say] = await Promise.all([getTranslations('import'), reasonWords()])
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
            <td>{column || '—'}</td>
            <td className="wrap-anywhere">{value || '—'}</td>
            <td className="text-red">{say(reason, values)}</td>
          </tr>
        )),
      )}
    </PlainTable>
  )
}
