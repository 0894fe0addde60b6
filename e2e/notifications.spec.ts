import { expect, expectAccessible, phone, test } from './office'

const mark = Date.now().toString(36)

/** A lead of the general desk that its head can give away. */
async function newLead(page: import('@playwright/test').Page, name: string): Promise<string> {
  await page.goto('/leads/new')
  await page.getByRole('combobox', { name: '企业或名称' }).fill(name)
  await page.getByLabel('国家/地区').selectOption('TW')
  await page.getByLabel('需求').fill('看标准厂房')
  await page.getByLabel(/^下一步(?!日期)/).fill('发送资料')
  await page.getByRole('button', { name: '保存线索' }).click()
  await page.waitForURL(/\/leads\/L-\d{4}-\d{4,}/)
  return new URL(page.url()).pathname
}

test('what is assigned rings the officer’s bell at once, leads to the record, and is read by that', async ({
  as,
}) => {
  const name = `响铃${mark}公司`
  const [head, officer] = [await as('head.general'), await as('officer2.general')]
  await officer.goto('/notifications')
  const bell = officer.getByRole('link', { name: /^通知：/ })
  await expect(bell).toBeVisible()
  const before = (await bell.getAttribute('aria-label')) ?? ''
  const listening = officer.waitForRequest(request => request.url().includes('/api/notifications/stream'))
  await listening

  const path = await newLead(head, name)
  await head.getByRole('button', { name: '指派' }).first().click()
  const dialog = head.getByRole('dialog')
  await dialog.getByRole('combobox').first().selectOption({ label: '冯一诺' })
  await dialog.getByRole('button', { name: /指派/ }).last().click()
  await expect(dialog).toBeHidden()

  await expect(bell).not.toHaveAttribute('aria-label', before)
  const line = officer.getByRole('listitem').filter({ hasText: name })
  await expect(line).toContainText('指派给您')
  await expectAccessible(officer)
  await line.getByRole('link').click()
  await officer.waitForURL(`**${path}`)
  await officer.goto('/notifications')
  await expect(line).toHaveCount(0)
  await officer.goto('/notifications?view=all')
  await expect(line).toBeVisible()
  // neither the stream nor the way to a record is there for another site
  for (const path of ['/api/notifications/stream', '/notifications/1']) {
    const headers = { 'sec-fetch-site': 'cross-site' }
    expect((await officer.request.get(path, { headers, maxRedirects: 0 })).status()).toBe(403)
  }
})

test('put off, marked and read all at once; without JavaScript too, and on a phone', async ({ as }) => {
  const page = await as('director', { ...phone, javaScriptEnabled: false })
  await page.goto('/notifications')
  const lines = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: '标为已读' }) })
  const waiting = await lines.count()
  expect(waiting).toBeGreaterThan(1)
  await lines.first().getByRole('button', { name: '稍后提醒' }).click()
  await page.getByRole('button', { name: '明天上午' }).locator('visible=true').click()
  await expect(lines).toHaveCount(waiting - 1)
  await page.getByRole('link', { name: '稍后提醒', exact: true }).click()
  await page.getByRole('button', { name: '现在提醒' }).click()
  await page.goto('/notifications')
  await expect(lines).toHaveCount(waiting)
  await lines.first().getByRole('button', { name: '标为已读' }).click()
  await expect(lines).toHaveCount(waiting - 1)
  await page.getByRole('button', { name: '全部标为已读' }).click()
  await expect(page.getByText('没有未读通知').first()).toBeVisible()
  await expect(page.getByRole('link', { name: '通知：没有未读' })).toBeVisible()
})

test('each chooses of what, and where; a wrong address is told at its field', async ({ as }) => {
  const page = await as('officer1.general')
  await page.goto('/settings#notifications')
  await page.getByRole('checkbox', { name: '在系统内：时限将到' }).uncheck()
  await page.getByRole('combobox', { name: '邮件：指派与协办' }).selectOption('立即')
  await page.getByLabel('电子邮箱').fill('林@@example')
  await page.getByRole('button', { name: '保存通知设置' }).click()
  await expect(page.locator('[data-field=email] .field-error').last()).toBeVisible()
  await page.getByLabel('电子邮箱').fill('shenli@example.cn')
  await page.getByRole('button', { name: '保存通知设置' }).click()
  await expect(page.getByText('已保存').first()).toBeVisible()
  await page.reload()
  await expect(page.getByRole('checkbox', { name: '在系统内：时限将到' })).not.toBeChecked()
  await expect(page.getByRole('combobox', { name: '邮件：指派与协办' })).toHaveValue('at_once')
  await expect(page.getByLabel('电子邮箱')).toHaveValue('shenli@example.cn')
  await expectAccessible(page)
})
