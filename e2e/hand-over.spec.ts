import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './office'

const mark = Date.now().toString(36)

/** A new lead of one's own desk. */
async function capture(page: Page, name: string, country: string): Promise<string> {
  await page.goto('/leads/new')
  await page.getByRole('combobox', { name: '企业或名称' }).fill(name)
  await page.getByLabel('联系人', { exact: true }).fill(`联系人${mark}`)
  await page.getByLabel('国家/地区').selectOption(country)
  await page.getByLabel('需求').fill('租标准厂房约 3000 平方米')
  await page.getByLabel(/^下一步(?!日期)/).fill('发送厂房清单')
  await page.getByRole('button', { name: '保存线索' }).click()
  await page.waitForURL(/\/leads\/L-\d{4}-\d+$/)
  return new URL(page.url()).pathname
}

test('a lead is offered to another desk; its head declines, then accepts; the origin stays a member', async ({
  as,
}) => {
  const officer = await as('officer2.europe-us')
  const name = `流转测试${mark}`
  const lead = await capture(officer, name, 'DE')
  const propose = async (reason: string) => {
    await officer.goto(lead)
    await officer.getByRole('button', { name: '提请流转' }).click()
    const form = officer.getByRole('form', { name: '提请流转' })
    await form.getByLabel('流转到').selectOption({ label: '综合部' })
    await form.getByLabel('原因').fill(reason)
    await form.getByLabel('对方部的成果份额').fill('40')
    await form.getByRole('button', { name: '提请流转' }).click()
    await expect(officer.locator('#hand-over')).toContainText('欧美部提请流转到综合部')
  }
  await propose('客商改谈港口仓储')
  await expectAccessible(officer)

  const head = await as('head.general')
  await head.goto('/')
  await expect(head.locator('#hand-overs')).toContainText(name)
  await head.goto(lead)
  const offer = head.locator('#hand-over')
  await expect(offer).toContainText('成果份额：综合部 40%，欧美部 60%')
  await offer.locator('summary', { hasText: '不接收' }).click()
  const declining = offer.getByRole('form', { name: '不接收' })
  await declining.getByLabel('为什么不接收').fill('先由欧美部谈清用地')
  await declining.getByRole('button', { name: '不接收' }).click()
  await expect(head.getByRole('heading', { name: '没有这个页面' })).toBeVisible()
  await officer.goto(lead)
  await expect(officer.locator('#hand-over')).toContainText('先由欧美部谈清用地')

  await propose('用地已谈清')
  await head.goto(lead)
  await offer
    .locator('summary')
    .filter({ hasText: /^接收$/ })
    .click()
  await expectAccessible(head)
  const accepting = offer.getByRole('form', { name: '接收', exact: true })
  await accepting.getByLabel('负责人').selectOption({ label: '冯一诺' })
  await accepting.getByRole('button', { name: '接收' }).click()
  await expect(head.locator('#fact-officer')).toContainText('冯一诺')
  await expect(head.locator('#fact-members')).toContainText('唐可')
  await expect(head.getByText('接收流转').first()).toBeVisible()
  await head.goto('/hand-overs?view=decided')
  await expect(head.getByRole('row').filter({ hasText: name }).first()).toContainText('已接收')
  await expectAccessible(head)
})

test('a colleague stands in: he works on the cases of the absent, the history says for whom, until it is ended', async ({
  as,
}) => {
  const absent = await as('officer3.domestic')
  const lead = await capture(absent, `代理测试${mark}`, 'CN')
  const colleague = await as('officer2.domestic')
  const edit = colleague.getByRole('link', { name: '编辑', exact: true })
  await colleague.goto(lead)
  await expect(edit).toHaveCount(0)

  await absent.goto('/settings')
  const own = absent.locator('#absence')
  await own.getByLabel('由谁代理').selectOption({ label: '周启航' })
  await own.getByLabel('事由').fill('休假')
  await own.getByRole('button', { name: '安排代理' }).click()
  await expect(own.getByRole('row').filter({ hasText: '周启航' })).toContainText('进行中')
  await expectAccessible(absent)

  await colleague.goto('/')
  await expect(colleague.getByText('您代理郑雅的工作')).toBeVisible()
  await colleague.goto(lead)
  await edit.click()
  await colleague.getByLabel('需求').fill('自建厂房，约 20 亩')
  await colleague.getByRole('button', { name: '保存', exact: true }).first().click()
  await colleague.waitForURL(url => url.pathname === lead)
  await expect(colleague.getByText('（代郑雅）').first()).toBeVisible()

  await edit.click()
  await colleague.getByLabel('需求').fill('来不及了')
  await absent.getByRole('button', { name: '现在结束' }).click()
  await expect(own.getByRole('row').filter({ hasText: '周启航' })).toHaveCount(0)
  await colleague.getByRole('button', { name: '保存', exact: true }).first().click()
  await expect(colleague.getByText('您没有这项操作的权限').first()).toBeVisible()
})

test('an account with open cases is not disabled; its head hands them over from the checklist', async ({
  as,
}) => {
  const admin = await as('admin')
  await admin.goto('/admin/users/officer3.europe-us')
  await admin.getByRole('button', { name: '停用' }).click()
  await expect(admin.getByText('先移交再停用')).toBeVisible()
  await admin.getByRole('link', { name: '清点与移交' }).first().click()
  await admin.waitForURL(/\/leavers\/\d+$/)
  await expect(admin.getByRole('heading', { level: 1, name: '梁思远' })).toBeVisible()
  await expect(admin.getByRole('button', { name: '移交' })).toHaveCount(0)

  const head = await as('head.europe-us')
  await head.goto('/leavers')
  await expectAccessible(head)
  await head.getByRole('link', { name: '清点梁思远手里的记录' }).click()
  await head.waitForURL(/\/leavers\/\d+$/)
  await expectAccessible(head)
  for (const group of ['负责的线索', '负责的项目']) {
    const form = head.getByRole('form', { name: `${group} 欧美部` })
    const section = head.locator('section').filter({ has: head.getByRole('heading', { name: group }) })
    if ((await section.count()) === 0) continue
    if ((await section.locator('details[open]').count()) === 0) await section.locator('summary').click()
    await form.getByLabel('其余交给').selectOption({ label: '罗欣' })
    await form.getByRole('button', { name: '移交' }).click()
    await expect(section).toHaveCount(0)
  }
  await expect(head.getByText('负责 0 项')).toBeVisible()
})
