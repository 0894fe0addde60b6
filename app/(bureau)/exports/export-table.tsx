import { getFormatter, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { PlainTable } from '@/components/table'
import type { ExportRow } from '@/db/read/export'
import { endingOf } from '@/domain/export/export'
import { isOpen } from '@/domain/job/job'
import { JobLine } from '../job-line'
import { naming } from '../naming'
import { cancelExportAction, retryExportAction } from './actions'
import { Failure } from './failure'

const columns = ['file', 'filter', 'rows', 'size', 'made', 'kept', 'act'] as const

/** What was asked for, how far it is, and the file where it is there. */
export async function ExportTable({ rows }: { rows: readonly ExportRow[] }) {
  const t = await getTranslations('export')
  return (
    <PlainTable
      caption={t('files')}
      cards
      head={columns.map(key => (
        <th key={key} scope="col" className={key === 'rows' || key === 'size' ? 'n' : undefined}>
          {t(`column.${key}`)}
        </th>
      ))}
    >
      {rows.map(row => (
        <ExportLine key={row.id} row={row} />
      ))}
    </PlainTable>
  )
}

async function ExportLine({ row }: { row: ExportRow }) {
  const [t, nav, format, names] = await Promise.all([
    getTranslations('export'),
    getTranslations('frame.nav'),
    getFormatter(),
    naming(),
  ])
  const name = row.name ?? nav(row.list)
  return (
    <tr id={`e${row.id}`}>
      <td className="nm c1">
        {name}
        <span className="block text-12 text-ink-2">
          {t(`format.${row.format}`)}
          {row.schedule ? ` · ${t('bySchedule', { name: row.schedule })}` : null}
        </span>
      </td>
      <td className="wrap-anywhere c2">
        <a className="link" href={`/${row.list}${row.search}`}>
          {row.words || t('whole')}
        </a>
      </td>
      <td className="n">{row.rows === null ? '—' : format.number(row.rows)}</td>
      <td className="n">{row.bytes === null ? '—' : sizeOf(format, row.bytes)}</td>
      <td className="w cr">{names.shortMoment(row.readyAt ?? row.createdAt)}</td>
      <td className="w">{row.digest && row.keptUntil ? names.dayOf(row.keptUntil) : '—'}</td>
      <td className="c3">
        <ExportState row={row} name={name} />
      </td>
    </tr>
  )
}

async function ExportState({ row, name }: { row: ExportRow; name: string }) {
  const [t, job] = await Promise.all([getTranslations('export'), getTranslations('job')])
  if (row.digest)
    return (
      <a
        className="btn btn-outlined btn-s"
        href={`/exports/${row.id}/file`}
        download
        aria-label={t('downloadOne', { name: `${name}.${endingOf(row.format)}` })}
      >
        <Icon name="download" small /> {t('download')}
      </a>
    )
  if (isOpen(row.state))
    return (
      <div className="flex items-center gap-2">
        <JobLine job={{ ...row, id: row.jobId, cancelAsked: row.cancelAskedAt !== null }} />
        {row.cancelAskedAt ? null : (
          <Act action={cancelExportAction} jobId={row.jobId}>
            {job('cancel')}
          </Act>
        )}
      </div>
    )
  if (row.state === 'done')
    return (
      <>
        <span className="text-ink-2">{t('removed')}</span>{' '}
        <a className="link" href={`/exports/new?${new URLSearchParams(asked(row))}`}>
          {t('again')}
        </a>
      </>
    )
  return (
    <div className="grid gap-1 justify-items-start">
      <Failure state={row.state} reason={row.reason} />
      <Act action={retryExportAction} jobId={row.jobId}>
        {job('retry')}
      </Act>
    </div>
  )
}

const asked = ({ list, format, search }: ExportRow) => ({ list, format, search })

function Act(props: { action: (form: FormData) => Promise<void>; jobId: number; children: ReactNode }) {
  return (
    <form action={props.action}>
      <input type="hidden" name="id" value={props.jobId} />
      <Button type="submit" look="plain" small>
        {props.children}
      </Button>
    </form>
  )
}

type Format = Awaited<ReturnType<typeof getFormatter>>
const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

function sizeOf(format: Format, bytes: number): string {
  const at = Math.min(3, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const style = { style: 'unit', unit: units[at], unitDisplay: 'short', maximumFractionDigits: 1 } as const
  return format.number(bytes / 1000 ** at, style)
}
