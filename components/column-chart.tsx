import type { ReactNode } from 'react'
import { PlainTable } from './table'

/** `late`: its day is past; `unknown`: it has no day, so it is counted beside the scale and never drawn as a length. */
export type ColumnBar = {
  key: string
  label: string
  href: string
  /** The bar in one line, for those who do not see it. */
  title: string
  value: number
  /** Written over the bar; empty where there is nothing. */
  top: string
  /** Of the table. */
  detail: ReactNode
  look: 'known' | 'late' | 'unknown'
}

const WIDTH = 56
const HEIGHT = 120
const TOP = 22
const FOOT = 22

/** Counts month by month, upright, drawn on the server; each bar is the link to its rows. The same follow as a table. */
export function ColumnChart(props: {
  label: string
  bars: readonly ColumnBar[]
  words: { table: string; month: string; count: string; sum: string }
}) {
  const { bars, words } = props
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const width = bars.length * WIDTH
  const base = TOP + HEIGHT
  return (
    <figure aria-label={props.label}>
      <div className="overflow-x-auto">
        <svg
          className="uprights"
          width={width}
          height={base + FOOT}
          viewBox={`0 0 ${width} ${base + FOOT}`}
          role="group"
        >
          <line className="axis" x1="0" x2={width} y1={base + 0.5} y2={base + 0.5} />
          {bars.map((bar, place) => {
            const height = bar.value > 0 ? Math.max(3, (bar.value / most) * HEIGHT) : 0
            const middle = place * WIDTH + WIDTH / 2
            const top = bar.look === 'unknown' ? base : base - height
            const drawn = (
              <>
                <title>{bar.title}</title>
                <rect className={bar.look} x={middle - 17} y={top} width="34" height={base - top} />
                <text x={middle} y={top - 6} textAnchor="middle">
                  {bar.top}
                </text>
                <text className="foot" x={middle} y={base + 15} textAnchor="middle">
                  {bar.label}
                </text>
              </>
            )
            return bar.top ? (
              <a key={bar.key} href={bar.href} aria-label={bar.title}>
                {drawn}
              </a>
            ) : (
              <g key={bar.key}>{drawn}</g>
            )
          })}
        </svg>
      </div>
      <details className="table-away">
        <summary>{words.table}</summary>
        <PlainTable
          caption={props.label}
          head={
            <>
              <th scope="col">{words.month}</th>
              <th scope="col" className="n">
                {words.count}
              </th>
              <th scope="col" className="n">
                {words.sum}
              </th>
            </>
          }
        >
          {bars.map(bar => (
            <tr key={bar.key}>
              <th scope="row">{bar.label}</th>
              <td className="n">
                {bar.top ? (
                  <a className="link" href={bar.href}>
                    {bar.top}
                  </a>
                ) : (
                  '—'
                )}
              </td>
              <td className="n">{bar.top ? bar.detail : '—'}</td>
            </tr>
          ))}
        </PlainTable>
      </details>
    </figure>
  )
}
