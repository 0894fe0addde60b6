import type { Page } from '@playwright/test'
import { expect, expectAccessible, phone, test } from './office'

/* What everybody who works with records may open. */
const work = [
  '/',
  '/leads',
  '/deals',
  '/deals/board',
  '/review',
  '/capital',
  '/issues',
  '/companies',
  '/contacts',
  '/events',
  '/tasks?whose=all',
  '/calendar',
  '/calendar?view=week',
  '/cases',
  '/cases?show=duplicates&state=ruled',
  '/hand-overs',
  '/covers',
  '/clocks',
  '/search?q=%E6%9C%89%E9%99%90',
  '/search?q=%E6%9C%89%E9%99%90&of=company',
  '/exports',
  '/notifications',
  '/settings',
]
/* Besides, of a head and the director. */
const deciding = [
  '/leavers',
  '/merge/C-2024-0002',
  '/merge/C-2024-0002?with=C-2024-0003',
  '/bulk/deals?verb=assign&n=D-2026-0001',
]
const forms = [
  '/import',
  '/exports/new?list=deals',
  '/issues/new',
  '/leads/new',
  '/deals/new',
  '/companies/new',
  '/contacts/new',
  '/events/new',
]
const administration = [
  'users',
  'users/new',
  'desks',
  'routes',
  'industries',
  'countries',
  'rates',
  'zone',
  'audit',
  'tags',
  'procedures',
  'work-days',
]

/** Addresses of records as the demonstration numbers them: the first of each that this person finds in its list. */
async function recordPaths(page: Page): Promise<string[]> {
  const first = async (list: string, address: string) => {
    await page.goto(list)
    await expect(page.locator('h1')).toHaveCount(1)
    const link = page.locator(`main a[href^="${address}"]:not([href*="/new"])`)
    return (await link.count()) > 0 ? without((await link.first().getAttribute('href')) ?? '') : null
  }
  const lead = await first('/leads', '/leads/L-')
  const deal = await first('/deals', '/deals/D-')
  const company = await first('/companies', '/companies/C-')
  const event = await first('/events', '/events/E-')
  const review = await first('/review', '/review/R-')
  const contact = await first(company ?? '', '/contacts/K-')
  const issue = await first('/issues', '/issues/')
  const parts = deal ? ['procedures', 'capital', 'files'].map(part => `${deal}/${part}`) : []
  const meeting = review && `${review}/meeting`
  return [lead, deal, ...parts, company, event, review, meeting, contact, issue].filter(path => path !== null)
}

const without = (path: string) => path.split('?')[0] ?? path

/** Opens the page and waits for its heading; the skeleton of a page has none. */
async function open(page: Page, path: string) {
  const answer = await page.goto(path)
  expect(answer?.status(), path).toBe(200)
  await expect(page.locator('h1'), path).toHaveCount(1)
}

/** What every page owes: a title, one heading, its words read, no error in the console, nothing that axe finds; and what else is asked. */
async function sound(page: Page, paths: readonly string[], also?: (path: string) => Promise<void>) {
  const errors: string[] = []
  page.on('console', message => {
    if (message.type() === 'error') errors.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', error => errors.push(`${page.url()}: ${error.message}`))
  for (const path of paths) {
    await test.step(path, async () => {
      await open(page, path)
      await expect(page).toHaveTitle(/\S+ · \S+/)
      await expectAccessible(page)
      await also?.(path)
    })
  }
  expect(errors).toEqual([])
}

async function expectToFit(page: Page, path: string) {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ])
  expect(content, `${path} is ${content} px wide in a window of ${window}`).toBeLessThanOrEqual(window ?? 0)
}

async function neverWider(page: Page, paths: readonly string[]) {
  for (const path of paths) {
    await open(page, path)
    await expectToFit(page, path)
  }
}

const everything = async (page: Page) => [...work, ...deciding, ...forms, ...(await recordPaths(page))]

for (const half of [0, 1]) {
  test(`every page of the director is sound, in the dark nothing fades, at 200 % nothing is wider than the window: ${half + 1} of 2`, async ({
    as,
  }) => {
    test.setTimeout(240_000)
    const page = await as('director', { reducedMotion: 'reduce' })
    const { width, height } = page.viewportSize() ?? { width: 1280, height: 720 }
    await sound(
      page,
      (await everything(page)).filter((_, index) => index % 2 === half),
      async path => {
        await page.emulateMedia({ colorScheme: 'dark' })
        await expectAccessible(page, { only: 'color-contrast' })
        await page.emulateMedia({ colorScheme: null })
        await page.setViewportSize({ width: 720, height: 450 })
        await expectToFit(page, path)
        await page.setViewportSize({ width, height })
      },
    )
  })
}

const others = [
  ['head.domestic', [...work, ...deciding, ...forms]],
  ['officer1.domestic', [...work, ...forms]],
  ['viewer', work],
] as const

for (const [login, paths] of others) {
  test(`every page of ${login} is sound`, async ({ as }) => {
    test.setTimeout(240_000)
    const page = await as(login)
    await sound(page, [...paths, ...(await recordPaths(page))])
  })
}

test('every form of a record is sound', async ({ as }) => {
  test.setTimeout(240_000)
  const page = await as('director')
  const records = (await recordPaths(page))
    .map(without)
    .filter(path => /^\/\w+\/[LDCEK]-\d{4}-\d+$/.test(path))
  const paths = records.map(path => `${path}/edit`)
  expect(paths).toHaveLength(5)
  await sound(page, paths)
})

test('every page of administration is sound', async ({ as }) => {
  test.setTimeout(240_000)
  const page = await as('admin')
  await sound(page, ['/', ...administration.map(path => `/admin/${path}`), '/admin/users/officer1.domestic'])
})

test('on a phone every page is sound and nothing is wider than the screen', async ({ as }) => {
  test.setTimeout(240_000)
  const page = await as('director', phone)
  await sound(page, await everything(page), path => expectToFit(page, path))
})

test('in English, whose words are the longest, nothing is wider than a phone', async ({ as, baseURL }) => {
  const page = await as('director', phone)
  await page.context().addCookies([{ name: 'locale', value: 'en', url: baseURL ?? '' }])
  await neverWider(page, ['/', '/review', '/capital', '/issues', '/exports/new?list=deals', '/deals/open'])
})

test('administration fits on a phone', async ({ as }) => {
  test.setTimeout(240_000)
  const page = await as('admin', phone)
  await neverWider(page, ['/', ...administration.map(path => `/admin/${path}`)])
})

test('what is not there says so in the frame, with the status of it', async ({ as }) => {
  const page = await as('viewer')
  for (const path of ['/nowhere', '/deals/D-2020-9999', '/admin/users', '/leads/new']) {
    const answer = await page.goto(path)
    expect(answer?.status(), path).toBe(404)
    await expect(page.locator('h1')).toHaveCount(1)
  }
  await expectAccessible(page)
})

test('a list and a record print as documents, without the frame', async ({ as }) => {
  const page = await as('director')
  for (const path of await recordPaths(page)) {
    await open(page, path)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('navigation', { name: '主导航' })).toHaveCount(0)
    await expect(page.locator('h1')).toBeVisible()
    await page.emulateMedia({ media: 'screen' })
  }
  await open(page, '/deals')
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('header.head')).toBeHidden()
  await expect(page.locator('main table tbody tr').last()).toBeVisible()
})
