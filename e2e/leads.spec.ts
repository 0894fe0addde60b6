import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import exceljs from 'exceljs'
import { daysAgo, expect, expectAccessible, phone, test } from './office'

/** Names of this run alone: tests run side by side on one office. */
const mark = Date.now().toString(36)
const step = /^下一步(?!日期)/

async function fillCard(page: Page, name: string, country = 'JP') {
  await page.getByRole('combobox', { name: '企业或名称' }).fill(name)
  await page.getByLabel('联系人', { exact: true }).fill('中根 修')
  await page.getByLabel('电话或微信').fill('demo-aoshima')
  await page.getByLabel('国家/地区').selectOption(country)
  await page.getByLabel('需求').fill('车用连接器冲压件，租标准厂房约 3000 平方米')
  await page.getByLabel(step).fill('发送厂房清单，约电话')
}

async function capture(page: Page, name: string, country = 'JP'): Promise<string> {
  await page.goto('/leads/new')
  await fillCard(page, name, country)
  await page.getByRole('button', { name: '保存线索' }).click()
  await page.waitForURL(/\/leads\/L-\d{4}-\d+$/)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  return new URL(page.url()).pathname
}

async function reach(page: Page) {
  await page.getByRole('button', { name: '移到已接洽' }).first().click()
  const dialog = page.getByRole('dialog', { name: '移到已接洽' })
  await dialog.getByLabel('接洽到的人').fill('中根 修')
  await dialog.getByRole('button', { name: '移到已接洽' }).click()
  await expect(page.getByRole('button', { name: '提请研判' })).toBeVisible()
}

test('an officer logs a lead at phone width, notes a call by two keys and a sentence, and converts it after the verdict of the head', async ({
  as,
}) => {
  const page = await as('officer1.japan-korea', phone)
  const name = `株式会社青嶋${mark}`
  await page.goto('/leads/new')
  await fillCard(page, name)
  await expect(page.getByText('日韩部', { exact: true }).first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: '保存线索' }).click()
  await page.waitForURL(/\/leads\/L-\d{4}-\d+$/)
  await expect(page.getByRole('heading', { name: '下一步', exact: true })).toBeVisible()
  await expect(page.getByText('发送厂房清单，约电话').filter({ visible: true }).first()).toBeVisible()
  await expect(page.getByText('demo-aoshima')).toBeVisible()

  await reach(page)
  await page.keyboard.press('a')
  await page.keyboard.type('对方关心供电可靠性和熟练工人')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: '跟进与变动' })).toContainText('对方关心供电可靠性和熟练工人')
  await expectAccessible(page)

  await page.getByRole('button', { name: '提请研判' }).click()
  const ask = page.getByRole('dialog', { name: '提请研判' })
  await ask.getByLabel('理由').fill('产业契合，有订单')
  await ask.getByRole('button', { name: '提请研判' }).click()
  await expect(page.getByRole('heading', { name: '待研判' })).toBeVisible()
  const head = await as('head.japan-korea')
  await head.goto(new URL(page.url()).pathname)
  await head.getByRole('button', { name: '研判', exact: true }).click()
  await head.getByRole('dialog', { name: '研判' }).getByRole('button', { name: '研判' }).click()
  await expect(head.getByText('已研判')).toBeVisible()
  await page.reload()

  await page.getByRole('link', { name: '转为招商项目' }).click()
  await page.waitForURL(/\/convert$/)
  await expectAccessible(page)
  await page.getByRole('button', { name: '转为招商项目' }).click()
  await expect(page.getByLabel('重点产业')).toHaveAccessibleDescription(/请/)
  await page.getByLabel('重点产业').selectOption({ index: 1 })
  await page.getByRole('button', { name: '转为招商项目' }).click()
  await page.waitForURL(/\/deals\/D-\d{4}-\d+$/)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByText('发送厂房清单，约电话').filter({ visible: true }).first()).toBeVisible()
  await expect(page.getByText('对方关心供电可靠性和熟练工人')).toBeVisible()
})

test('an officer of another desk finds nothing of a lead: list, text filter, address, export', async ({
  as,
}) => {
  const mine = await as('officer1.japan-korea')
  const name = `株式会社隠岐${mark}`
  const path = await capture(mine, name)
  const number = path.split('/').at(-1) as string
  await mine.goto(`/leads?q=${encodeURIComponent(name)}`)
  await expect(mine.getByRole('link', { name: number })).toBeVisible()

  const other = await as('officer1.domestic')
  expect((await other.goto(path))?.status()).toBe(404)
  expect((await other.goto(`${path}/edit`))?.status()).toBe(404)
  expect((await other.goto(`${path}/convert`))?.status()).toBe(404)
  await other.goto(`/leads?stage=all&q=${encodeURIComponent(name)}`)
  await expect(other.getByRole('heading', { name: '没有符合筛选的线索' })).toBeVisible()
  await other.goto(`/leads?stage=all&q=${number}`)
  await expect(other.getByText(name)).toHaveCount(0)
  for (const format of ['csv', 'xlsx']) {
    const file = await other.request.get(
      `/leads/export?format=${format}&stage=all&q=${encodeURIComponent(name)}`,
    )
    expect(file.status()).toBe(200)
    if (format === 'csv') expect(parse(await file.text(), { bom: true })).toHaveLength(1)
  }
})

test('the export is the list on the screen, row by row', async ({ as }) => {
  const page = await as('director')
  // Until yesterday: other journeys log leads meanwhile.
  const address = `sort=number&size=100&stage=all&to=${daysAgo(1)}&columns=number,name,country,desk,stage,officer`
  await page.goto(`/leads?${address}`)
  await expectAccessible(page)
  const screen: string[][] = []
  for (;;) {
    for (const row of await page.locator('tbody tr').all())
      screen.push((await row.locator('td').allInnerTexts()).map(tidy))
    const next = page.getByRole('link', { name: '下一页' })
    if ((await next.count()) === 0) break
    const now = screen.at(-1)?.[0]
    await next.click()
    await expect(page.getByRole('link', { name: now, exact: true })).toHaveCount(0)
  }
  const csv = await page.request.get(`/leads/export?format=csv&${address}`)
  const [head, ...lines] = parse(await csv.text(), { bom: true }) as string[][]
  expect(head).toHaveLength(6)
  expect(lines.map(([number, name]) => [number, name])).toEqual(
    screen.map(([number, name]) => [number, name]),
  )

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出' }).click()
  await page.getByRole('link', { name: '导出 Excel（.xlsx）' }).click()
  const book = new exceljs.Workbook()
  await book.xlsx.load(readFileSync(await (await download).path()) as never)
  const sheet = book.worksheets[0]
  const numbers: string[] = []
  sheet?.eachRow(row => {
    const first = String(row.getCell(1).value ?? '')
    if (/^L-\d{4}-\d+$/.test(first)) numbers.push(first)
  })
  expect(numbers).toEqual(screen.map(([number]) => number))
})

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()

test('two people collide on an edit: both changes are saved, and only the contested field is asked', async ({
  as,
}) => {
  const first = await as('officer1.japan-korea')
  const path = await capture(first, `株式会社衝突${mark}`)
  const second = await as('head.japan-korea')
  await second.goto(`${path}/edit`)
  await first.goto(`${path}/edit`)
  await first.getByLabel('介绍人').fill('贸促会')
  await first.getByLabel('需求').fill('租标准厂房')
  await first.getByRole('button', { name: '保存' }).click()
  await first.waitForURL(new RegExp(`${path}$`))

  await second.getByLabel('需求').fill('自建厂房')
  await second.getByLabel('备注').fill('部长已联系')
  await second.getByRole('button', { name: '保存' }).click()
  await expect(second.getByText('两个人改了同一条记录')).toBeVisible()
  await second.getByRole('radio', { name: /自建厂房/ }).check()
  await second.getByRole('button', { name: '保存所选' }).click()
  await second.waitForURL(new RegExp(`${path}$`))
  await expect(second.getByText('自建厂房').first()).toBeVisible()
  await expect(second.getByText('贸促会').first()).toBeVisible()
  await expect(second.getByText('部长已联系').first()).toBeVisible()
})

test('at a fair the event stays chosen from card to card', async ({ as }) => {
  const page = await as('officer2.general', phone)
  await page.goto('/events')
  const event = await page.locator('tbody tr a').first().getAttribute('href')
  await page.goto(`/leads/new?event=${event?.split('/').at(-1)}`)
  const line = page.locator('summary').first()
  await expect(line).toContainText('今天已登记')
  const before = await line.innerText()
  await fillCard(page, `马氏企业${mark}`, 'TW')
  await page.getByRole('button', { name: '保存并继续登记' }).click()
  await page.waitForURL(/after=L-/)
  await expect(page.getByLabel('需求')).toHaveValue('')
  await expect(page.locator('summary').first()).not.toHaveText(before)
  await page.goto('/leads/new')
  await expect(page.locator('summary').first()).toContainText('今天已登记')
})

test('what is wrong on a card is said at its field, and nothing typed is lost', async ({ as }) => {
  const page = await as('officer1.domestic')
  await page.goto('/leads/new')
  await fillCard(page, `错字${mark}`, 'CN')
  await page.getByLabel('电话或微信').fill('138abc')
  // as a program would send it: the browser's own limit taken away
  await page.getByLabel('需求').evaluate(field => field.removeAttribute('maxlength'))
  await page.getByLabel('需求').fill('名'.repeat(10_001))
  await page.getByText('更多（来源').click()
  await page.getByLabel('意向投资', { exact: true }).fill('-5')
  await page.getByRole('button', { name: '保存线索' }).click()
  await expect(page.getByLabel('电话或微信')).toHaveAccessibleDescription(/电话/)
  await expect(page.getByLabel('需求')).toHaveAccessibleDescription(/10,?000/)
  await expect(page.getByText('金额不能是负数').first()).toBeVisible()
  await expect(page.getByLabel('联系人', { exact: true })).toHaveValue('中根 修')
  await expectAccessible(page)
})

test('a lead is deleted and taken back from the notice', async ({ as }) => {
  const page = await as('officer1.europe-us')
  const path = await capture(page, `Valdera ${mark}`, 'IT')
  await page.getByRole('button', { name: '更多操作' }).click()
  await page.getByRole('button', { name: '删除线索' }).click()
  await page.waitForURL(/\/leads$/)
  // the notice of the capture may still stand above the one of the deletion
  await page.getByRole('button', { name: '撤销' }).last().click()
  await expect(page.getByText('已撤销')).toBeVisible()
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1, name: `Valdera ${mark}` })).toBeVisible()
})

test('an address with unknown filters names them and lists all the same', async ({ as }) => {
  const page = await as('director')
  await page.goto('/leads?stage=won&colour=red&event=E-2099-9999')
  await expect(page.getByText(/stage=won/)).toContainText('event=E-2099-9999')
})
