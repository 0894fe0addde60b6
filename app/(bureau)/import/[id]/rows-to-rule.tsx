import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/button'
import { PlainTable } from '@/components/table'
import type { ImportRecord, PreviewRow } from '@/db/read/import'
import { ruleImportAction } from '../actions'
import { MatchLine } from './match-line'

type Props = { batch: ImportRecord; rows: readonly PreviewRow[]; rules: boolean }

/** Rows that look the same as a record on file or another row: a person says whether they are. */
export async function RowsToRule({ batch, rows, rules }: Props) {
  const t = await getTranslations('import')
  return (
    <>
      <p className="my-2 text-ink-2">{t('rule.says')}</p>
      {rules && rows.length > 1 ? (
        <div className="note mb-3">
          <p className="mb-2">{t('rule.all', { count: batch.counts?.ask ?? 0 })}</p>
          <Ruling batch={batch} label={t('rule.all', { count: batch.counts?.ask ?? 0 })} />
        </div>
      ) : null}
      <PlainTable
        caption={t('plan.ask')}
        head={(['at', 'name', 'match', 'ruling'] as const).map(key => (
          <th key={key} scope="col" className={key === 'at' ? 'n' : undefined}>
            {t(`cell.${key}`)}
          </th>
        ))}
      >
        {rows.map(row => (
          <tr key={row.at}>
            <td className="n">{row.at}</td>
            <td className="nm wrap-anywhere">{row.said.name}</td>
            <td>
              {(row.matches ?? []).map((match, index) => (
                <MatchLine key={match.key || index} match={match} />
              ))}
            </td>
            <td>
              {rules ? <Ruling batch={batch} at={row.at} label={t('rule.one', { row: row.at })} /> : null}
            </td>
          </tr>
        ))}
      </PlainTable>
    </>
  )
}

/** One row, or all that wait. */
async function Ruling({ batch, at, label }: { batch: ImportRecord; at?: number; label: string }) {
  const t = await getTranslations('import.rule')
  return (
    <form action={ruleImportAction} className="flex flex-wrap items-center gap-2" aria-label={label}>
      <input type="hidden" name="id" value={batch.id} />
      <input type="hidden" name="noun" value={batch.noun} />
      <input type="hidden" name="show" value="ask" />
      {at === undefined ? null : <input type="hidden" name="at" value={at} />}
      <Button type="submit" small name="verdict" value="same">
        {t('same')}
      </Button>
      <Button type="submit" small look="plain" name="verdict" value="skip">
        {t('skip')}
      </Button>
      <input
        className="input input-s w-44"
        name="reason"
        maxLength={500}
        placeholder={t('reason')}
        aria-label={t('reason')}
      />
      <Button type="submit" small look="plain" name="verdict" value="different">
        {t('different')}
      </Button>
    </form>
  )
}
