import { enter, entry, fill, moveToEntry } from './deal'
import { expect, expectAccessible, test } from './office'

/** Names of this run alone: tests run side by side on one office. */
const mark = Date.now().toString(36)

test('with entry a deal gets its steps; they are done, out of order with a reason, and waived by the head', async ({
  as,
}) => {
  test.setTimeout(120_000)
  const officer = await as('officer1.domestic')
  const path = await enter(officer, `手续${mark}项目`, entry)
  await moveToEntry(officer)
  await expect(officer.locator('#procedures')).toContainText('已办结或豁免 0 项')
  await expect(officer.locator('#lacks')).toContainText('必办手续办结或豁免')
  await officer.locator('#lacks').getByRole('link', { name: '必办手续办结或豁免' }).click()
  await officer.waitForURL(/\/procedures/)
  await expectAccessible(officer)
  const step = (name: string) => officer.getByRole('listitem').filter({ hasText: name }).first()
  await expect(step('投资项目备案')).toContainText('等待：企业名称预先核准')

  await officer.getByRole('link', { name: '办结“企业名称预先核准”' }).click()
  await expectAccessible(officer)
  await fill(officer.getByRole('form'), { documentNumber: '名核 7 号' })
  await officer.getByRole('form').getByRole('button', { name: '办结', exact: true }).click()
  await expect(step('企业名称预先核准')).toContainText('名核 7 号')

  await officer.getByRole('link', { name: '办结“环境影响评价审批”' }).click()
  const form = officer.getByRole('form')
  await form.getByRole('button', { name: '办结', exact: true }).click()
  await expect(form.getByText(/前置事项还没办结：投资项目备案/).first()).toBeVisible()
  await fill(form, { reason: '生态环境分局先行批复' })
  await form.getByRole('button', { name: '办结', exact: true }).click()
  await expect(officer.getByRole('link', { name: '重新办理“环境影响评价审批”' })).toBeVisible()
  await expect(officer.getByRole('link', { name: /^豁免/ })).toHaveCount(0)

  const head = await as('head.domestic')
  await head.goto(`${path}/procedures`)
  await head.getByRole('link', { name: '豁免“建设项目用地预审”' }).click()
  await head.getByRole('form').getByRole('button', { name: '豁免', exact: true }).click()
  await expect(head.getByRole('form').getByRole('alert')).toBeVisible()
  await fill(head.getByRole('form'), { reason: '租用标准厂房' })
  await head.getByRole('form').getByRole('button', { name: '豁免', exact: true }).click()
  await expect(head.getByText(/豁免：租用标准厂房/)).toBeVisible()
  await head.goto(path)
  await expect(head.getByText('豁免手续：建设项目用地预审')).toBeVisible()

  await head.goto(`${path}/procedures`)
  await head.getByRole('link', { name: '修改“投资项目备案”' }).click()
  await fill(head.getByRole('form'), { agency: '行政审批局' })
  await head.getByRole('form').getByRole('button', { name: '保存' }).click()
  await expect(head.getByRole('form')).toHaveCount(0)
  await head.goto(path)
  const changed = head.locator('li').filter({ hasText: '修改手续：投资项目备案' }).last()
  await expect(changed).toContainText(/办理部门.*经济发展局.*行政审批局/)
})

test('what blocks a deal stands on it, on its card and on the board of issues, until it is settled', async ({
  as,
}) => {
  test.setTimeout(120_000)
  const name = `受阻${mark}项目`
  const title = `用地指标未落实${mark}`
  const page = await as('officer1.domestic')
  const path = await enter(page, name, entry)
  await page.locator('#issues').getByRole('link', { name: '登记问题' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: '登记', exact: true }).click()
  // the browser's own notice of the page is an alert too
  await expect(page.getByRole('form').getByRole('alert')).toBeVisible()
  await fill(page, { title, kind: 'land', dueOn: '2026-01-05', openedOn: '2026-01-02' })
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.waitForURL(`**${path}*`)
  await expect(page.locator('#issues')).toContainText(title)
  await page.goto(`/deals/board?q=${encodeURIComponent(name)}`)
  await expect(page.getByRole('article').filter({ hasText: name })).toContainText('1 个问题')
  await page.goto('/issues?kind=land&due=overdue')
  await expectAccessible(page)
  await page.getByRole('link', { name: title }).click()
  await expect(page.getByRole('form', { name: '解决' })).toBeVisible()
  await expectAccessible(page)
  await fill(page.getByRole('form', { name: '解决' }), { settledBy: '市里追加指标' })
  await page.getByRole('form', { name: '解决' }).getByRole('button', { name: '解决' }).click()
  await expect(page.getByText(/解决：市里追加指标/)).toBeVisible()
  await page.goto(path)
  await expect(page.locator('#issues')).not.toContainText(title)
  await expect(page.getByText(`解决问题：${title}`)).toBeVisible()
})

test('who leads a deal is written on it, and leads to all that he leads; what was signed is a figure', async ({
  as,
}) => {
  const name = `包联${mark}项目`
  const head = await as('head.domestic')
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const path = await enter(head, name, { ...entry, entryDocumentOn: today })
  await head.goto(`${path}?act=setLeader`)
  await fill(head.getByRole('dialog'), { leaderName: `郑${mark}` })
  await head.getByRole('dialog').getByRole('button', { name: '设包联领导' }).click()
  await head.getByRole('link', { name: `郑${mark}` }).click()
  await expect(head.locator('main table').first()).toContainText(name)
  await head.goto('/day')
  const signed = head.locator('#signings')
  await expectAccessible(head)
  await signed.getByRole('row').last().getByRole('link').first().click()
  await head.waitForURL(/signed=intent/)
  await expect(head.locator('main table').first()).toContainText(name)
})

test('the administrator changes the list of steps; one that would wait for itself is refused', async ({
  as,
}) => {
  const admin = await as('admin')
  await admin.goto('/admin/procedures')
  await expectAccessible(admin)
  await admin.getByRole('link', { name: '新建事项' }).click()
  const form = admin.getByRole('form', { name: '新建事项' })
  await fill(form, { name: `消防审查${mark}`, agency: '住房和城乡建设局', days: '10' })
  await form.getByRole('checkbox', { name: '必须办结或豁免' }).uncheck()
  await form.getByRole('checkbox', { name: '建设用地规划许可' }).check()
  await form.getByRole('button', { name: '保存' }).click()
  await expect(admin.getByRole('row').filter({ hasText: mark })).toContainText('10 个工作日')
  await admin.getByRole('link', { name: '修改企业名称预先核准' }).click()
  const first = admin.getByRole('form', { name: '修改企业名称预先核准' })
  await first.getByRole('checkbox', { name: '建设用地规划许可' }).check()
  await first.getByRole('button', { name: '保存' }).click()
  await expect(first.getByText('前后顺序互相等待，请取消一项').first()).toBeVisible()
  await admin.getByRole('link', { name: `修改消防审查${mark}` }).click()
  const last = admin.getByRole('form', { name: `修改消防审查${mark}` })
  await last.getByRole('checkbox', { name: '用于新进入的项目' }).uncheck()
  await last.getByRole('button', { name: '保存' }).click()
  await expect(admin.getByRole('row').filter({ hasText: mark })).toContainText('停用')
})
