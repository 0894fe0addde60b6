import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DeskChip } from '@/components/marks'
import { HeadCell, PlainTable } from '@/components/table'
import type { ClockSum } from '@/db/read/clock'
import { type CountedClock, countedClocks } from '@/domain/calendar/clock'
import { type ClockFilter, clockSearch } from '@/domain/clock/filter'
import { naming } from '../naming'

type Props = { filter: ClockFilter; desks: readonly ClockSum[]; officers: readonly ClockSum[] }
type Line = { key: string; name: ReactNode; to: Partial<ClockFilter>; sums: readonly ClockSum[] }

/** Kept and missed by kind, per desk and, for those who head them, per officer. */
export async function ClockSums({ filter, desks, officers }: Props) {
  const [t, names] = await Promise.all([getTranslations('clock'), naming()])
  const of = (sums: readonly ClockSum[], id: number | null) => sums.filter(sum => sum.of === id)
  const ids = (sums: readonly ClockSum[]) => [...new Set(sums.map(sum => sum.of))]
  const deskLines = ids(desks).map((id): Line => {
    const { name, colour, key } = names.desk(id ?? 0)
    const chip = <DeskChip colour={colour}>{name}</DeskChip>
    return { key: String(id), name: chip, to: { desks: [key] }, sums: of(desks, id) }
  })
  const all = { key: 'all', name: <b>{t('sum.all')}</b>, to: {}, sums: desks }
  const officerLines = ids(officers).map(
    (id): Line => ({
      key: String(id),
      name: names.person(id) || t('nobody'),
      to: { officer: id ?? 'none' },
      sums: of(officers, id),
    }),
  )
  return (
    <div className="grid gap-6 [&>*]:min-w-0">
      <SumTable
        filter={filter}
        title={t('sum.desks')}
        head={t('field.desk')}
        lines={deskLines.length > 1 ? [...deskLines, all] : deskLines}
      />
      {officerLines.length > 0 ? (
        <SumTable
          filter={filter}
          title={t('sum.officers')}
          head={t('field.officer')}
          lines={officerLines}
          folded
        />
      ) : null}
    </div>
  )
}

async function SumTable(props: {
  filter: ClockFilter
  title: string
  head: string
  lines: readonly Line[]
  folded?: boolean
}) {
  const t = await getTranslations('clock')
  const { filter, title, lines } = props
  const table = (
    <PlainTable
      caption={title}
      head={
        <>
          <HeadCell>{props.head}</HeadCell>
          {countedClocks.map(kind => (
            <HeadCell key={kind} number>
              {t(`kind.${kind}`)}
            </HeadCell>
          ))}
          <HeadCell number>{t('sum.all')}</HeadCell>
          <HeadCell number>{t('sum.rate')}</HeadCell>
        </>
      }
    >
      {lines.map(line => (
        <tr key={line.key}>
          <td className="w">{line.name}</td>
          {countedClocks.map(kind => (
            <td key={kind} className="n">
              <Pair filter={filter} line={line} kind={kind} />
            </td>
          ))}
          <td className="n">
            <Pair filter={filter} line={line} />
          </td>
          <td className="n">{rateOf(line.sums)}</td>
        </tr>
      ))}
    </PlainTable>
  )
  return props.folded ? (
    <details>
      <summary className="link mb-2">{title}</summary>
      {table}
    </details>
  ) : (
    <section>
      <h2 className="mb-2 text-16">{title}</h2>
      {table}
    </section>
  )
}

const total = (sums: readonly ClockSum[], key: 'kept' | 'missed') =>
  sums.reduce((sum, one) => sum + one[key], 0)

/** The share that was kept, in whole per cent, rounded down: 100 % is said of nothing less. */
function rateOf(sums: readonly ClockSum[]): string {
  const kept = total(sums, 'kept')
  const all = kept + total(sums, 'missed')
  return all === 0 ? '—' : `${Math.floor((kept / all) * 100)}%`
}

/** Kept and missed, each leading to its rows. */
async function Pair({ filter, line, kind }: { filter: ClockFilter; line: Line; kind?: CountedClock }) {
  const t = await getTranslations('clock')
  const sums = kind ? line.sums.filter(sum => sum.kind === kind) : line.sums
  const kept = total(sums, 'kept')
  const missed = total(sums, 'missed')
  if (kept + missed === 0) return <span className="text-ink-3">—</span>
  const href = (result: 'kept' | 'missed') =>
    `/clocks${clockSearch(filter, { ...line.to, kinds: kind ? [kind] : [], result })}#rows`
  return (
    <span title={t('sum.pair', { kept, missed })}>
      <a className="link" href={href('kept')}>
        {kept}
      </a>
      {missed > 0 ? (
        <>
          {' / '}
          <a className="text-red hover:underline" href={href('missed')}>
            {missed}
          </a>
        </>
      ) : null}
    </span>
  )
}
