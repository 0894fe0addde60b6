import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Icon } from '@/components/icon'
import { DeskChip } from '@/components/marks'
import type { ClockRow } from '@/db/read/clock'
import { daysBetween } from '@/domain/calendar/date'
import type { ClockColumn } from '@/domain/clock/filter'
import { naming } from '../naming'

export const cellClass: Partial<Record<ClockColumn, string>> = {
  number: 'no',
  name: 'nm c1',
  kind: 'w c2',
  result: 'w cr',
  due: 'w c3',
  done: 'w',
  desk: 'w',
  officer: 'w',
}

/** What stands in each column; made once a page. */
export async function clockCells(): Promise<Record<ClockColumn, (row: ClockRow) => ReactNode>> {
  const [t, names] = await Promise.all([getTranslations('clock'), naming()])
  const day = (date: string) => <time dateTime={date}>{names.day(date)}</time>
  return {
    number: row => (row.case ? <a href={`/${row.case.noun}s/${row.case.number}`}>{row.case.number}</a> : '—'),
    name: row =>
      row.case ? (
        <span className="two" title={row.case.name}>
          {row.case.name}
        </span>
      ) : (
        <span className="text-ink-3">{t('gone')}</span>
      ),
    kind: row => t(`kind.${row.kind}`),
    result: row =>
      row.kept ? (
        t('result.kept')
      ) : (
        <span className="text-red">
          <Icon name="triangle-alert" small />{' '}
          {row.doneOn ? t('late', { days: daysBetween(row.dueOn, row.doneOn) }) : t('open')}
        </span>
      ),
    due: row => day(row.dueOn),
    done: row => (row.doneOn ? day(row.doneOn) : <span className="text-ink-3">—</span>),
    desk: row => <DeskChip colour={names.desk(row.deskId).colour}>{names.desk(row.deskId).name}</DeskChip>,
    officer: row => names.person(row.officerId) || <span className="text-ink-3">{t('nobody')}</span>,
  }
}
