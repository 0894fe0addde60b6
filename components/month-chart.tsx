import type { ReactNode } from 'react'
import { PlainTable } from './table'

/** A part of a column: drawn one on the other in their order, each a link to its rows. `value` in any one unit for the chart. */
export type MonthMark = {
  key: string
  tone: 'solid' | 'open' | 'bad'
  href: string
  /** In one line, for those who do not see it. */
  title: string
  value: number
  /** What stands above the column. */
  text: string
}
export type MonthColumn = { key: string; label: string; title: string; marks: readonly MonthMark[] }

const HEIGHT = 120
/** What is something is seen. */
const LEAST = 3

/** Where each mark begins and ends, in pixels from the foot: one scale for all columns. */
export function monthHeights(
  columns: readonly MonthColumn[],
  height = HEIGHT,
): Map<MonthMark, { from: number; height: number }> {
  const sum = ({ marks }: MonthColumn) => marks.reduce((all, { value }) => all + value, 0)
  const most = Math.max(0, ...columns.map(sum))
  const places = new Map<MonthMark, { from: number; height: number }>()
  for (const { marks } of columns) {
    let from = 0
    for (const mark of marks) {
      const tall = most > 0 && mark.value > 0 ? Math.max(LEAST, (mark.value / most) * height) : 0
      places.set(mark, { from, height: tall })
      from += tall
    }
  }
  return places
}

/**
 * Amounts by month as columns, drawn on the server: what came solid, what is expected as an outline, what is overdue in
 * red; each labelled where it stands, and all of them again as a table.
 */
export function MonthChart(props: {
  label: string
  columns: readonly MonthColumn[]
  legend: readonly { tone: MonthMark['tone']; label: string }[]
  words: { table: string; month: string }
}) {
  const { columns, words } = props
  const places = monthHeights(columns)
  return (
    <figure aria-label={props.label}>
      <p className="flex flex-wrap gap-4 text-12 text-ink-2" aria-hidden>
        {props.legend.map(({ tone, label }) => (
          <span key={tone} className="flex items-center gap-1.5">
            <svg className="months" width="12" height="12">
              <rect data-tone={tone} x="1" y="1" width="10" height="10" />
            </svg>
            {label}
          </span>
        ))}
      </p>
      <div className="overflow-x-auto">
        <ol
          className="months-row"
          style={{ gridTemplateColumns: `repeat(${columns.length}, minmax(76px, 1fr))` }}
        >
          {columns.map(column => (
            <li key={column.key} title={column.title}>
              <MonthBar column={column} places={places} />
              <span className="text-12 text-ink-2">{column.label}</span>
            </li>
          ))}
        </ol>
      </div>
      <details className="table-away">
        <summary>{words.table}</summary>
        <MonthTable {...props} />
      </details>
    </figure>
  )
}

function MonthBar({ column, places }: { column: MonthColumn; places: ReturnType<typeof monthHeights> }) {
  const marks = column.marks.filter(({ value }) => value > 0)
  const top = Math.max(
    0,
    ...marks.map(mark => (places.get(mark)?.from ?? 0) + (places.get(mark)?.height ?? 0)),
  )
  const room = 14 * marks.length + 4
  const y = HEIGHT + 32 - top - room
  return (
    <svg className="months" height={HEIGHT + 36} width="100%">
      {marks.map((mark, at) => {
        const { from = 0, height = 0 } = places.get(mark) ?? {}
        return (
          <a key={mark.key} href={mark.href} aria-label={mark.title}>
            <title>{mark.title}</title>
            <rect
              data-tone={mark.tone}
              x="22%"
              width="56%"
              y={HEIGHT + 34 - from - height}
              height={Math.max(1, height - 1)}
            />
            <text x="50%" y={y + 12 + 14 * (marks.length - 1 - at)} textAnchor="middle">
              {mark.text}
            </text>
          </a>
        )
      })}
      <line className="axis" x2="100%" y1={HEIGHT + 34.5} y2={HEIGHT + 34.5} />
    </svg>
  )
}

function MonthTable({ label, columns, legend, words }: Parameters<typeof MonthChart>[0]) {
  const cell = (column: MonthColumn, tone: MonthMark['tone']): ReactNode => {
    const mark = column.marks.find(one => one.tone === tone)
    return mark && mark.value > 0 ? (
      <a className="link" href={mark.href}>
        {mark.text}
      </a>
    ) : (
      '—'
    )
  }
  return (
    <PlainTable
      caption={label}
      head={
        <>
          <th scope="col">{words.month}</th>
          {legend.map(one => (
            <th key={one.tone} scope="col" className="n">
              {one.label}
            </th>
          ))}
        </>
      }
    >
      {columns.map(column => (
        <tr key={column.key}>
          <th scope="row">{column.title}</th>
          {legend.map(({ tone }) => (
            <td key={tone} className="n">
              {cell(column, tone)}
            </td>
          ))}
        </tr>
      ))}
    </PlainTable>
  )
}
