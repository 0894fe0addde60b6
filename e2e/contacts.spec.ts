import type { Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { contactColumns } from '@/domain/contact/column'
import { expect, expectAccessible, phone, press, test } from './office'

/* Contacts that no other journey changes. */
const some = 'country=KR&sort=number'
const columns = `columns=${contactColumns.join(',')}`
const hidden = '（已隐藏）'

async function fileOf(page: Page, format: 'xlsx' | 'csv') {
  const answer = await page.request.get(`/contacts/export?format=${format}&${some}&${columns}`)
  expect(answer.status()).toBe(200)
  return answer.body()
}
const rowsOf = (file: Buffer) => parse(file, { bom: true }) as string[][]

/** A file of contacts brought in and checked by the director. */
async function check(page: Page, name: string, buffer: Buffer) {
  await page.goto('/import')
  const form = page.getByRole('form', { name: '新的导入' })
  await form.getByLabel('导入什么').selectOption({ label: '联系人' })
  await form.getByLabel('文件').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
  await form.getByRole('button', { name: '上传并查看' }).click()
  await page.getByLabel(/空单元格/).check()
  await page.getByRole('button', { name: '检查所有行' }).click()
}

test('from companies one goes over to the contacts, narrows them, and opens one by the keyboard', async ({
  as,
}) => {
  const page = await as('officer1.domestic')
  await page.goto('/companies')
  await page.getByRole('navigation', { name: '企业 / 联系人' }).getByRole('link', { name: '联系人' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '联系人' })).toBeVisible()
  await expect(page.locator('nav.rail [aria-current]')).toHaveText('企业')
  await expectAccessible(page)
  const total = async () =>
    Number(/共 ([\d,]+) 位/.exec(await page.locator('main').innerText())?.[1]?.replace(',', ''))
  const all = await total()
  const chip = page.getByRole('button', { name: '交流语言' })
  await chip.click()
  await page.getByRole('checkbox', { name: '한국어' }).check()
  await page.getByRole('button', { name: '应用' }).click()
  await expect(page).toHaveURL(/[?&]language=ko/)
  const rows = page.locator('main tbody tr')
  await expect(rows.first()).toContainText('한국어')
  expect(await total()).toBeLessThan(all)
  const second = rows.nth(1).locator('a[href^="/contacts/K-"]')
  const number = (await second.innerText()).trim()
  await press(page, 'j', rows.first().locator('a').first())
  await page.keyboard.press('j')
  await expect(second).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('.crumbs')).toContainText(number)
  await page.locator('.crumbs').getByRole('link', { name: '联系人' }).click()
  await expect(page).toHaveURL(/\/contacts$/)
})

test('a filter is kept as a view, and the palette leads to the list', async ({ as }) => {
  const page = await as('head.europe-us')
  await page.goto('/contacts?consent=refused')
  await expect(page.getByRole('button', { name: /^同意保存/ })).toContainText('不同意')
  const create = page.locator('form').filter({ has: page.getByRole('button', { name: '保存新视图' }) })
  await press(page, 'v', create.getByLabel('视图名称'))
  await create.getByLabel('视图名称').fill('不同意保存')
  await create.getByRole('button', { name: '保存新视图' }).click()
  await expect(page.getByRole('navigation', { name: '视图', exact: true })).toContainText('不同意保存')
  await page.goto('/deals')
  await expect(page.locator('main tbody tr').first()).toBeVisible()
  const palette = page.getByRole('dialog', { name: '搜索或转到…' })
  await expect(async () => {
    if (!(await palette.isVisible())) await page.keyboard.press('Control+k')
    await expect(palette.getByRole('option').first()).toBeVisible({ timeout: 3000 })
  }).toPass()
  await page.keyboard.type('lianxr')
  await palette.getByRole('option', { name: '联系人', exact: true }).click()
  await expect(page).toHaveURL(/\/contacts$/)
  await expect(page.getByRole('navigation', { name: '视图', exact: true })).toContainText('不同意保存')
})

test('the file holds what the screen shows, and comes in again with nothing to change, as .xlsx and as .csv', async ({
  as,
}) => {
  const page = await as('director')
  await page.goto(`/contacts?${some}&size=100&columns=number,name,company,title,phones`)
  const cells = await page
    .locator('main tbody tr')
    .evaluateAll(rows => rows.map(row => [...row.querySelectorAll('td')].map(cell => cell.innerText.trim())))
  const [head = [], ...rows] = rowsOf(await fileOf(page, 'csv'))
  expect(rows.length).toBeGreaterThan(2)
  expect(rows.map(row => row[0])).toEqual(cells.map(row => row[0]))
  const phones = head.indexOf('电话')
  const plain = (text: string | undefined) => (text ?? '').replace(/^'/, '')
  expect(rows.map(row => plain(row[phones]) || '—')).toEqual(cells.map(row => row[4]?.replaceAll('\n', '; ')))
  for (const format of ['xlsx', 'csv'] as const) {
    await check(page, `contacts.${format}`, await fileOf(page, format))
    await expect(page.getByRole('link', { name: new RegExp(`^无变化 ?${rows.length}$`) })).toBeVisible()
    await page.getByRole('button', { name: '丢弃' }).click()
  }
})

test('to whom details are masked neither list nor file shows them, and such a file takes nobody’s phone away', async ({
  as,
}) => {
  const director = await as('director')
  const shown = rowsOf(await fileOf(director, 'csv'))
  const at = shown[0]?.indexOf('电话') ?? -1
  const numbers = shown.slice(1).flatMap(row => (row[at] ?? '').replace(/^'/, '').split('; ').filter(Boolean))
  expect(numbers.length).toBeGreaterThan(2)
  const viewer = await as('viewer')
  await viewer.goto(`/contacts?${some}&size=100`)
  await expect(viewer.getByText('您的角色不能查看联系方式')).toBeVisible()
  const file = await fileOf(viewer, 'csv')
  const page = await viewer.content()
  for (const number of numbers) {
    expect(page).not.toContain(number)
    expect(file.toString()).not.toContain(number)
  }
  expect(
    rowsOf(file)
      .slice(1)
      .map(row => row[at]),
  ).toEqual(numbers.length ? shown.slice(1).map(() => hidden) : [])

  await check(director, 'masked.csv', file)
  await expect(
    director.getByRole('link', { name: new RegExp(`^无变化 ?${shown.length - 1}$`) }),
  ).toBeVisible()
  await expect(director.getByText('文件里隐藏的联系方式不导入，原有的保持不变。').first()).toBeVisible()
  await director.getByRole('button', { name: '丢弃' }).click()

  const admin = await as('admin')
  await admin.goto('/contacts')
  await expect(admin.locator('main tbody tr').first()).toContainText(hidden)
  await expect(admin.getByRole('button', { name: '导出' })).toHaveCount(0)
  expect((await admin.request.get('/contacts/export?format=csv')).status()).not.toBe(200)
})

test('on a phone each contact is a card that opens, and nothing is wider than the screen', async ({ as }) => {
  const page = await as('officer1.domestic', phone)
  await page.goto('/contacts')
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await page
    .locator('main tbody tr')
    .first()
    .click({ position: { x: 20, y: 14 } })
  await expect(page).toHaveURL(/\/contacts\/K-\d{4}-\d{4}$/)
})
