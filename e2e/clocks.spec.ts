import type { Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { daysAgo, expect, expectAccessible, phone, test } from './office'

const mark = Date.now().toString(36)

/** A lead that somebody introduced and that was reached: its address. */
async function contacted(page: Page, name: string): Promise<string> {
  await page.goto('/leads/new')
  await page.getByRole('combobox', { name: '企业或名称' }).fill(name)
  await page.getByLabel('国家/地区').selectOption('DE')
  await page.getByLabel('需求').fill('涂装设备，要地 40 亩')
  await page.getByLabel(/^下一步(?!日期)/).fill('约视频会议')
  await page.getByText('更多（来源').click()
  await page.getByLabel('介绍人').fill('市贸促会')
  await page.getByLabel('要求用地').check()
  await page.getByRole('button', { name: '保存线索' }).click()
  await page.waitForURL(/\/leads\/L-\d{4}-\d+$/)
  await page.getByRole('button', { name: '移到已接洽' }).first().click()
  const dialog = page.getByRole('dialog', { name: '移到已接洽' })
  await dialog.getByLabel('接洽到的人').fill('Frau Brandt')
  await dialog.getByRole('button', { name: '移到已接洽' }).click()
  await expect(page.getByRole('button', { name: '提请研判' })).toBeVisible()
  return new URL(page.url()).pathname
}

async function appraise(page: Page, button: string, verdict: string, scores: readonly string[]) {
  await page.getByRole('button', { name: button, exact: true }).first().click()
  const dialog = page.getByRole('dialog', { name: button })
  await dialog.getByRole('radio', { name: verdict, exact: true }).check({ force: true })
  await dialog.getByLabel('理由').fill('产业契合，能耗在指标内')
  const names = ['产业契合', '投资规模', '市场与技术', '用地与能耗', '环境影响', '财税贡献']
  for (const [at, score] of scores.entries()) await dialog.getByLabel(names[at] ?? '').selectOption(score)
  await dialog.getByRole('button', { name: button, exact: true }).click()
}

test('an officer asks for the verdict, it comes back, is asked for again and given; the introducer is told', async ({
  as,
}) => {
  const officer = await as('officer1.europe-us')
  const name = `Brandt Lackiertechnik ${mark}`
  const path = await contacted(officer, name)
  // land is asked for: all six, each error at its field
  await appraise(officer, '提请研判', '推进', ['4', '3'])
  await expect(officer.getByRole('dialog').getByLabel('财税贡献')).toHaveAccessibleDescription(/请/)
  const rest = officer.getByRole('dialog')
  for (const label of ['市场与技术', '用地与能耗', '环境影响', '财税贡献'])
    await rest.getByLabel(label).selectOption('4')
  await rest.getByRole('button', { name: '提请研判' }).click()
  await expect(officer.getByRole('heading', { name: '待研判' })).toBeVisible()
  await expect(officer.getByRole('button', { name: '研判', exact: true })).toHaveCount(0)

  const head = await as('head.europe-us')
  await head.goto('/')
  await head.locator('#judge li').filter({ hasText: name }).getByRole('link', { name: '研判' }).click()
  await head.waitForURL(new RegExp(path))
  await head.getByRole('button', { name: '退回' }).click()
  await head.getByRole('dialog', { name: '退回' }).getByLabel('情况说明').fill('先核实资金')
  await head.getByRole('dialog', { name: '退回' }).getByRole('button', { name: '退回' }).click()
  await expect(head.getByRole('heading', { name: '已退回' })).toBeVisible()

  await officer.reload()
  await expect(
    officer
      .getByText(/退回：先核实资金/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible()
  await appraise(officer, '提请研判', '推进', ['4', '3', '4', '4', '4', '4'])
  await expect(officer.getByRole('heading', { name: '待研判' })).toBeVisible()
  await head.reload()
  await appraise(head, '研判', '跟踪观察', ['5', '3', '4', '4', '4', '4'])
  await expect(head.getByText('六项评分加权合计 81 分（满分 100）')).toBeVisible()
  await expectAccessible(head)

  await officer.reload()
  await expect(officer.getByText('市贸促会介绍').first()).toBeVisible()
  await officer.getByRole('button', { name: '已回复介绍人' }).click()
  const tell = officer.getByRole('dialog', { name: '已回复介绍人' })
  await tell.getByLabel('说了什么').fill('已接洽，列为跟踪观察')
  await tell.getByRole('button', { name: '已回复介绍人' }).click()
  await expect(officer.getByText(/电话：已接洽，列为跟踪观察/)).toBeVisible()
  await expect(officer.getByRole('button', { name: '已回复介绍人' })).toHaveCount(0)
})

test('a head opens the number of missed clocks: the rows are as many, and so is the file', async ({ as }) => {
  const page = await as('head.domestic')
  // until yesterday: other journeys keep clocks meanwhile
  const period = `from=${daysAgo(120)}&to=${daysAgo(1)}`
  await page.goto(`/clocks?${period}`)
  await expectAccessible(page)
  const missed = page
    .getByRole('table', { name: '各部' })
    .getByRole('row')
    .nth(1)
    .locator('a[href*="result=missed"]')
    .last()
  const count = Number(await missed.innerText())
  expect(count).toBeGreaterThan(0)
  await missed.click()
  await page.waitForURL(/result=missed/)
  await expect(page.getByText(new RegExp(`· ${count} 项`))).toBeVisible()
  const address = new URL(page.url())
  const file = await page.request.get(`/clocks/export?format=csv&${address.searchParams}`)
  expect(parse(await file.text(), { bom: true })).toHaveLength(count + 1)
  await page.locator('summary', { hasText: '各负责人' }).click()
  await expect(page.getByRole('table', { name: '各负责人' })).toBeVisible()

  const small = await as('officer1.domestic', phone)
  await small.goto(`/clocks?${period}`)
  await expect(small.getByText('各负责人')).toHaveCount(0)
  await expectAccessible(small)
  const other = await as('officer1.japan-korea')
  await other.goto(`/clocks?${period}&desk=domestic`)
  await expect(other.getByText('这里记录每个期限是否按期办理')).toBeVisible()
})

test('overdue clocks stand on the day of the head, and lead to the lists that count them', async ({ as }) => {
  const page = await as('director')
  await page.goto('/deals?clock=overdue&columns=number,name,clock')
  await expect(page.locator('tbody tr').first()).toContainText('逾期')
  await page.goto('/leads?clock=tell&columns=number,name,introduced_by,tell')
  await expect(page.getByRole('columnheader', { name: '回复介绍人' })).toBeVisible()
  await page.goto('/')
  await expect(page.locator('#late li').first()).toContainText('逾期')
})

test('the administrator enters the holiday notice for a year; what cannot be read is said at its field', async ({
  as,
}) => {
  const page = await as('admin')
  await page.goto('/admin/work-days')
  const year = await page.getByLabel('年份').inputValue()
  await expect(page.getByText(`${year} 年尚无放假通知`)).toBeVisible()
  await page.getByLabel('放假日期').fill('春节放假七天')
  await page.getByRole('button', { name: '保存通知' }).click()
  await expect(page.getByLabel('放假日期')).toHaveAccessibleDescription(/看不懂/)
  await page.getByLabel('放假日期').fill('2月5日至2月11日（春节）')
  await page.getByLabel('调休上班日期').fill('2月14日、2月20日')
  await page.getByRole('button', { name: '保存通知' }).click()
  await expect(page.getByText(`${Number(year) + 1} 年尚无放假通知`)).toBeVisible()
  await expect(page.getByText(`${year}-02-05 ~ ${year}-02-11`)).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: `修改 ${year} 年` }).click()
  await expect(page.getByLabel('年份')).toHaveValue(year)
  await page.getByLabel('放假日期').fill('')
  await page.getByLabel('调休上班日期').fill('')
  await page.getByRole('button', { name: '保存通知' }).click()
  await expect(page.getByText(`${year} 年尚无放假通知`)).toBeVisible()
})
