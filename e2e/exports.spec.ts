import { readFile } from 'node:fs/promises'
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

test('the workbook by desk adds up to what the list says', async ({ as }) => {
  const page = await as('director')
  await page.goto('/deals')
  await page.locator('.page-head').getByRole('button', { name: '导出' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '分部门工作簿 (.xlsx)' }).click(),
  ])
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(await download.path())
  const [cover, ...desks] = book.worksheets
  expect(cover?.name).toBe('汇总')
  expect(desks.map(({ name }) => name)).toEqual(['内资部', '日韩部', '欧美部', '综合部'])
  const whole = cover?.getRow(cover.rowCount)
  const result = (column: number) => (whole?.getCell(column).value as { result: number }).result
  const says = await page.locator('.page-head .says').innerText()
  expect(says).toContain(String(result(2)))
  const rows = desks.map(
    sheet => sheet.rowCount - Number((sheet.views[0] as { ySplit?: number } | undefined)?.ySplit) - 1,
  )
  expect(rows.reduce((sum, count) => sum + count, 0)).toBe(result(2))
})

test('a schedule is set up without script, switched off and deleted; on a phone', async ({ as }) => {
  const page = await as('officer1.domestic', { ...phone, javaScriptEnabled: false })
  await page.goto(`/exports/new?list=leads&search=${encodeURIComponent('?stage=contacted')}`)
  await page.getByLabel('名称').fill('已接洽线索')
  await page.getByLabel('周期').selectOption('monthly')
  await page.getByLabel('日期').selectOption('31')
  await page.getByRole('button', { name: '保存定期导出' }).click()
  await expect(page).toHaveURL('/exports')
  const row = page.getByRole('row', { name: /已接洽线索/ })
  await expect(row).toContainText('每月 31 日')
  await row.getByRole('button', { name: /停用/ }).click()
  await expect(row).toContainText('停用')
  await row.getByRole('button', { name: /删除/ }).click()
  await expect(row).toHaveCount(0)
})
