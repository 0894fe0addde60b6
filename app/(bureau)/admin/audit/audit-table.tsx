import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { PlainTable } from '@/components/table'
import type { AuditLine } from '@/db/read/audit-log'
import type { AuditFilter } from '@/domain/user/audit-filter'
import { auditWords } from './audit-words'

export async function AuditTable({ rows, view }: { rows: readonly AuditLine[]; view: AuditFilter['view'] }) {
  const [t, { moment }, words] = await Promise.all([getTranslations('setting.audit'), naming(), auditWords()])
  const signIns = view === 'sign_ins'
  const head = signIns
    ? (['at', 'person', 'outcome', 'address'] as const)
    : (['at', 'person', 'noun', 'verb', 'record', 'details'] as const)
  return (
    <PlainTable
      caption={t(`view.${view}`)}
      head={head.map(key => (
        <th key={key} scope="col">
          {t(key)}
        </th>
      ))}
    >
      {rows.map(line => (
        <tr key={line.id}>
          <td className="w">
            <time dateTime={line.at.toISOString()}>{moment(line.at)}</time>
          </td>
          <td>
            {line.person ?? (signIns ? null : t('system'))}
            {words.coverFor(line)} <span className="text-ink-3">{line.login}</span>
          </td>
          {signIns ? (
            <>
              <td className={line.outcome === 'done' ? undefined : 'text-red'}>
                {words.outcome(line.outcome)}
              </td>
              <td className="q">{words.address(line.address)}</td>
            </>
          ) : (
            <>
              <td className="w">{words.noun(line)}</td>
              <td className="w">{words.verb(line)}</td>
              <td>{line.record ?? '—'}</td>
              <td className="text-12 wrap-anywhere text-ink-2">
                {words.details(line).map(text => (
                  <div key={text}>{text}</div>
                ))}
              </td>
            </>
          )}
        </tr>
      ))}
    </PlainTable>
  )
}
