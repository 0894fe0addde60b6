import { getTranslations } from 'next-intl/server'
import { StatusChip } from '@/components/marks'
import { PlainTable } from '@/components/table'
import type { ImportLine } from '@/db/read/import'
import { naming } from '../naming'
import { countsSaid } from './words'

const columns = ['file', 'noun', 'by', 'at', 'rows', 'state'] as const

/** Earlier imports: who, when, how many rows, and whether it was undone. */
export async function ImportTable({ rows }: { rows: readonly ImportLine[] }) {
  const [t, names, counts] = await Promise.all([getTranslations('import'), naming(), countsSaid()])
  return (
    <PlainTable
      caption={t('earlier')}
      cards
      head={columns.map(key => (
        <th key={key} scope="col">
          {t(`column.${key}`)}
        </th>
      ))}
    >
      {rows.map(row => (
        <tr key={row.id}>
          <td className="nm c1">
            <a className="link wrap-anywhere" href={`/import/${row.id}`}>
              {row.fileName}
            </a>
          </td>
          <td className="w">{t(`noun.${row.noun}`)}</td>
          <td className="w c2">{names.person(row.userId)}</td>
          <td className="w">{names.shortMoment(row.appliedAt ?? row.createdAt)}</td>
          <td>{row.counts ? counts(row.counts) : '—'}</td>
          <td className="w c3">
            <StatusChip tone={row.state === 'applied' ? 'green' : 'quiet'}>
              {t(`state.${row.state}`)}
            </StatusChip>
            {row.undoneAt ? (
              <span className="block text-12 text-ink-2">
                {names.person(row.undoneBy)} · {names.shortMoment(row.undoneAt)}
              </span>
            ) : null}
          </td>
        </tr>
      ))}
    </PlainTable>
  )
}
