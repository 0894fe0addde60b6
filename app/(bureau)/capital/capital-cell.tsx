import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DeskChip, StatusChip } from '@/components/marks'
import { daysBetween } from '@/domain/calendar/date'
import type { CapitalRow } from '@/domain/capital/board'
import type { CapitalColumn, CapitalFilter } from '@/domain/capital/filter'
import { capitalFigureOf } from '@/domain/figure/capital'
import { nameIn } from '@/domain/user/user'
import { amountIn, yuanIn } from '../amount'
import { naming } from '../naming'

export const cellClass: Partial<Record<CapitalColumn, string>> = {
  number: 'no',
  name: 'nm c1',
  origin: 'w',
  form: 'w c2',
  date: 'w c3',
  amount: 'n cr',
  cny: 'n',
  state: 'w',
  voucher: 'w',
  desk: 'w',
  officer: 'w',
}

/** The words of a row that a cell and a file say alike; how late it is as of the day that is asked for. */
export async function capitalWords({ asOf }: Pick<CapitalFilter, 'asOf'>) {
  const [t, names] = await Promise.all([getTranslations('capital'), naming()])
  return {
    form: ({ kind, form }: CapitalRow) => (kind === 'registered' ? t(`form.${form}`) : t(`kind.${kind}`)),
    origin: ({ origin }: CapitalRow) => t(`origin.${origin}`),
    late: (row: CapitalRow) =>
      row.set === 'overdue' && row.on
        ? t('record.late', { days: daysBetween(row.on, asOf ?? names.today) })
        : null,
    state: ({ state, set }: CapitalRow) =>
      t(state ? `state.${state}` : `figure.${capitalFigureOf(set === 'approved' ? 'committed' : set, null)}`),
  }
}

/** What stands in each column; made once a page. */
export async function capitalCells(
  filter: CapitalFilter,
): Promise<Record<CapitalColumn, (row: CapitalRow) => ReactNode>> {
  const [t, names, say] = await Promise.all([getTranslations('capital'), naming(), capitalWords(filter)])
  const none = <span className="text-ink-3">—</span>
  const day = (date: string) => <time dateTime={date}>{names.day(date)}</time>
  return {
    number: row => <a href={`/deals/${row.deal.number}/capital`}>{row.deal.number}</a>,
    name: row => <span className="two">{nameIn(names.locale, row.deal.name, row.deal.names)}</span>,
    party: row => row.party ?? none,
    origin: say.origin,
    form: say.form,
    date: row =>
      row.on === null
        ? none
        : row.from
          ? t('record.fromTo', { from: names.day(row.from), to: names.day(row.on) })
          : day(row.on),
    amount: row => (row.money ? amountIn(names.locale, row.money) : none),
    cny: row => (row.cny === null ? none : yuanIn(names.locale, row.cny)),
    state(row) {
      const late = say.late(row)
      return late ? (
        <StatusChip tone="red" icon="triangle-alert">
          {late}
        </StatusChip>
      ) : (
        say.state(row)
      )
    },
    voucher: row => row.voucher ?? none,
    desk: row => <DeskChip colour={names.desk(row.deskId).colour}>{names.desk(row.deskId).name}</DeskChip>,
    officer: row => names.person(row.officerId) || none,
  }
}
