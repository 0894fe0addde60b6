import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { BarChart, type BarRow, barShares } from './bar-chart'
import { matching } from './combobox'
import { placeDots, scaleEnd } from './dot-chart'
import { fill, sentenceOf } from './form-state'
import { ladderFill, StageSteps } from './ladder'
import { nextRow } from './list-keys'
import { Pager, pageWindow } from './pager'
import { newSubmission } from './submission'

const linksIn = (html: string) =>
  [...html.matchAll(/href="([^"]*)"/g)].map(match => match[1]?.replaceAll('&amp;', '&'))

describe('numbered pages', () => {
  it.each([
    [1, 1, [1]],
    [1, 2, [1, 2]],
    [1, 40, [1, 2, 3, 0, 40]],
    [4, 40, [1, 2, 3, 4, 5, 6, 0, 40]],
    [5, 40, [1, 2, 3, 4, 5, 6, 7, 0, 40]],
    [20, 40, [1, 0, 18, 19, 20, 21, 22, 0, 40]],
    [40, 40, [1, 0, 38, 39, 40]],
  ])('page %i of %i offers %j, 0 being a gap', (now, pages, shown) => {
    expect(pageWindow(now, pages)).toEqual(shown)
  })

  it('says where one is, and leads nowhere beyond the ends', () => {
    const words = { label: 'Pages', previous: 'Previous', next: 'Next' }
    const html = renderToStaticMarkup(
      <Pager page={1} pages={3} href={n => `/x?page=${n}`} says="" words={words} />,
    )
    expect(linksIn(html)).toEqual(['/x?page=1', '/x?page=2', '/x?page=3', '/x?page=2'])
    expect(html).toMatch(/aria-current="page"[^>]*>1</)
    expect(html).not.toContain('Previous')
  })
})

describe('the bar chart', () => {
  const bar = (value: number, unknown: number, href: string) => ({
    href,
    title: href,
    value,
    unknown,
    primary: '',
    secondary: '',
  })
  const rows: BarRow[] = [
    { key: 'a', label: 'A', bars: { x: bar(400, 0, '/l?d=a&s=x'), y: bar(100, 2, '/l?d=a&s=y') } },
    { key: 'b', label: 'B', bars: { x: bar(0, 3, '/l?d=b&s=x'), y: undefined } },
  ]
  const columns = [
    { key: 'x', label: 'X', tone: 1 },
    { key: 'y', label: 'Y', tone: 3 },
  ]

  it('has one scale for all rows and columns', () => {
    const shares = [...barShares(rows, 50).values()]
    expect(shares).toEqual([50, 12.5, 0])
  })

  it('leads from every bar, and again from its table, to the same lists', () => {
    const html = renderToStaticMarkup(
      <BarChart id="p" label="P" columns={columns} rows={rows} words={{ table: 'T', row: 'R' }} />,
    )
    const each = ['/l?d=a&s=x', '/l?d=a&s=y', '/l?d=b&s=x']
    expect(linksIn(html)).toEqual([...each, ...each])
  })

  it('draws what is not known hatched, and no bar for it', () => {
    const html = renderToStaticMarkup(
      <BarChart id="p" label="P" columns={columns} rows={rows} words={{ table: 'T', row: 'R' }} />,
    )
    expect(html.match(/class="known"/g)).toHaveLength(2)
    expect(html.match(/url\(#p-hatch\)/g)).toHaveLength(2)
  })
})

describe('the dots of days', () => {
  const dot = (days: number) => ({ key: String(days), days, href: '/', title: '' })

  it('lifts a dot that would cover another', () => {
    expect(placeDots([dot(21), dot(20), dot(60)], 120).map(one => one.level)).toEqual([0, 1, 0])
  })
  it('ends past the longest and past the limit', () => {
    const group = (limit: number, days: number[]) => ({
      key: 'g',
      label: '',
      limit,
      rows: [{ key: 'r', label: '', colour: 0, dots: days.map(dot) }],
    })
    expect(scaleEnd([group(90, [3])])).toBeGreaterThan(90)
    expect(scaleEnd([group(90, [204])])).toBe(210)
    expect(scaleEnd([group(90, [100_000])])).toBe(720)
  })
})

describe('the ladder', () => {
  it('fills the present stage by its days, at most whole, and tells when the limit is passed', () => {
    expect(ladderFill({ state: 'now', days: { spent: 45, limit: 90 } })).toEqual({ share: 50, over: false })
    expect(ladderFill({ state: 'now', days: { spent: 97, limit: 90 } })).toEqual({ share: 100, over: true })
    expect(ladderFill({ state: 'now', days: { spent: 0, limit: 90 } }).share).toBeGreaterThan(0)
    expect(ladderFill({ state: 'done' })).toEqual({ share: 100, over: false })
    expect(ladderFill({ state: 'ahead' })).toEqual({ share: 0, over: false })
  })
  it('draws as many steps as there are, filled as far as come', () => {
    const html = renderToStaticMarkup(<StageSteps step={2} steps={4} tone={2} />)
    const paths = [...html.matchAll(/class="(\w+)" d="([^"]*)"/g)].map(([, name, d]) => [
      name,
      d?.split('M').length,
    ])
    expect(Object.fromEntries(paths)).toEqual({ to: 3, up: 3 })
  })
})

describe('lists and pickers', () => {
  it('moves by j, k, arrows, Home and End and stops at the ends', () => {
    expect([nextRow('j', -1, 3), nextRow('ArrowDown', 2, 3), nextRow('k', 0, 3)]).toEqual([0, 2, 0])
    expect([nextRow('Home', 2, 3), nextRow('End', 0, 3), nextRow('x', 0, 3), nextRow('j', 0, 0)]).toEqual([
      0,
      2,
      null,
      null,
    ])
  })
  it('finds by any word, without regard to case and width', () => {
    const options = [
      { value: 'JP', label: '日本', note: 'Japan' },
      { value: 'DE', label: '德国', note: 'Germany' },
    ]
    expect(matching(options, 'ｊａｐ').map(one => one.value)).toEqual(['JP'])
    expect(matching(options, '德 ger').map(one => one.value)).toEqual(['DE'])
    expect(matching(options, 'x')).toEqual([])
  })
})

describe('what a form says', () => {
  it('is the sentence of the server, and the key where none came', () => {
    expect(sentenceOf({ reason: 'text.too_long', text: 'Zu lang' })).toBe('Zu lang')
    expect(sentenceOf({ reason: 'some.thing' })).toBe('some.thing')
    expect(fill('{a} {b}', { a: 1 })).toBe('1 {b}')
  })
  it('gives each sending a uuid of its own', () => {
    const ids = new Set(Array.from({ length: 100 }, newSubmission))
    expect(ids.size).toBe(100)
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})
