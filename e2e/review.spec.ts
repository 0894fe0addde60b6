import { readFileSync } from 'node:fs'
import { daysAgo, expect, expectAccessible, test } from './office'

test('a head works from the page, goes through the agenda by keyboard, and closes it into minutes and tasks', async ({
  as,
}) => {
  const page = await as('head.japan-korea')
  await page.goto('/review')
  await expect(page.getByRole('heading', { level: 1, name: '调度' })).toBeVisible()
  await expectAccessible(page)
  // a number opens its rows
  const stuck = page.getByRole('row', { name: /^停滞/ }).getByRole('link')
  const count = await stuck.innerText()
  await stuck.click()
  await expect(page.locator('h1')).toBeVisible()
  await expect(page.locator('main')).toContainText(`${count} 项`)

  await page.goto('/review')
  await page.getByRole('link', { name: /^打开 R-/ }).click()
  await page.waitForURL(/\/review\/R-\d{4}-\d+$/)
  const number = new URL(page.url()).pathname.split('/')[2] ?? ''
  const agenda = page.getByRole('region', { name: /^议程/ }).or(page.locator('#agenda'))
  const rows = agenda.first().locator('tbody tr')
  const before = await rows.count()
  await page.locator('#proposed').getByRole('button', { name: /^列入/ }).first().click()
  await expect(rows).toHaveCount(before + 1)
  await rows.last().getByRole('button', { name: /^上移/ }).click()
  await expect(rows).toHaveCount(before + 1)
  await rows
    .last()
    .getByRole('button', { name: /^移出议程/ })
    .click()
  await expect(rows).toHaveCount(before)
  await expectAccessible(page)

  await page.getByRole('link', { name: '开会模式' }).click()
  await page.waitForURL(/\/meeting$/)
  await expectAccessible(page)
  const decision = page.getByRole('textbox', { name: '议定事项' })
  await page.getByText(`第 1 项，共 ${before} 项`).waitFor()
  await expect(async () => {
    await page.keyboard.press('a')
    await expect(decision).toBeFocused({ timeout: 1000 })
  }).toPass()
  await page.keyboard.type('请负责人本周约对方总部面谈')
  await page.getByLabel('完成时限').fill(daysAgo(-7))
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(`第 2 项，共 ${before} 项`)).toBeVisible()
  await expect(page.getByText('已议 1 项').first()).toBeVisible()
  // skipped, and come back to: what was said is there
  await page.getByRole('button', { name: /^保存，下一项/ }).click()
  await expect(page.getByText(`第 3 项，共 ${before} 项`)).toBeVisible()
  await page.getByRole('button', { name: /^上一项/ }).click()
  await page.getByText(`第 2 项，共 ${before} 项`).waitFor()
  await page.getByRole('button', { name: /^上一项/ }).click()
  await expect(decision).toHaveValue('请负责人本周约对方总部面谈')

  await page.getByRole('link', { name: '退出开会模式' }).click()
  await page.waitForURL(url => url.pathname === `/review/${number}`)
  await page.getByRole('button', { name: '结束并生成待办' }).click()
  await expect(page.getByText('已结束', { exact: true }).first()).toBeVisible()
  await expect(rows.first().getByRole('link', { name: '待办' })).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载纪要' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^调度 R-\d{4}-\d+ .*\.docx$/)
  expect(
    readFileSync(await file.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
  await rows.first().getByRole('link', { name: '待办' }).click()
  await expect(page.getByText('请负责人本周约对方总部面谈').first()).toBeVisible()

  const viewer = await as('viewer')
  await viewer.goto(`/review/${number}`)
  await expect(viewer.getByText('请负责人本周约对方总部面谈').first()).toBeVisible()
  await expect(viewer.getByRole('button', { name: '结束并生成待办' })).toHaveCount(0)
})

test('without JavaScript a line is minuted by a plain form, and two who minute it at once see both', async ({
  as,
}) => {
  const plain = await as('director', { javaScriptEnabled: false })
  await plain.goto('/review')
  await plain.getByRole('link', { name: /^打开 R-/ }).click()
  await plain.getByRole('link', { name: '开会模式' }).click()
  const other = await as('director')
  await other.goto(`${plain.url()}?item=1`)
  await plain.goto(`${plain.url()}?item=1`)
  await plain.getByRole('textbox', { name: '议定事项' }).fill('先办环评')
  await plain.getByRole('button', { name: /^保存，下一项/ }).click()
  await expect(plain.getByText(/^第 2 项/)).toBeVisible()
  await other.getByRole('textbox', { name: '议定事项' }).fill('先办用地预审')
  await other.getByRole('button', { name: /^保存，下一项/ }).click()
  await expect(other.getByText('先办环评').first()).toBeVisible()
  await expect(other.getByText('先办用地预审').first()).toBeVisible()
})
