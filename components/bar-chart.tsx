import type { ReactNode } from 'react'
import { PlainTable } from './table'

export type Bar = {
  href: string
  /** What the bar stands for in one line, for those who do not see it. */
  title: string
  /** The known amount, in any one unit for the whole chart. */
  value: number
  /** How many have no known amount: drawn hatched next to it, never as an amount. */
  unknown: number
  primary: ReactNode
  secondary?: ReactNode
}
export type BarColumn = { key: string; label: ReactNode; note?: ReactNode; tone: number }
export type BarRow = {
  key: string
  label: ReactNode
  colour?: number
  href?: string
  bars: Record<string, Bar | undefined>
}

/** Lengths in per cent of the longest: one scale for all. What a cell keeps free for the words is `--room` (record.css). */
export function barShares(rows: readonly BarRow[], longest = 100): Map<Bar, number> {
  const bars = rows.flatMap(row => Object.values(row.bars)).filter(bar => bar !== undefined)
  const most = Math.max(0, ...bars.map(bar => bar.value))
  return new Map(bars.map(bar => [bar, most > 0 ? (bar.value / most) * longest : 0]))
}

/** Width of the hatched part in pixels: it counts records, so it has no place on the scale of amounts. */
const hatchWidth = (unknown: number) => (unknown > 0 ? Math.min(36, 3 + unknown * 2.4) : 0)

/**
 * Amounts per row (desk) and column (stage), drawn on the server; each bar is a link to its records, labelled where it
 * stands. `id` must be unique on the page. The same numbers follow as a table.
 */
export function BarChart(props: {
  id: string
  label: string
  columns: readonly BarColumn[]
  rows: readonly BarRow[]
  words: { table: string; row: string }
}) {
  const { id, columns, rows, words } = props
  const shares = barShares(rows)
  return (
    <figure aria-label={props.label}>
      <svg width="0" height="0" className="absolute" aria-hidden>
        <pattern
          id={`${id}-hatch`}
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0v4" className="hatch-line" />
        </pattern>
      </svg>
      <div
        className="bars"
        style={{ gridTemplateColumns: `minmax(70px, auto) repeat(${columns.length}, minmax(0, 1fr))` }}
      >
        <div className="bars-row max-md:hidden">
          <span />
          {columns.map(column => (
            <div key={column.key}>
              <strong className="text-13">{column.label}</strong>
              <div className="text-ink-2">{column.note}</div>
            </div>
          ))}
        </div>
        {rows.map(row => (
          <BarLine key={row.key} id={id} row={row} columns={columns} shares={shares} />
        ))}
      </div>
      <details className="table-away">
        <summary>{words.table}</summary>
        <BarTable {...props} />
      </details>
    </figure>
  )
}

function BarLine(props: {
  id: string
  row: BarRow
  columns: readonly BarColumn[]
  shares: Map<Bar, number>
}) {
  const { id, row, columns, shares } = props
  return (
    <div className="bars-row">
      <div className="row-name max-md:col-span-2">
        {row.colour === undefined ? null : <span className="dot" data-d={row.colour % 8} aria-hidden />}
        {row.href ? (
          <a className="hover:underline" href={row.href}>
            {row.label}
          </a>
        ) : (
          row.label
        )}
      </div>
      {columns.map(column => {
        const bar = row.bars[column.key]
        const name = (
          <span key={`${column.key}-name`} className="md:hidden self-center text-ink-2">
            {column.label}
          </span>
        )
        if (!bar) return [name, <span key={column.key} className="cell" />]
        const hatched = hatchWidth(bar.unknown)
        return [
          name,
          <a key={column.key} className="cell" href={bar.href} aria-label={bar.title} title={bar.title}>
            <BarMark
              share={shares.get(bar) ?? 0}
              hatched={hatched}
              tone={column.tone}
              hatch={`${id}-hatch`}
            />
            <span>
              <strong>{bar.primary}</strong>
              {bar.secondary}
            </span>
          </a>,
        ]
      })}
    </div>
  )
}

function BarMark({
  share,
  hatched,
  tone,
  hatch,
}: {
  share: number
  hatched: number
  tone: number
  hatch: string
}) {
  return (
    <>
      {share > 0 ? (
        <svg
          height="26"
          data-tone={tone}
          aria-hidden
          className="min-w-[3px]"
          style={{ width: `calc((100% - var(--room)) * ${(share / 100).toFixed(4)})` }}
        >
          <rect className="known" x="0.5" y="0.5" width="100%" height="25" />
        </svg>
      ) : null}
      {hatched > 0 ? (
        <svg width={hatched} height="26" aria-hidden className={share > 0 ? '-ml-[7px]' : undefined}>
          <rect
            x="0.5"
            y="0.5"
            width={hatched - 1}
            height="25"
            fill={`url(#${hatch})`}
            className="hatch-edge"
          />
        </svg>
      ) : null}
    </>
  )
}

function BarTable({ label, columns, rows, words }: Parameters<typeof BarChart>[0]) {
  return (
    <PlainTable
      caption={label}
      head={
        <>
          <th scope="col">{words.row}</th>
          {columns.map(column => (
            <th key={column.key} scope="col" className="n">
              {column.label}
            </th>
          ))}
        </>
      }
    >
      {rows.map(row => (
        <tr key={row.key}>
          <th scope="row">{row.label}</th>
          {columns.map(column => {
            const bar = row.bars[column.key]
            return (
              <td key={column.key} className="n">
                {bar ? (
                  <a className="link" href={bar.href}>
                    {bar.primary} {bar.secondary}
                  </a>
                ) : (
                  '—'
                )}
              </td>
            )
          })}
        </tr>
      ))}
    </PlainTable>
  )
}
