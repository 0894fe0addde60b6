import type { Page } from '@playwright/test'
import { expect, password, test } from './office'

const mark = Date.now().toString(36)
const plain = { javaScriptEnabled: false } as const

/** What stands in a form, as the browser would send it: read without a script of the page's own. */
const standing = (page: Page, names: string[]) =>
  Promise.all(names.map(name => page.locator(`form [name="${name}"]:visible`).last().inputValue()))

test('without JavaScript a wrong password is told beside the name one typed, and the right one opens the office', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, locale: 'zh-CN', ...plain })
  const page = await context.newPage()
  await page.goto('/sign-in')
  await page.getByLabel('登录名').fill('officer1.general')
  await page.getByLabel('密码', { exact: true }).fill('not this one')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByLabel('登录名')).toHaveValue('officer1.general')
  await expect(page.getByLabel('密码', { exact: true })).toHaveValue('')
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.waitForURL(url => url.pathname === '/')
  await context.close()
})

test('without JavaScript a lead that is refused keeps all that was typed, says why at the field, and is saved when mended', async ({
  as,
}) => {
  const page = await as('officer1.general', plain)
  const name = `无脚本${mark}公司`
  await page.goto('/leads/new')
  await page.getByRole('combobox', { name: '企业或名称' }).fill(name)
  await page.getByLabel('联系人', { exact: true }).fill('中根 修')
  await page.getByLabel('国家/地区').selectOption('JP')
  await page.getByLabel('需求').fill('租标准厂房\n约 3000 平方米')
  await page.getByLabel(/^下一步(?!日期)/).fill('发送厂房清单')
  await page.getByLabel('下一步日期').fill('2020-01-02')
  await page.getByText('更多（来源、产业、意向投资等）').click()
  await page.locator('[name=intended]').fill('一大笔')
  await page.locator('[name=intendedCurrency]').selectOption('USD')
  await page.getByRole('checkbox', { name: '要求用地' }).check()
  await page.getByRole('button', { name: '保存线索' }).click()

  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.locator('[data-field=intended] .field-error').last()).toContainText('读不懂这个金额')
  const names = ['name', 'contactName', 'country', 'need', 'nextStep', 'nextStepOn']
  expect(await standing(page, names)).toEqual([
    name,
    '中根 修',
    'JP',
    '租标准厂房\n约 3000 平方米',
    '发送厂房清单',
    '2020-01-02',
  ])
  // its link opens the folded part with the field
  await page.getByRole('alert').getByRole('link', { name: '读不懂这个金额' }).click()
  expect(await standing(page, ['intended', 'intendedCurrency'])).toEqual(['一大笔', 'USD'])
  await expect(page.getByRole('checkbox', { name: '要求用地' })).toBeChecked()

  await page.locator('[name=intended]').fill('350万')
  await page.getByLabel('下一步日期').fill('2099-01-02')
  await page.getByRole('button', { name: '保存线索' }).click()
  await page.waitForURL(/\/leads\/L-\d{4}-\d+/)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByText('发送厂房清单').first()).toBeVisible()
})

test('without JavaScript the second of two people sees what the first has saved, and overwrites nothing unseen', async ({
  as,
}) => {
  const [one, other] = [await as('officer1.general', plain), await as('head.general', plain)]
  await one.goto('/events/new')
  await one.getByLabel('名称', { exact: false }).first().fill(`无脚本${mark}推介会`)
  await one.locator('[name=kind]').selectOption({ index: 1 })
  await one.locator('[name=startsOn]').fill('2026-12-01')
  await one.locator('[name=city]').fill('太仓')
  await one.getByRole('button', { name: '保存' }).click()
  await one.waitForURL(/\/events\/E-\d{4}-\d+$/)
  const edit = `${new URL(one.url()).pathname}/edit`
  await one.goto(edit)
  await other.goto(edit)
  await one.locator('[name=city]').fill('昆山')
  await one.getByRole('button', { name: '保存' }).click()
  await one.waitForURL(/\/events\/E-\d{4}-\d+$/)

  await other.locator('[name=city]').fill('常熟')
  await other.getByRole('button', { name: '保存' }).click()
  await expect(other.locator('main').getByRole('alert')).toContainText('两个人改了同一条记录')
  await expect(other.locator('[name=city]')).toHaveValue('常熟')
  await expect(other.locator('[data-field=city]')).toContainText('昆山')
  await other.getByRole('button', { name: '保存' }).click()
  await other.waitForURL(/\/events\/E-\d{4}-\d+$/)
  await expect(other.getByText('常熟').first()).toBeVisible()
})
