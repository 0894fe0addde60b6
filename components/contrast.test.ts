import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
const tokens = new Map(
  [...css.matchAll(/(--[\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map(
    ([, name, day, night]) => [name as string, { day: day as string, night: night as string }],
  ),
)

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5]
    .map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['--ground', '--ground-2', '--ground-3', '--card', '--float']
const inks = ['--ink', '--ink-2', '--accent', '--red', '--amber', '--green']
const desks = Array.from({ length: 8 }, (_, desk) => desk)
/** What is read upon what. */
const texts: [string, string][] = [
  ...grounds.flatMap(ground => inks.map(ink => [ink, ground] as [string, string])),
  ...['--ground', '--ground-2', '--card', '--float'].map(ground => ['--ink-3', ground] as [string, string]),
  ['--ink-2', '--ground-4'],
  ['--on-accent', '--accent'],
  ['--on-accent', '--accent-2'],
  ['--accent', '--accent-soft'],
  ['--ink-2', '--accent-soft'],
  ...['red', 'amber', 'green'].flatMap(tone => [
    [`--${tone}`, `--${tone}-soft`] as [string, string],
    ['--ink-2', `--${tone}-soft`] as [string, string],
    ['--accent', `--${tone}-soft`] as [string, string],
  ]),
  ...desks.map(desk => [`--desk-${desk}-ink`, `--desk-${desk}-soft`] as [string, string]),
]
const marks: [string, string][] = [
  ...desks.flatMap(desk =>
    ['--ground', '--ground-2', '--card'].map(ground => [`--desk-${desk}`, ground] as [string, string]),
  ),
  ['--line-3', '--ground'],
  ['--focus', '--ground'],
  ['--focus', '--ground-2'],
  ['--stage-edge', '--ground'],
  ['--stage-4', '--ground'],
]

describe.each(['day', 'night'] as const)('by %s', theme => {
  const of = (name: string) => {
    const value = tokens.get(name)?.[theme]
    if (!value) throw new Error(`no token ${name}`)
    return value
  }
  it.each(texts)('%s can be read on %s', (ink, ground) => {
    expect(contrast(of(ink), of(ground))).toBeGreaterThanOrEqual(4.5)
  })
  it.each(marks)('%s can be seen on %s', (mark, ground) => {
    expect(contrast(of(mark), of(ground))).toBeGreaterThanOrEqual(3)
  })
})
