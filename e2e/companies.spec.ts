import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { expect, expectAccessible, phone, test } from './office'

/** Names of this run alone: tests run side by side on one office. */
const mark = Date.now().toString(36)

async function create(page: Page, name: string, country = '中国') {
  await page.goto('/companies/new')
  await page.getByLabel('企业名称').fill(name)
  await page.getByRole('combobox', { name: '国家/地区' }).selectOption({ label: country })
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  return new URL(page.url()).pathname
}

test('a company is entered: what is wrong is said at its field, nothing typed is lost', async ({ as }) => {
  const page = await as('officer1.domestic')
  await page.goto('/companies/new')
  const name = `冀北精铸${mark}有限公司`
  await page.getByLabel('企业名称').fill(name)
  await page.getByRole('combobox', { name: '国家/地区' }).selectOption({ label: '日本' })
  await page.getByRole('combobox', { name: '省份' }).selectOption({ label: '河北省' })
  await page.getByText('更多信息').click()
  await page.getByLabel('统一社会信用代码').fill('91350100M000100Y44')
  await page.getByLabel('网站').fill('http://example.com')
  await page.getByRole('button', { name: '保存' }).click()
  const summary = page.getByRole('alert').filter({ hasText: '统一社会信用代码' })
  await expect(summary).toBeFocused()
  await expect(page.getByLabel('网站')).toHaveAccessibleDescription(/https 开头/)
  await expect(page.getByRole('combobox', { name: '省份' })).toHaveAccessibleDescription(/中国大陆/)
  await expect(page.getByLabel('企业名称')).toHaveValue(name)
  await expectAccessible(page)
  await page.getByRole('combobox', { name: '国家/地区' }).selectOption({ label: '中国' })
  await page.getByLabel('统一社会信用代码').fill('')
  await page.getByLabel('网站').fill('example.com')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByRole('link', { name: 'https://example.com' })).toBeVisible()

  await page.goto('/companies/new')
  await page.getByLabel('企业名称').fill(`冀北精铸${mark}股份有限公司`)
  await page.getByRole('combobox', { name: '国家/地区' }).selectOption({ label: '中国' })
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByLabel('为何不是同一条').fill('上市母公司，地址不同')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('与同名企业的区别：上市母公司，地址不同')).toBeVisible()
})

test('details of a contact are hidden until they are revealed, and who looked stands in the history', async ({
  as,
}) => {
  const officer = await as('officer1.japan-korea')
  const path = await create(officer, `联系${mark}商事`, '日本')
  await officer.getByRole('link', { name: '添加联系人' }).click()
  await officer.getByLabel('姓名').fill('青木一郎')
  await officer.getByLabel('电话').fill('090-1234-5678\n打给我')
  await officer.getByRole('button', { name: '保存' }).click()
  await expect(officer.getByLabel('电话')).toHaveAccessibleDescription(/打给我/)
  await officer.getByLabel('电话').fill('090-1234-5678')
  await officer.getByRole('button', { name: '保存' }).click()
  await expect(officer).toHaveURL(new RegExp(`${path}$`))

  const other = await as('officer1.domestic')
  await other.goto(path)
  await expect(other.getByText('090-1234-5678')).toHaveCount(0)
  await other.getByRole('button', { name: '显示青木一郎的联系方式' }).click()
  await expect(other.getByRole('link', { name: '090-1234-5678' })).toBeVisible()
  await expect(other.getByText('查看了联系方式')).toBeVisible()

  for (const [login, words] of [
    ['viewer', '您的角色不能查看联系方式'],
    ['admin', '您的角色不能查看联系方式'],
  ] as const) {
    const page = await as(login)
    await page.goto(path)
    await expect(page.getByText(words)).toBeVisible()
    await expect(page.getByRole('button', { name: /显示/ })).toHaveCount(0)
    expect(await page.content()).not.toContain('090-1234-5678')
  }
  const head = await as('head.japan-korea')
  await head.goto(path)
  await expect(head.getByRole('link', { name: '090-1234-5678' })).toBeVisible()
  await expectAccessible(head)
})

test('two people edit one company: what only one changed is kept, what both changed is chosen, both are saved', async ({
  as,
}) => {
  const first = await as('officer1.domestic')
  const path = await create(first, `同改${mark}工业`)
  const second = await as('head.general')
  for (const page of [first, second]) await page.goto(`${path}/edit`)
  await first.getByLabel('网站').fill('https://first.example')
  await first.getByLabel('备注').fill('先保存的备注')
  await first.getByRole('button', { name: '保存' }).click()
  await expect(first.getByText('先保存的备注').first()).toBeVisible()

  await second.getByRole('combobox', { name: '企业类别' }).selectOption({ label: '大型企业' })
  await second.getByLabel('备注').fill('后保存的备注')
  await second.getByRole('button', { name: '保存' }).click()
  await expect(second.getByRole('heading', { name: '两个人改了同一条记录' })).toBeVisible()
  await expectAccessible(second)
  await second.getByRole('radio', { name: /后保存的备注/ }).check()
  await second.getByRole('button', { name: '保存所选' }).click()
  await expect(second.getByRole('heading', { level: 1 })).toHaveText(`同改${mark}工业`)
  await expect(second.getByRole('link', { name: 'https://first.example' })).toBeVisible()
  await expect(second.getByRole('definition').filter({ hasText: '大型企业' })).toBeVisible()
  await expect(second.getByRole('definition').filter({ hasText: '后保存的备注' })).toBeVisible()
})

test('a company is deleted, and undo brings it back', async ({ as }) => {
  const page = await as('officer1.europe-us')
  const name = `误录${mark}公司`
  const path = await create(page, name)
  await page.getByRole('button', { name: '删除企业' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '删除企业' }).click()
  await expect(page).toHaveURL(/\/companies$/)
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByText('已撤销')).toBeVisible()
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
})

test('the file holds what the screen shows, row by row, and a filter that means nothing is named', async ({
  as,
}) => {
  const page = await as('viewer')
  await page.goto('/companies?country=KR&sort=-updated&size=100&colour=red')
  await expect(page.getByRole('status').filter({ hasText: 'colour' })).toBeVisible()
  await expect(page.getByRole('link', { name: '新建企业' })).toHaveCount(0)
  const screen = await page
    .locator('tbody tr')
    .evaluateAll(rows => rows.map(row => [...row.querySelectorAll('td')].map(cell => cell.innerText.trim())))
  await page.getByRole('button', { name: '导出' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /CSV/ }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^企业 \d{4}-\d\d-\d\d\.csv$/)
  const [head, ...file] = parse(readFileSync(await download.path(), 'utf8'), { bom: true }) as string[][]
  const at = (header: string) => head?.indexOf(header) ?? -1
  expect(file.length).toBeGreaterThan(2)
  expect(file.map(row => row[at('编号')])).toEqual(screen.map(row => row[0]))
  expect(file.map(row => row[at('国家/地区')])).toEqual(screen.map(row => row[2]))
  expect(file.map(row => row[at('项目')])).toEqual(screen.map(row => (row[8] === '—' ? '0' : row[8])))
})

test('list and record hold at phone width, and pass axe in each language', async ({ as }) => {
  const page = await as('officer1.domestic', phone)
  for (const [locale, title] of [
    ['zh-Hans', '企业'],
    ['zh-Hant', '企業'],
    ['en', 'Companies'],
    ['ja', '企業'],
    ['ko', '기업'],
  ] as const) {
    await page.context().addCookies([
      {
        name: 'locale',
        value: locale,
        url: page.url().startsWith('http') ? page.url() : 'http://localhost',
      },
    ])
    await page.goto('/companies')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await expectAccessible(page)
  }
  await page.locator('tbody tr').first().click()
  await expect(page).toHaveURL(/\/companies\/C-\d{4}-\d{4}$/)
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})
