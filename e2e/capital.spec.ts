import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { daysAgo, expect, expectAccessible, phone, test } from './office'

const mark = Date.now().toString(36)

async function fill(page: Page | Locator, values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) {
    const control = page.locator(`[name="${name}"]:visible`)
    if ((await control.evaluate(element => element.tagName)) === 'SELECT') await control.selectOption(value)
    else await control.fill(value)
  }
}

/** A deal of this run with a total of 116 million yuan; its address. */
async function enter(page: Page, name: string) {
  await page.goto('/deals/new')
  await page.locator('#f-companyId').getByRole('combobox').fill(`${name}公司`)
  await page.keyboard.press('Escape')
  await page.locator('#f-industryId select').selectOption({ index: 1 })
  await fill(page, { name, country: 'TW', source: 'visit', total: '1.16亿' })
  await page.getByRole('button', { name: '建立项目' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  return new URL(page.url()).pathname
}

/** Answers the question that a link opens. */
async function answer(page: Page, link: string, values: Record<string, string>) {
  await page.getByRole('link', { name: link, exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  await fill(dialog, values)
  await dialog.getByRole('button', { name: link }).click()
  return dialog
}

test('a structure closes with the rest, says its difference, and shows both when two change it', async ({
  as,
}) => {
  const officer = await as('officer1.domestic')
  const path = await enter(officer, `结构${mark}项目`)
  await officer.goto(`${path}/capital`)
  await expect(officer.getByText('还没有资金结构')).toBeVisible()
  await officer.getByRole('link', { name: '编辑资金结构' }).click()
  await fill(officer, { 'amount-0': '725.51万美元', 'origin-0': 'hk_mo_tw', 'party-0': '台湾合资方' })
  await expect(officer.getByText('7,255,100.00 USD')).toBeVisible()
  await fill(officer, { 'amount-1': '6000万', 'origin-1': 'this_city' })
  await expectAccessible(officer)
  await officer.getByRole('button', { name: '保存' }).click()
  await expect(officer.locator('#gap')).toContainText('-485.15万元')
  await expect(officer.locator('#gap')).toContainText('审批通过前须改正')
  const head = await as('head.domestic')
  await head.goto(`${path}/capital/edit`)
  await officer.getByRole('link', { name: '编辑资金结构' }).click()
  await fill(officer, { 'amount-1': '' })
  await officer.locator('[name="rest-1"]').check()
  await officer.getByRole('button', { name: '保存' }).click()
  await expect(officer.locator('#gap')).toContainText('与总投资相符')
  await expect(officer.getByRole('row', { name: /台湾合资方/ })).toContainText('5,114.8455')
  await fill(head, { 'amount-1': '6448.879万' })
  await head.getByRole('button', { name: '保存' }).click()
  await expect(head.getByRole('button', { name: '保存' })).toBeVisible()
  await expect(head.getByText('林晓').first()).toBeVisible()
})

test('what is expected in words, what came and its voucher, confirmed by another, never beyond what was committed', async ({
  as,
}) => {
  const officer = await as('officer1.domestic')
  const path = await enter(officer, `到位${mark}项目`)
  await officer.goto(`${path}/capital/edit`)
  await fill(officer, { 'amount-0': '150万美元' })
  await fill(officer, { 'origin-1': 'this_city' })
  await officer.locator('[name="rest-1"]').check()
  await officer.getByRole('button', { name: '保存' }).click()
  await answer(officer, '新增到位计划', { amount: '150万', when: '两年内' })
  await expect(officer.locator('#plans')).toContainText('150万美元')
  const beyond = await answer(officer, '登记到位', {
    amount: '151万',
    voucher: '回单 1',
    arrivedOn: daysAgo(3),
  })
  await expect(beyond.getByRole('alert')).toContainText('约定 1,500,000.00 USD')
  await fill(beyond, { amount: '100万' })
  await beyond.getByRole('button', { name: '登记到位' }).click()
  await expect(officer.locator('#arrivals')).toContainText('待确认')
  await expect(officer.getByRole('button', { name: '确认到位' })).toHaveCount(0)
  const head = await as('head.domestic')
  await head.goto('/day')
  const waits = head.locator('#confirm li').filter({ hasText: `到位${mark}项目` })
  await expect(waits).toContainText('到位 100万美元')
  await waits.getByRole('link', { name: '查看' }).click()
  await expect(head).toHaveURL(/\/capital#arrival-\d+$/)
  await expectAccessible(head)
  await head.getByRole('button', { name: '确认到位' }).click()
  await expect(head.locator('#arrivals')).toContainText('已确认')
  await expect(head.locator('#plans')).toContainText('未到 50万美元')
  await officer.reload()
  await answer(officer, '更正', { amount: '90万', correctionReason: '回单金额看错' })
  await expect(officer.locator('#arrivals')).toContainText('90万美元')
  await head.reload()
  await head.getByRole('link', { name: '退回', exact: true }).click()
  await fill(head.getByRole('dialog'), { reason: '缺回单' })
  await head.getByRole('dialog').getByRole('button', { name: '退回' }).click()
  await expect(head.locator('#arrivals')).toContainText('退回：缺回单')
  await expect(head.locator('#plans')).toContainText('未到 50万美元')
})

test('every number of the page of capital opens as many rows, and the file has them all', async ({ as }) => {
  const page = await as('director')
  await page.goto('/capital')
  await expectAccessible(page)
  for (const set of ['约定资金', '合同外资', '到位资金', '实际使用外资', '预计到位资金', '逾期未到位资金']) {
    await page.goto('/capital')
    const figure = page.locator('dl > div').filter({ has: page.getByText(set, { exact: true }) })
    const count = Number((await figure.locator('dd > span').last().innerText()).replace(/\D/g, ''))
    await figure.getByRole('link').click()
    const tab = page
      .getByRole('navigation', { name: '所列' })
      .getByRole('link', { name: new RegExp(`^${set}\\s*\\d`) })
    await expect(tab).toHaveAttribute('aria-current', 'page')
    await expect(tab).toContainText(String(count))
  }
  await page.goto('/capital?set=received')
  const rows = Number(
    (await page.getByRole('link', { name: /^到位资金\s*\d+/ }).innerText()).replace(/\D/g, ''),
  )
  await page.getByRole('button', { name: '导出' }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '导出 CSV' }).click(),
  ])
  const lines = parse(readFileSync(await file.path(), 'utf8'), { bom: true }) as string[][]
  expect(lines.length - 1).toBe(rows)
  await page.goto('/capital?asOf=2020-01-01')
  await expect(page.getByText('这是 2020年1月1日 当日的状况')).toBeVisible()
  await page.getByRole('link', { name: '回到今天' }).click()
  await expect(page.getByText('这是 2020年1月1日 当日的状况')).toBeHidden()
  await expect(page).not.toHaveURL(/asOf/)
  await page.goto('/capital?basis=foreign&side=domestic')
  await expect(page.getByText(/口径第 1 版/)).toBeVisible()
  const small = await as('officer1.domestic', phone)
  await small.goto('/capital')
  await expectAccessible(small)
  expect(await small.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
})
