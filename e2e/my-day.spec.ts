import type { Page } from '@playwright/test'
import { expect, test } from './office'

/** "内资部，在谈：12 项，2.17亿元 + 2 未填" in its numbers; an amount of nothing is no amount. */
function barSays(title: string) {
  const count = title.match(/：([\d,]+) 项/)?.[1]
  const sum = title.match(/项，([\d.]+(?:亿|万)?元)/)?.[1]
  const unknown = title.match(/\+ ([\d,]+) 未填/)?.[1]
  return { count, sum: sum === '0元' ? undefined : sum, unknown }
}

async function section(page: Page, title: string) {
  const found = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 2, name: title }) })
    .last()
  await expect(found).toBeVisible()
  return found
}

for (const login of ['director', 'head.domestic', 'viewer']) {
  test(`every bar of ${login} leads to a list of as many deals and as much money`, async ({ as }) => {
    test.setTimeout(240_000)
    const page = await as(login)
    await page.goto('/')
    const bars = await page
      .locator('.bars a.cell')
      .evaluateAll(all =>
        all.map(bar => [bar.getAttribute('href') ?? '', bar.getAttribute('title') ?? ''] as const),
      )
    expect(bars.length).toBeGreaterThan(login === 'head.domestic' ? 1 : 6)
    for (const [href, title] of bars) {
      const says = barSays(title)
      await page.goto(href)
      await expect(page.locator('main tbody tr').first()).toBeVisible()
      const foot = await page.locator('main tfoot').innerText()
      expect(foot, title).toContain(`${says.count} 项`)
      if (says.sum) expect(foot, title).toContain(says.sum)
      if (says.unknown) expect(foot, title).toContain(`${says.unknown} 项未填`)
      else expect(foot, title).not.toContain('未填')
      if (Number(says.count) <= 50)
        await expect(page.locator('main tbody tr')).toHaveCount(Number(says.count))
    }
  })
}

test('what is stuck, and what waits for confirmation, opens its record', async ({ as }) => {
  test.setTimeout(240_000)
  const page = await as('director')
  await page.goto('/')
  for (const title of ['停滞', '待确认']) {
    const links = (await section(page, title))
      .locator('li a[href^="/deals/D-"]')
      .filter({ hasNotText: '查看' })
    const items = await links.evaluateAll(all =>
      all.map(link => [link.getAttribute('href') ?? '', link.textContent ?? '']),
    )
    expect(items.length, title).toBeGreaterThan(0)
    for (const [href = '', name = ''] of items) {
      await page.goto(href)
      await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
      if (title === '待确认')
        await expect(page.locator(href.includes('/capital#') ? '#arrivals' : '#waiting')).toBeVisible()
    }
    await page.goto('/')
  }
})

test('the list behind "stuck" has as many as the day says', async ({ as }) => {
  const page = await as('director')
  await page.goto('/')
  const stuck = await section(page, '停滞')
  const all = stuck.getByRole('link', { name: /查看全部/ })
  const count = Number((await all.innerText()).match(/\d+/)?.[0])
  await all.click()
  await expect(page).toHaveURL(/\/deals\?/)
  await expect(page.locator('main tbody tr')).toHaveCount(count)
})

test('leads without an officer stand under "unassigned", and each opens', async ({ as }) => {
  const page = await as('director')
  await page.goto('/leads?officer=none')
  const listed = page.locator('main tbody tr')
  const before = await listed.count()
  await page.goto('/')
  const unassigned = await section(page, '待指派')
  const shown = unassigned.locator('li a[href^="/leads/L-"]')
  expect(await shown.count()).toBe(Math.min(before, 6))
  for (const href of await shown.evaluateAll(all => all.map(link => link.getAttribute('href') ?? ''))) {
    await page.goto(href)
    await expect(page.getByText(href.split('/').at(-1) ?? '').first()).toBeVisible()
  }
})

test('an officer begins with own next steps, leads and deals', async ({ as }) => {
  const page = await as('officer1.domestic')
  await page.goto('/')
  for (const title of ['下一步', '我的线索', '我的项目']) await section(page, title)
  const deals = (await section(page, '我的项目')).locator('li a[href^="/deals/D-"]')
  expect(await deals.count()).toBeGreaterThan(0)
  const name = await deals.first().innerText()
  await deals.first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
})

test('the administrator begins with the state of the system, and reads no record', async ({ as }) => {
  const page = await as('admin')
  await page.goto('/')
  await expect(page.getByRole('main')).toContainText(/启用 \d+/)
  await expect(page.getByRole('main')).toContainText('磁盘')
  await expect(page.locator('main a[href^="/deals"], main a[href^="/leads"]')).toHaveCount(0)
})
