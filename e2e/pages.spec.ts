import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './office'

const work = ['/', '/leads', '/deals', '/deals/board', '/companies', '/events', '/settings']
const forms = ['/leads/new', '/deals/new', '/companies/new', '/contacts/new', '/events/new']

/** Addresses of records as the demonstration numbers them: the first of each in its list. */
async function recordPaths(page: Page): Promise<string[]> {
  const first = async (list: string, noun: string) => {
    await page.goto(list)
    const link = page
      .locator(`main a[href^="/${noun}/"]`)
      .filter({ hasText: /-\d{4}-\d{4}/ })
      .first()
    return (await link.getAttribute('href')) ?? ''
  }
  const lead = await first('/leads', 'leads')
  const deal = await first('/deals', 'deals')
  const company = await first('/companies', 'companies')
  const event = await first('/events', 'events')
  await page.goto(company)
  const contacts = page.locator('main a[href^="/contacts/K-"]')
  const contact = (await contacts.count()) > 0 ? await contacts.first().getAttribute('href') : null
  return [lead, deal, company, event, contact].filter(path => path !== null)
}

/** Opens the page and waits for its heading; the skeleton of a page has none. */
async function open(page: Page, path: string) {
  const answer = await page.goto(path)
  expect(answer?.status(), path).toBe(200)
  await expect(page.locator('h1'), path).toHaveCount(1)
}

/** What every page owes: a title, one heading, its words read, no error in the console, nothing that axe finds. */
async function sound(page: Page, paths: readonly string[]) {
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
    })
  }
  expect(errors).toEqual([])
}

const roles = [
  ['director', [...work, ...forms]],
  ['head.domestic', [...work, ...forms]],
] as const

for (const [login, paths] of roles) {
  test(`every page of ${login} is sound`, async ({ as }) => {
    test.setTimeout(400_000)
    const page = await as(login)
    await sound(page, [...paths, ...(await recordPaths(page))])
  })
}
