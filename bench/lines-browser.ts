import { type BrowserContext, chromium, type Page } from '@playwright/test'
import type { Bench } from '@/bench/bench-state'
import { quantile } from '@/bench/measure'
import { findChromium } from '@/bin/chromium'

type Vitals = { lcp: number; cls: number; inp: number }
const pages = ['/', '/deals', '/deals/board', '/leads', '/leads/new', '/companies']

/** Core web vitals of the main pages, medians of five visits; then a card moved on the full board by a slow machine. */
export async function browserLines(bench: Bench): Promise<void> {
  const program = findChromium()
  if (!program)
    return bench.add({ part: 'In the browser', name: 'not measured', figure: 'there is no Chromium here' })
  const browser = await chromium.launch({
    executablePath: program,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } })
    await context.addCookies(bench.clients['desk head'].jar())
    // as it is compiled here it names its functions by a helper that a page does not have
    await context.addInitScript(`{ const __name = one => one; (${observe})() }`)
    const [deal] =
      await bench.sql`select number from deals where id > 1000000 and status = 'active' order by id limit 1`
    for (const path of [...pages, `/deals/${deal?.number}`]) await vitalLine(bench, context, path)
    await boardLine(bench, context)
  } finally {
    await browser.close()
  }
}

async function vitalLine(bench: Bench, context: BrowserContext, path: string): Promise<void> {
  const found: Vitals[] = []
  let nodes = 0
  for (let visit = 0; visit < 5; visit++) {
    const page = await context.newPage()
    await page.goto(`http://localhost:${bench.port}${path}`, { waitUntil: 'networkidle' })
    await interact(page)
    found.push(await page.evaluate(() => (globalThis as unknown as { vitals: Vitals }).vitals))
    nodes = await page.evaluate(() => document.querySelectorAll('*').length)
    await page.close()
  }
  const median = (key: keyof Vitals) =>
    quantile(
      found.map(one => one[key]),
      0.5,
    )
  bench.add({
    part: 'In the browser',
    name: path,
    figure: `${nodes} nodes`,
    verdicts: [
      { goal: 'P15', what: 'LCP', value: median('lcp') / 1000, limit: 0.8, unit: ' s' },
      { goal: 'P15', what: 'INP', value: median('inp'), limit: 100, unit: ' ms' },
      { goal: 'P15', what: 'CLS', value: median('cls'), limit: 0.05, unit: '' },
    ],
  })
}

/** What changes nothing: the focus walks on, a key of the lists, a click on the heading. */
async function interact(page: Page): Promise<void> {
  for (let i = 0; i < 3; i++) await page.keyboard.press('Tab')
  await page.locator('h1').first().click()
  await page.keyboard.press('j')
  await settled(page)
}

const settled = (page: Page) =>
  page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve, 100))))

/** A card is picked up, carried to the next column and put down, by keys, at a quarter of the speed. */
async function boardLine(bench: Bench, context: BrowserContext): Promise<void> {
  const [row] =
    await bench.sql`select count(*) as n from deals where deleted_at is null and status = 'active' and stage = 'negotiation'
    and desk_id = (select id from desks where key = 'domestic')`
  const inps: number[] = []
  let nodes = 0
  for (let move = 0; move < 5; move++) {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await page.goto(`http://localhost:${bench.port}/deals/board`, { waitUntil: 'networkidle' })
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    nodes = await page.evaluate(() => document.querySelectorAll('*').length)
    const answered = page.waitForResponse(answer => answer.request().method() === 'POST')
    await page
      .locator('.board section button[aria-roledescription], .board [aria-describedby^=DndDescribedBy]')
      .first()
      .focus()
    for (const key of ['Space', 'ArrowRight', 'Space']) {
      await page.keyboard.press(key)
      await settled(page)
    }
    await answered
    await settled(page)
    inps.push((await page.evaluate(() => (globalThis as unknown as { vitals: Vitals }).vitals)).inp)
    await page.close()
  }
  bench.add({
    part: 'In the browser',
    name: 'board: a card moved, CPU four times slower',
    rows: Number(row?.n),
    verdicts: [
      { goal: 'P13', what: 'INP', value: quantile(inps, 0.5), limit: 200, unit: ' ms' },
      { goal: 'P13', what: 'nodes', value: nodes, limit: 3000, unit: '' },
    ],
  })
}

/** Runs in the page before anything of it: keeps the three figures as they come. */
function observe() {
  const vitals = { lcp: 0, cls: 0, inp: 0 }
  Object.assign(globalThis, { vitals })
  const watch = (type: string, take: (entry: PerformanceEntry & Record<string, number>) => void, more = {}) =>
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) take(entry as never)
    }).observe({ type, buffered: true, ...more })
  watch('largest-contentful-paint', entry => {
    vitals.lcp = entry.startTime
  })
  watch('layout-shift', entry => {
    if (!entry.hadRecentInput) vitals.cls += entry.value ?? 0
  })
  const longest = (entry: PerformanceEntry & Record<string, number>) => {
    if (entry.interactionId) vitals.inp = Math.max(vitals.inp, entry.duration)
  }
  watch('event', longest, { durationThreshold: 16 })
}
