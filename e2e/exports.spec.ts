import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import { expect, expectAccessible, phone, test } from './office'

test.describe.configure({ mode: 'serial' })

test('a list is exported in the background, is told of in the bell, and downloaded by whoever asked alone', async ({
  as,
}) => {
  const page = await as('head.domestic')
  await page.goto('/deals?stage=negotiation')
  await page.locator('.page-head').getByRole('button', { name: '导出' }).click()
  await page.getByRole('link', { name: '后台或定期导出…' }).click()
  await expect(page.getByRole('heading', { name: '导出招商项目' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('格式').first().selectOption('csv')
  await page.getByRole('button', { name: '开始生成' }).click()
  await expect(page).toHaveURL('/exports')
  // drawn anew by itself when the file is there
  const file = page.getByRole('link', { name: /^下载 招商项目/ })
  await expect(file).toBeVisible()
  await expectAccessible(page)
  const [download] = await Promise.all([page.waitForEvent('download'), file.click()])
  expect(download.suggestedFilename()).toMatch(/^招商项目 .*\.csv$/)
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n')
  const shown = await page.locator('#main, main').getByRole('row').nth(1).getByRole('cell').nth(2).innerText()
  expect(lines.length - 1).toBe(Number(shown))
  await page.goto('/notifications')
  await expect(page.getByText(/招商项目 .*已完成/)).toBeVisible()
  // another's file looks like none
  const other = await as('director')
  const href = new URL(download.url()).pathname
  expect((await other.request.get(href)).status()).toBe(404)
})

const deskKeys = {
  内资部: 'domestic',
  日韩部: 'japan_korea',
  欧美部: 'europe_us',
  综合部: 'general',
} as const

for (const [login, list, filter] of [
  ['director', 'deals', 'asOf=2026-06-30&approved=all'],
  ['officer1.domestic', 'deals', 'country=CN&approved=all&status=all'],
  ['head.japan-korea', 'leads', 'stage=all'],
] as const)
  test(`what the workbook of ${list} says per desk is what the list says, for ${login}`, async ({ as }) => {
    const page = await as(login)
    // others work on the same office: the two are read again when something came between
    await expect(async () => {
      const cover = await coverOf(page, `/${list}/export?format=desks&${filter}`)
      expect(cover.length).toBeGreaterThan(0)
      const columns = list === 'deals' ? 'number,name,total_cny,foreign_cny' : 'number,name,intended_cny'
      for (const { desk, ...said } of cover) {
        const address = `/${list}?${filter}&desk=${deskKeys[desk as keyof typeof deskKeys]}&size=100&columns=${columns}`
        expect({ desk, ...said }).toEqual({ desk, ...(await listOf(page, address, list)) })
      }
      if (list === 'leads') return
      const whole = await listOf(page, `/deals?${filter}&columns=${columns}`, list)
      const book = await bookOf(page, `/deals/export?format=xlsx&${filter}&columns=${columns}`)
      const last = book.worksheets[0]?.lastRow
      expect([numberIn(last?.getCell(3).value), numberIn(last?.getCell(4).value)]).toEqual(whole.sums)
    }).toPass({ timeout: 60_000 })
  })

type Said = { count: number; sums: number[] }

async function bookOf(page: Page, path: string) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await (await page.request.get(path)).body()) as unknown as ArrayBuffer)
  return book
}
const numberIn = (value: unknown) => Number((value as { result?: number } | null)?.result ?? value)

/** What the cover sheet says of each desk that has rows. */
async function coverOf(page: Page, path: string): Promise<(Said & { desk: string })[]> {
  const [cover, ...desks] = (await bookOf(page, path)).worksheets
  const rows = Array.from({ length: desks.length }, (_, at) =>
    cover?.getRow(cover.rowCount - desks.length + at),
  )
  const last = cover?.lastRow
  return rows.map(row => {
    const measures = (Number(last?.cellCount) - 2) / 3
    return {
      desk: String((row?.getCell(1).value as { result: string }).result),
      count: numberIn(row?.getCell(2).value),
      sums: Array.from({ length: measures }, (_, at) => numberIn(row?.getCell(3 + 3 * at).value)),
    }
  })
}

/** What a list says below its rows; leads say their number alone, and their amounts are added up. */
async function listOf(page: Page, address: string, list: 'deals' | 'leads'): Promise<Said> {
  await page.goto(address)
  const digits = (text: string) => Number(text.replace(/[^\d.]/g, ''))
  const foot = page.locator('tfoot td')
  const count = digits(/[\d,]+/.exec(await foot.first().innerText())?.[0] ?? '')
  if (list === 'deals') return { count, sums: (await foot.allInnerTexts()).slice(1).map(digits) }
  expect(count).toBeLessThanOrEqual(100)
  const amounts = await page.locator('tbody tr td:nth-child(3)').allInnerTexts()
  return { count, sums: [amounts.map(text => digits(text)).reduce((sum, one) => sum + one, 0)] }
}

test('a schedule is set up without script, switched off and deleted; on a phone', async ({ as }) => {
  const page = await as('officer1.domestic', { ...phone, javaScriptEnabled: false })
  await page.goto(`/exports/new?list=leads&search=${encodeURIComponent('?stage=contacted')}`)
  await page.getByLabel('名称').fill('已接洽线索')
  await page.getByLabel('周期').selectOption('monthly')
  await page.getByLabel('日期').selectOption('31')
  await page.getByRole('button', { name: '保存定期导出' }).click()
  await expect(page).toHaveURL(/\/exports(#|$)/)
  const row = page.getByRole('row', { name: /已接洽线索/ })
  await expect(row).toContainText('每月 31 日')
  await row.getByRole('button', { name: /停用/ }).click()
  await expect(row).toContainText('停用')
  await row.getByRole('button', { name: /删除/ }).click()
  await expect(row).toHaveCount(0)
})

test('a schedule is changed in place, takes the filter of the list, and its deletion is taken back', async ({
  as,
}) => {
  const page = await as('officer2.domestic')
  await page.goto('/exports/new?list=deals')
  const make = page.getByRole('form', { name: '定期生成' })
  await make.getByLabel('名称').fill('')
  await make.getByRole('button', { name: '保存定期导出' }).click()
  // refused, and the rhythm that was chosen stands
  await expect(make.getByRole('alert')).toBeVisible()
  await make.getByLabel('名称').fill('在办项目')
  await make.getByRole('button', { name: '保存定期导出' }).click()
  await expect(page.getByText(/定期导出已保存，下一次：/)).toBeVisible()
  const row = page.getByRole('row', { name: /在办项目|季度项目/ }).filter({ hasText: '下次' })
  await expect(row).toContainText('每周一')
  await row.getByRole('link', { name: '修改定期导出“在办项目”' }).click()
  const form = page.getByRole('form', { name: '修改定期导出“在办项目”' })
  await expectAccessible(page)
  await form.getByLabel('名称').fill('季度项目')
  await form.getByLabel('周期').selectOption('monthly')
  await form.getByLabel('日期').selectOption('15')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(row).toContainText('每月 15 日')
  await page.goto(`/exports/new?list=deals&search=${encodeURIComponent('?stage=approved')}`)
  await page.getByRole('button', { name: '更新“季度项目”' }).click()
  await expect(row).toContainText('审批通过')
  await expect(row).toContainText(/下次 /)
  await row.getByRole('button', { name: '删除 季度项目' }).click()
  await expect(row).toHaveCount(0)
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(row).toContainText('每月 15 日')
})
