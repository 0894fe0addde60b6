import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './office'

const mark = Date.now().toString(36)

async function typeLead(page: Page, name: string, phone: string) {
  await page.goto('/leads/new')
  await page.getByRole('combobox', { name: '企业或名称' }).fill(name)
  await page.getByLabel('联系人', { exact: true }).fill('中根 修')
  await page.getByLabel('电话或微信').fill(phone)
  await page.getByLabel('国家/地区').selectOption('JP')
  await page.getByLabel('需求').fill('租标准厂房')
  await page.getByLabel(/^下一步(?!日期)/).fill('回电')
}
const save = (page: Page) => page.getByRole('button', { name: '保存线索' }).click()

test('while one types, what another desk has on file is told in part; its officer is asked with one click, and answers', async ({
  as,
}) => {
  const name = `株式会社潮見${mark}`
  const phone = `+81 3 ${String(Date.now()).slice(-8)}`
  const owner = await as('officer1.japan-korea')
  await typeLead(owner, name, phone)
  await save(owner)
  await owner.waitForURL(/\/leads\/L-\d{4}-\d+$/)

  const other = await as('officer1.general')
  await typeLead(other, `潮見${mark}`, phone)
  const panel = other.getByRole('group', { name: '已有相同的记录' })
  await expect(panel).toContainText('日韩部')
  await expect(panel).toContainText(name)
  await expect(panel.getByRole('link', { name })).toHaveCount(0)
  await expectAccessible(other)
  await panel.getByRole('button', { name: '询问负责人' }).first().click()
  await expect(other.getByRole('alert').filter({ hasText: '尚未保存：已通知' })).toBeVisible()
  await expect(other.getByRole('combobox', { name: '企业或名称' })).toHaveValue(`潮見${mark}`)

  await owner.goto('/cases?show=duplicates')
  const asked = owner.locator('[id^=duplicate-]').filter({ hasText: name })
  await asked.getByRole('radio', { name: '不是同一投资方' }).check({ force: true })
  await asked.getByLabel('理由').fill('同名，另一家')
  await asked.getByRole('button', { name: '裁定' }).click()
  await expect(asked).toHaveCount(0)
  await owner.getByRole('link', { name: '已裁定' }).click()
  await expect(owner.locator('[id^=duplicate-]').filter({ hasText: name }).first()).toContainText(
    '同名，另一家',
  )
  await expectAccessible(owner)
})

test('without JavaScript a match keeps what was typed; the same contact is used, or the reason why not is kept', async ({
  as,
}) => {
  const name = `无脚本重名${mark}`
  const page = await as('officer1.general', { javaScriptEnabled: false })
  await typeLead(page, name, `131${String(Date.now()).slice(-8)}`)
  await page.getByLabel('下一步日期').fill('2030-01-02')
  await save(page)
  await page.waitForURL(/\/leads\/L-\d{4}-\d+$/)

  await typeLead(page, name, `131${String(Date.now()).slice(-8)}`)
  await page.getByLabel('下一步日期').fill('2030-01-02')
  await save(page)
  const panel = page.getByRole('group', { name: '已有相同的记录' })
  await expect(panel.getByRole('link', { name }).first()).toBeVisible()
  await expect(page.getByLabel('需求')).toHaveValue('租标准厂房')
  await page.getByLabel('为何不是同一条').fill('同名的另一家')
  await save(page)
  await page.waitForURL(/\/leads\/L-\d{4}-\d+$/)
})

test('a contested first contact is shown with both sides to the director, who rules and shares the credit', async ({
  as,
}) => {
  const page = await as('director')
  await page.goto('/cases')
  const contest = page.locator('[id^=case-]').first()
  await expect(contest).toContainText('我部与该企业的接触更早')
  await expect(contest).toContainText('近期由我部接待并持续跟进')
  await expectAccessible(page)
  await contest.getByText('裁定', { exact: true }).first().click()
  await contest.getByLabel(/的业绩份额/).fill('40')
  await contest.getByLabel('裁定理由').fill('以记录为准，合作推进')
  await contest.getByRole('button', { name: '裁定' }).click()
  await expect(page.getByText('没有首谈权争议')).toBeVisible()
  await page.getByRole('link', { name: '已裁定' }).click()
  await expect(page.locator('[id^=case-]').first()).toContainText('40%')
  await page
    .locator('[id^=case-]')
    .first()
    .getByRole('link', { name: /^[LD]-/ })
    .first()
    .click()
  await expect(page.locator('#first-contact')).toContainText('60%')
})
