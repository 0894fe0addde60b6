import { expect, expectAccessible, press, test } from './office'

test('a view is kept, begins the day, and says what it can no longer ask for', async ({ as }) => {
  const page = await as('officer2.domestic')
  await page.goto('/deals?stage=negotiation&sort=-total')
  const create = page.locator('form').filter({ has: page.getByRole('button', { name: '保存新视图' }) })
  await press(page, 'v', create.getByLabel('视图名称'))
  await create.getByLabel('视图名称').fill('在谈大项目')
  await create.getByRole('button', { name: '保存新视图' }).click()
  const tabs = page.getByRole('navigation', { name: '视图', exact: true })
  await expect(tabs.getByRole('link', { name: '在谈大项目' })).toHaveAttribute('aria-current', 'page')
  await expectAccessible(page)

  await page.getByRole('button', { name: '视图', exact: true }).click()
  await page.getByRole('button', { name: '设为登录后首页' }).click()
  await expect(page.getByText('登录后从这个视图开始')).toBeVisible()
  await page.goto('/')
  await page.waitForURL(/\/deals\?stage=negotiation.*view=\d+/)
  await page.goto('/day')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.goto('/deals?stage=negotiation&desk=gone&tag=99999')
  await expect(page.getByRole('status').filter({ hasText: 'desk=gone' })).toContainText('tag=99999')

  await page.goto('/')
  await page.getByRole('button', { name: /^视图/ }).click()
  await page.getByRole('button', { name: '删除视图' }).click()
  await expect(tabs.getByRole('link', { name: '在谈大项目' })).toHaveCount(0)
  await page.goto('/')
  await expect(page).toHaveURL(/\/$/)
})

test('by keys alone: rows are ticked, previewed, assigned, and turned back', async ({ as }) => {
  const page = await as('head.domestic')
  await page.goto('/leads?desk=domestic&sort=name')
  await press(page, 'j', page.locator('tbody tr').first().locator('a').first())
  for (const key of ['x', 'j', 'j', 'Shift+X']) await page.keyboard.press(key)
  await expect(page.locator('#bulk output')).toHaveText('3')
  await expectAccessible(page)
  await page.keyboard.press('b')
  await expect(page.getByRole('checkbox', { name: /符合筛选的全部/ })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: '指派' })).toBeFocused()
  await page.keyboard.press('Enter')

  await page.getByLabel('负责人').selectOption({ label: '何立群' })
  await page.getByRole('button', { name: '预览' }).press('Enter')
  await expect(page.getByRole('status').filter({ hasText: '将更改' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: '确认指派' }).press('Enter')
  await expect(page.getByRole('heading', { name: '指派：已完成' })).toBeVisible()
  await page.getByRole('button', { name: '撤销这次批量办理' }).press('Enter')
  await expect(page.getByRole('heading', { name: '已撤销' })).toBeVisible()
})

test('what may not change is named, what may is left out by its box, all that match by the filter', async ({
  as,
}) => {
  const page = await as('head.domestic')
  await page.goto('/deals?desk=domestic&status=active,lost&sort=number')
  await page.getByRole('checkbox', { name: '选择本页全部' }).check()
  await page.getByRole('checkbox', { name: /符合筛选的全部/ }).check()
  await page.getByRole('button', { name: '改标签' }).click()
  await page.getByRole('group', { name: '贴上' }).getByLabel('待补资料').check()
  await page.getByRole('button', { name: '预览' }).click()
  await expect(page.getByText(/将更改 \d+ 条/)).toBeVisible()
  const boxes = page.locator('input[name="items[]"]')
  for (let at = (await boxes.count()) - 1; at > 0; at--) await boxes.nth(at).uncheck()
  await page.getByRole('button', { name: '确认改标签' }).click()
  await expect(page.getByText('已更改 1 条，0 条未更改')).toBeVisible()

  await page.goto('/bulk/deals?verb=lose&n=D-2026-9999&n=D-1999-0001&reasonCode=price')
  await expect(page.getByText('没有选中的记录')).toBeVisible()
  await page.goto('/bulk/deals?verb=delete&n=D-2026-0001')
  await expect(page.getByRole('heading', { name: '没有这个页面' })).toBeVisible()
})

test('a cell is changed by keys; the second of two is shown both values and loses nothing', async ({
  as,
}) => {
  const [head, officer] = [await as('head.domestic'), await as('officer1.domestic')]
  const list = '/deals?desk=domestic&sort=number&columns=number,name,partner,officer'
  await head.goto(list)
  const row = head.locator('tbody tr').filter({ hasText: '林晓' }).first()
  const number = (await row.getByRole('link').textContent()) ?? ''
  await officer.goto(list)
  for (const page of [head, officer]) {
    await expect(async () => {
      await page.getByRole('link', { name: number, exact: true }).focus()
      for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
      await expect(page.locator('td:focus')).toHaveAttribute('aria-readonly', 'false', { timeout: 1500 })
    }).toPass()
    await page.keyboard.press('F2')
    await expect(page.getByRole('form', { name: new RegExp(number) }).getByRole('textbox')).toBeFocused()
  }
  await expectAccessible(head)
  await head.keyboard.type('东港机械')
  await head.keyboard.press('Enter')
  await expect(row).toContainText('东港机械')
  await expect(head.locator('td:focus')).toHaveText('东港机械')

  await officer.keyboard.type('东港铸造')
  await officer.keyboard.press('Enter')
  const trouble = officer.getByRole('alert').filter({ hasText: '东港机械' })
  await expect(trouble).toContainText('赵文博')
  const editor = officer.getByRole('form', { name: new RegExp(number) })
  await expect(editor.getByRole('textbox')).toHaveValue('东港铸造')
  await editor.getByRole('button', { name: '用我的覆盖' }).press('Enter')
  await expect(officer.locator('td:focus')).toHaveText('东港铸造')
})

test('a text of several lines and tags are changed in the cell, and taken back', async ({ as }) => {
  const page = await as('head.domestic')
  await page.goto('/deals?desk=domestic&sort=number&columns=number,name,content,tags')
  // an old one: the newest are those of the tests that run beside this one
  const row = page.locator('tbody tr').nth(4)
  const [content, tags] = [row.locator('td').nth(2), row.locator('td').nth(3)]
  const before = [await content.innerText(), await tags.innerText()]
  const editor = page.locator('.cell-editor')
  await content.dblclick()
  await expect(editor.getByRole('textbox')).toBeFocused()
  await expectAccessible(page)
  await editor.getByRole('textbox').fill('一期：厂房两座')
  await page.keyboard.press('Enter')
  await page.keyboard.type('二期：研发楼')
  await page.keyboard.press('Escape')
  await expect(editor).toHaveCount(0)
  await expect(content).toHaveText(before[0] ?? '')
  // given up is not saved either
  await page.reload()
  await expect(content).toHaveText(before[0] ?? '')
  await expect(async () => {
    await content.dblclick()
    await expect(editor.getByRole('textbox')).toBeFocused({ timeout: 3000 })
  }).toPass()
  await page.keyboard.press('Escape')
  await expect(editor).toHaveCount(0)
  await content.press('F2')
  await editor.getByRole('textbox').fill('一期：厂房两座\n二期：研发楼')
  await page.keyboard.press('Control+Enter')
  await expect(content).toContainText('二期：研发楼')
  await page.getByRole('button', { name: '撤销' }).last().click()
  await expect(content).toHaveText(before[0] ?? '')

  await tags.dblclick()
  const boxes = editor.getByRole('checkbox')
  await expect(boxes.first()).toBeVisible()
  await expectAccessible(page)
  const name = (await editor.locator('label:has(:not(:checked))').first().innerText()).trim()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(tags).toContainText(name)
  await page.getByRole('button', { name: '撤销' }).last().click()
  await expect(tags).toHaveText(before[1] ?? '')
})

test('a name typed in a cell that another bears is asked about, as in the form', async ({ as }) => {
  const page = await as('head.domestic')
  await page.goto('/companies?columns=number,name&sort=number')
  const [one, other] = [page.locator('tbody tr').nth(2), page.locator('tbody tr').nth(5)]
  const [taken, own] = [
    await one.locator('td').nth(1).innerText(),
    await other.locator('td').nth(1).innerText(),
  ]
  await other.locator('td').nth(1).dblclick()
  const editor = page.locator('.cell-editor')
  await editor.getByRole('textbox').fill(taken.trim())
  await page.keyboard.press('Enter')
  await expect(editor.getByRole('link', { name: taken.trim() })).toBeVisible()
  await expectAccessible(page)
  await editor.locator('input[name=different]').fill('同名的另一家企业')
  await page.keyboard.press('Enter')
  await expect(other.locator('td').nth(1)).toHaveText(taken)
  await page.getByRole('button', { name: '撤销' }).last().click()
  await expect(other.locator('td').nth(1)).toHaveText(own)
})
