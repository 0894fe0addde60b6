import ExcelJS from 'exceljs'
import { expect, expectAccessible, phone, test } from './office'

const mark = Date.now().toString(36)

test('an officer enters a fair of the own desk and logs a lead there; another desk reads it and no more', async ({
  as,
}) => {
  const page = await as('officer1.japan-korea')
  const name = `大阪机床展${mark}`
  await page.goto('/events/new')
  await page.getByLabel('活动名称').fill(name)
  await page.getByRole('combobox', { name: '类型' }).selectOption({ label: '交易会、展会' })
  await page.getByRole('combobox', { name: '国家/地区' }).selectOption({ label: '日本' })
  await page.getByLabel('开始日期').fill('2026-10-09')
  await page.getByLabel('结束日期').fill('2026-10-08')
  await page.getByLabel('城市').fill('大阪')
  await page.getByRole('group', { name: '承办部门' }).getByLabel('日韩部').uncheck()
  await page.getByRole('group', { name: '承办部门' }).getByLabel('内资部').check()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByLabel('结束日期')).toHaveAccessibleDescription(/不能早于开始日期/)
  await expectAccessible(page)
  await page.getByLabel('结束日期').fill('2026-10-11')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('group', { name: '承办部门' })).toHaveAccessibleDescription(/须包括您所在的部/)
  await page.getByRole('group', { name: '承办部门' }).getByLabel('日韩部').check()
  await page.getByRole('group', { name: '承办部门' }).getByLabel('内资部').uncheck()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  const path = new URL(page.url()).pathname
  await expect(page.getByText('还没有您可查看的线索或项目')).toBeVisible()
  await expect(page.getByRole('link', { name: '在此登记线索' })).toHaveAttribute(
    'href',
    `/leads/new?event=${path.split('/').at(-1)}`,
  )

  const other = await as('officer1.domestic')
  await other.goto(path)
  await expect(other.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(other.getByRole('link', { name: '编辑' })).toHaveCount(0)
  await other.goto(`${path}/edit`)
  await other.getByLabel('活动名称').fill('改别人的活动')
  await other.getByRole('button', { name: '保存' }).click()
  await expect(other.getByRole('alert').filter({ hasText: '没有这项操作的权限' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
})

test('each number of what came of an event leads to a list of as many', async ({ as }) => {
  const page = await as('director')
  await page.goto('/events?kind=investment_fair&year=2026&sort=name')
  await page.getByRole('link', { name: 'E-2026-0004' }).click()
  const outcome = page.getByRole('table', { name: '成果' })
  await expect(outcome).toBeVisible()
  await expectAccessible(page)
  const links = await outcome
    .getByRole('link')
    .evaluateAll(all => all.map(link => [link.getAttribute('href') ?? '', Number(link.textContent)] as const))
  expect(links.length).toBeGreaterThan(2)
  for (const [href, count] of links.slice(0, 6)) {
    await page.goto(href)
    await expect(page.getByRole('navigation', { name: '分页' })).toContainText(`共 ${count} 项`)
  }
})

test('the workbook holds the events of the screen in their order, dates as dates, sums as numbers', async ({
  as,
}) => {
  const page = await as('head.japan-korea')
  await page.goto('/events?desk=japan_korea&size=100&year=2026')
  const numbers = await page.locator('tbody tr td:first-child').allInnerTexts()
  await page.getByRole('button', { name: '导出' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /xlsx/ }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^招商活动 \d{4}-\d\d-\d\d\.xlsx$/)
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(await download.path())
  const sheet = book.worksheets[0]
  const rows = (sheet?.getSheetValues() ?? []).filter(Array.isArray) as unknown[][]
  const head = rows.findIndex(row => row.includes('编号'))
  const at = (header: string) => rows[head]?.findIndex(cell => String(cell).startsWith(header)) ?? -1
  const body = rows.slice(head + 1).filter(row => /^E-/.test(String(row[at('编号')])))
  expect(body.map(row => row[at('编号')])).toEqual(numbers)
  expect(body.every(row => row[at('开始')] instanceof Date)).toBe(true)
  expect(body.some(row => typeof row[at('总投资')] === 'number')).toBe(true)
})

test('at phone width rows become cards and open', async ({ as }) => {
  const page = await as('officer1.domestic', phone)
  await page.goto('/events')
  await expectAccessible(page)
  await page.locator('tbody tr').first().click()
  await expect(page).toHaveURL(/\/events\/E-\d{4}-\d{4}$/)
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})

test('an event is deleted; the notice goes along to the list and takes it back from there', async ({
  as,
}) => {
  const page = await as('head.japan-korea')
  const name = `误录说明会${mark}`
  await page.goto('/events/new')
  await page.getByLabel('活动名称').fill(name)
  await page.getByRole('combobox', { name: '类型' }).selectOption({ label: '交易会、展会' })
  await page.getByRole('combobox', { name: '国家/地区' }).selectOption({ label: '日本' })
  await page.getByLabel('开始日期').fill('2026-10-09')
  await page.getByLabel('结束日期').fill('2026-10-10')
  await page.getByLabel('城市').fill('神户')
  await page.getByRole('group', { name: '承办部门' }).getByLabel('日韩部').check()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  const path = new URL(page.url()).pathname
  await page.getByRole('button', { name: '删除活动' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '删除活动' }).click()
  await expect(page).toHaveURL(/\/events$/)
  // and on to a third page: the notice stays, and so does what it can do
  await page.locator('nav.rail').getByRole('link', { name: '企业', exact: true }).click()
  await expect(page).toHaveURL(/\/companies$/)
  await page.getByRole('region', { name: '通知' }).getByRole('button', { name: '撤销' }).click()
  await expect(page.getByText('已撤销')).toBeVisible()
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
})
