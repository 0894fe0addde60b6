import type { ReactNode } from 'react'
import { drawn } from './markup'
import { PlainTable } from './table'

export type Dot = { key: string; days: number; href: string; title: string; label?: string }
export type DotRow = { key: string; label: string; colour: number; dots: readonly Dot[] }
export type DotGroup = {
  key: string
  label: ReactNode
  note?: ReactNode
  limit: number
  rows: readonly DotRow[]
}

const LINE = 22
const DOT = 4
/* Two dots closer than this (per cent of the width) would cover each other: the later one is lifted. */
const NEAR = 1.3

/** The scale's end: past the longest and the limits, rounded up to a whole month. */
export function scaleEnd(groups: readonly DotGroup[]): number {
  const days = groups.flatMap(group => [
    group.limit * 1.25,
    ...group.rows.flatMap(row => row.dots.map(dot => dot.days)),
  ])
  return Math.min(720, Math.ceil((Math.max(60, ...days) + 4) / 30) * 30)
}

/** Where each dot stands: x in per cent, `level` how often it is lifted above those before it. */
export function placeDots(dots: readonly Dot[], end: number): { dot: Dot; x: number; level: number }[] {
  const placed: { dot: Dot; x: number; level: number }[] = []
  for (const dot of [...dots].sort((a, b) => a.days - b.days)) {
    const x = (Math.min(dot.days, end) / end) * 100
    const taken = new Set(placed.filter(other => x - other.x < NEAR).map(other => other.level))
    let level = 0
    while (taken.has(level)) level++
    placed.push({ dot, x, level })
  }
  return placed
}

/**
 * Days in a stage: one dot a record, one row a desk, so that colour is not needed to tell them apart; the limit as a
 * dashed line with the region beyond it tinted. Dots beyond the limit are labelled and reached by Tab; all of them
 * are in the table below.
 */
export function DotChart(props: {
  label: string
  groups: readonly DotGroup[]
  /** A tick's words: 30 → "30", the last "120 days". */
  tick: (days: number, last: boolean) => string
  words: { table: string; row: string; record: string; days: string }
}) {
  const { groups, words } = props
  const end = scaleEnd(groups)
  const step = end > 240 ? 60 : 30
  const ticks = Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step)
  return (
    <figure aria-label={props.label}>
      <div {...drawn(groups.map(group => <DotPanel key={group.key} group={group} end={end} />))} />
      <div className="md:pl-[150px] pl-[88px]" aria-hidden>
        <svg className="dots" height="18">
          {ticks.map((days, index) => (
            <text
              key={days}
              className={isCrowded(index, ticks.length) ? 'max-md:hidden' : undefined}
              x={`${(days / end) * 100}%`}
              y="13"
              textAnchor={index === 0 ? 'start' : index === ticks.length - 1 ? 'end' : 'middle'}
            >
              {props.tick(days, index === ticks.length - 1)}
            </text>
          ))}
        </svg>
      </div>
      <details
        className="table-away"
        {...drawn([<summary key="summary">{words.table}</summary>, <DotTable key="table" {...props} />])}
      />
    </figure>
  )
}

/* On a phone every other tick, and the last with room before it. */
const isCrowded = (index: number, ticks: number) =>
  ticks > 5 && index < ticks - 1 && (index % 2 === 1 || index === ticks - 2)

function DotPanel({ group, end }: { group: DotGroup; end: number }) {
  const limit = (group.limit / end) * 100
  const rows = group.rows.map(row => ({ row, placed: placeDots(row.dots, end) }))
  const heights = rows.map(({ placed }) =>
    Math.max(LINE, (Math.max(0, ...placed.map(one => one.level)) + 1) * (DOT * 2 + 1) + 8),
  )
  return (
    <div className="mb-2">
      <p className="text-12 text-ink-2">
        <strong className="text-ink">{group.label}</strong> {group.note}
      </p>
      {rows.map(({ row, placed }, index) => {
        const height = heights[index] as number
        return (
          <div key={row.key} className="flex items-end" data-d={row.colour % 8}>
            <span className="flex items-center gap-2 w-[88px] md:w-[150px] shrink-0 pr-2 text-12 leading-[22px]">
              <span className="dot" aria-hidden />
              <span className="leading-tight">{row.label}</span>
            </span>
            <svg className="dots" height={height}>
              <rect className="beyond" x={`${limit}%`} width={`${100 - limit}%`} height={height} />
              <line className="limit" x1={`${limit}%`} x2={`${limit}%`} y2={height} />
              <line className="axis" x2="100%" y1={height - 0.5} y2={height - 0.5} />
              {placed.map(({ dot, x, level }) => {
                const over = dot.days > group.limit
                const y = height - 7 - level * (DOT * 2 + 1)
                return (
                  <a key={dot.key} href={dot.href} aria-label={dot.title} tabIndex={over ? undefined : -1}>
                    <title>{dot.title}</title>
                    <circle cx={`${x}%`} cy={y} r={DOT + 0.5} />
                    {over && dot.label && level === 0 ? (
                      <text
                        className="max-md:hidden"
                        x={`${x}%`}
                        y={y + 4}
                        dx={x > 84 ? -8 : 8}
                        textAnchor={x > 84 ? 'end' : 'start'}
                      >
                        {dot.label}
                      </text>
                    ) : null}
                  </a>
                )
              })}
            </svg>
          </div>
        )
      })}
    </div>
  )
}

function DotTable({ label, groups, words }: Parameters<typeof DotChart>[0]) {
  return (
    <PlainTable
      caption={label}
      className="max-h-80"
      head={
        <>
          <th scope="col">{words.row}</th>
          <th scope="col">{words.record}</th>
          <th scope="col" className="n">
            {words.days}
          </th>
        </>
      }
    >
      {groups.flatMap(group =>
        group.rows.flatMap(row =>
          [...row.dots]
            .sort((a, b) => b.days - a.days)
            .map(dot => (
              <tr key={`${group.key}-${dot.key}`}>
                <td>
                  {group.label} · {row.label}
                </td>
                <td>
                  <a className="link" href={dot.href}>
                    {dot.title}
                  </a>
                </td>
                <td className="n">{dot.days}</td>
              </tr>
            )),
        ),
      )}
    </PlainTable>
  )
}
