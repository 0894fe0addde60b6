import type { Page } from '@playwright/test'
import { expect, expectAccessible, signIn, test } from './office'

const field = (page: Page) => page.getByRole('combobox', { name: '搜索', exact: true })
const palette = (page: Page) => page.getByRole('dialog', { name: '搜索或转到…' })

/** The questions that the page has put to the server so far. */
function asked(page: Page): string[] {
  const bodies: string[] = []
  page.on('request', request => {
    if (request.headers()['next-action']) bodies.push(request.postData() ?? '')
  })
  return bodies
}

/** As an input method writes: each key changes the text, and nothing is meant before the end. */
async function compose(page: Page, steps: readonly string[], end: string) {
  await field(page).evaluate(
    (input: HTMLInputElement, { steps, end }) => {
      const write = (value: string, isComposing: boolean) => {
        input.value = value
        input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing, data: value }))
      }
      input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
      for (const step of steps) {
        write(step, true)
        input.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true }),
        )
      }
      write(end, true)
      input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: end }))
    },
    { steps, end },
  )
}

/** Numbers of the demo go by its days: the address of this company, and its number, as of the run. */
async function dingmu(page: Page) {
  await page.goto('/companies?q=鼎沐生物')
  const row = page.getByRole('row', { name: /鼎沐生物科技有限公司/ })
  const link = row.getByRole('link').first()
  const path = (await link.getAttribute('href'))?.replace(/\?.*/, '') ?? ''
  return { address: new RegExp(`${path}$`), number: path.split('/').at(-1) ?? '' }
}

test('one types into the header: nothing is asked while an input method composes, then the best of each kind is offered', async ({
  as,
}) => {
  const page = await as('officer1.domestic')
  const { address } = await dingmu(page)
  const questions = asked(page)
  await page.goto('/companies')
  await expect(page.locator('main tbody tr').first()).toBeVisible()
  const list = page.getByRole('listbox', { name: '搜索' })
  await expect(async () => {
    await field(page).blur()
    await field(page).click()
    // loaded, though hidden as long as there is nothing to offer
    await expect(page.locator('.suggest')).toBeAttached({ timeout: 1000 })
  }).toPass()
  await compose(page, ['d', 'di', 'din', 'ding', "ding'm", "ding'mu"], '鼎沐')
  await expect(list.getByRole('option', { name: /鼎沐生物科技有限公司/ }).first()).toBeVisible()
  await expect(list.getByRole('group', { name: '招商项目' })).toContainText('透明质酸原料项目')
  expect(questions.filter(body => body.includes('places'))).toHaveLength(1)
  expect(questions.join()).toContain('鼎沐')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await field(page).press('ArrowDown')
  await field(page).press('Enter')
  await expect(page).toHaveURL(address)
})

test('the page of results: every script, what matched is marked, kinds in groups, other desks out of sight, all of one kind', async ({
  as,
}) => {
  const page = await as('officer1.domestic')
  const { number } = await dingmu(page)
  const find = async (text: string) => {
    await page.goto(`/search?q=${encodeURIComponent(text)}`)
    return page.locator('main')
  }
  for (const text of ['鼎沐生物', '鼎沐生物科技有限公司', 'dingmu', 'dmsw', 'ＤＭＳＷ', number])
    await expect(
      (await find(text)).getByRole('link', { name: /鼎沐生物科技有限公司/ }).first(),
      text,
    ).toBeVisible()
  await expect((await find('檜垣')).getByText('株式会社檜垣電機').first()).toBeVisible()
  await expect((await find('桧垣電机')).getByText('株式会社檜垣電機').first()).toBeVisible()
  await expect((await find('가온')).getByText('주식회사 가온전자').first()).toBeVisible()
  // the deal of that company is another desk's
  await expect(page.locator('main section', { hasText: '招商项目' })).toHaveCount(0)
  const main = await find('鼎沐')
  await expect(main.locator('mark').first()).toHaveText('鼎沐')
  await expect(main.getByRole('heading', { name: '招商项目' })).toBeVisible()
  await expectAccessible(page)
  await find('有限公司')
  await page.getByRole('link', { name: /^查看全部企业/ }).click()
  await expect(page).toHaveURL(/of=company/)
  await page.getByRole('link', { name: '2', exact: true }).click()
  await expect(page.locator('.hits li').first()).toBeVisible()
  await expectAccessible(page)
  await expect((await find('没有这个名字')).getByText(/没有找到“没有这个名字”/)).toBeVisible()
  await expect((await find('')).getByText('输入任意名称的一部分')).toBeVisible()
  await expect((await find('马'.repeat(300))).getByText(/搜索内容过长/)).toBeVisible()
})

test('Ctrl and K open the palette: pages and actions of this person, records, by keyboard alone', async ({
  as,
}) => {
  const page = await as('officer1.domestic')
  const { address } = await dingmu(page)
  await page.goto('/deals')
  await expect(page.locator('main tbody tr').first()).toBeVisible()
  const open = () =>
    expect(async () => {
      if (!(await palette(page).isVisible())) await page.keyboard.press('Control+k')
      await expect(palette(page).getByRole('option').first()).toBeVisible({ timeout: 3000 })
    }).toPass()
  await open()
  await expect(palette(page).getByRole('option', { name: '企业', exact: true })).toBeVisible()
  await expect(palette(page).getByRole('option', { name: '账号' })).toHaveCount(0)
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(palette(page)).toBeHidden()
  await open()
  await page.keyboard.type('xinjxs')
  await expect(palette(page).getByRole('option').first()).toHaveText('新建线索')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/leads\/new$/)
  await open()
  await page.keyboard.type('dmsw')
  await expect(palette(page).getByRole('option', { name: /鼎沐生物科技有限公司/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(address)
})

test('what one opened last stands in the palette and in the empty field, by its name of now, until one signs out', async ({
  browser,
  baseURL,
}) => {
  // a session of its own: it ends here
  const context = await browser.newContext({ baseURL, locale: 'zh-CN' })
  const page = await context.newPage()
  await signIn(page, 'officer2.domestic')
  await page.waitForURL(url => !url.pathname.startsWith('/sign-in'))
  const opened: string[] = []
  for (const [list, record] of [
    ['/companies', '/companies/C-'],
    ['/deals', '/deals/D-'],
    ['/tasks', '/tasks/'],
  ] as const) {
    await page.goto(list)
    const href = await page.locator(`main a[href^="${record}"]`).first().getAttribute('href')
    await page.goto(href ?? '')
    await expect(page.locator('h1')).toBeVisible()
    opened.unshift(new URL(page.url()).pathname)
  }
  await page.goto('/settings')
  const list = page.getByRole('listbox', { name: '搜索' })
  await expect(async () => {
    await field(page).blur()
    await field(page).click()
    await expect(list.getByRole('group', { name: '最近打开' })).toBeVisible({ timeout: 3000 })
  }).toPass()
  for (const [at, path] of opened.entries())
    await expect(list.getByRole('option').nth(at)).toHaveAttribute('href', path)
  await expectAccessible(page)
  await field(page).press('Escape')
  await page.keyboard.press('Control+k')
  await expect(palette(page).getByRole('option').first()).toHaveAttribute('href', opened[0] ?? '')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(url => url.pathname === opened[1])
  const kept = () => page.evaluate(() => Object.keys(localStorage).filter(key => key.startsWith('recent:')))
  expect(await kept()).toHaveLength(1)
  await page.locator('header .who').click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.waitForURL(/sign-in/)
  expect(await kept()).toEqual([])
  await context.close()
})

test('without JavaScript the header leads to the results, and a phone number finds its contact only for whom it is shown', async ({
  as,
}) => {
  const plain = { javaScriptEnabled: false }
  const director = await as('director', plain)
  await director.goto('/')
  await field(director).fill('198 0000 5526')
  await field(director).press('Enter')
  await expect(director).toHaveURL(/\/search\?q=/)
  await expect(director.locator('main').getByText('卢若楠')).toBeVisible()
  await expect(director.locator('main mark')).toHaveText('198 0000 5526')
  const viewer = await as('viewer', plain)
  await viewer.goto('/search?q=198+0000+5526')
  await expect(viewer.locator('main')).toContainText('没有找到')
})
