import { expect, expectAccessible, press, test } from './office'

test('/ finds, c adds, Esc goes back to where one was', async ({ as }) => {
  const page = await as('officer1.domestic')
  await page.goto('/deals')
  await expect(page.locator('main tbody tr').first()).toBeVisible()
  const find = page.getByRole('combobox', { name: '搜索', exact: true })
  await press(page, '/', find)
  await expect(find).toHaveValue('')
  await find.fill('项目')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/[?&]q=/)
  await page.goto('/deals')
  await expect(page.locator('main tbody tr').first()).toBeVisible()
  const menu = page.getByRole('banner')
  await press(page, 'c', menu.getByRole('link', { name: '新建线索' }))
  await page.keyboard.press('ArrowDown')
  await expect(menu.getByRole('link', { name: '新建项目' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: '新建', exact: true })).toBeFocused()
})

test('j and k walk the list, Enter opens, [ and ] go on among its records', async ({ as }) => {
  const page = await as('director')
  await page.goto('/deals?sort=name')
  const rows = page.locator('main tbody tr')
  await expect(rows.nth(2)).toBeVisible()
  const numbers = await rows
    .locator('a[href^="/deals/D-"]')
    .evaluateAll(all =>
      [...new Set(all.map(link => link.getAttribute('href')?.match(/D-\d{4}-\d{4}/)?.[0] ?? ''))].slice(0, 3),
    )
  await press(page, 'j', rows.first().locator('a').first())
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await expect(rows.nth(1).locator(':focus')).toHaveCount(1)
  await page.keyboard.press('Enter')
  // the number in the path to the record comes with the record, the address before it
  const at = page.locator('.crumbs')
  await expect(at).toContainText(numbers[1] ?? '')
  await page.keyboard.press(']')
  await expect(at).toContainText(numbers[2] ?? '')
  await page.keyboard.press('[')
  await expect(at).toContainText(numbers[1] ?? '')
})

test('[ and ] turn the pages of a list', async ({ as }) => {
  const page = await as('director')
  await page.goto('/leads?stage=all&size=25')
  // a page that is only drawn does not hear keys yet
  await press(page, 'j', page.locator('main tbody tr').first().locator('a').first())
  await page.keyboard.press(']')
  await expect(page).toHaveURL(/[?&]page=2(&|$)/)
  const pages = page.getByRole('navigation', { name: '分页' })
  await expect(pages.getByRole('link', { name: '2', exact: true })).toHaveAttribute('aria-current', 'page')
  await page.keyboard.press('[')
  await expect(pages.getByRole('link', { name: '1', exact: true })).toHaveAttribute('aria-current', 'page')
})

test('the first stop of a page skips to its content', async ({ as }) => {
  const page = await as('viewer')
  await page.goto('/deals')
  await expect(page.locator('main tbody tr').first()).toBeVisible()
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: '跳到正文' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()
})

test('a dialog holds the focus and gives it back', async ({ as }) => {
  const page = await as('officer1.domestic')
  await page.goto('/')
  await page.locator('main li a[href^="/deals/D-"]').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const opener = page.locator('#next-step').getByRole('button', { name: /改期|定下一步/ })
  await opener.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  for (let stop = 0; stop < 12; stop++) await page.keyboard.press('Tab')
  expect(
    await dialog.evaluate(
      box => box.contains(document.activeElement) || document.activeElement === document.body,
    ),
  ).toBe(true)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(opener).toBeFocused()
})

test('a and a sentence log what happened with a lead', async ({ as }) => {
  const page = await as('officer1.domestic')
  await page.goto('/leads')
  await page.locator('main tbody tr').first().locator('a[href^="/leads/L-"]').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const said = `通了电话，要厂房清单 ${Date.now().toString(36)}`
  await press(page, 'a', page.getByRole('textbox', { name: '跟进内容' }))
  await page.keyboard.type(`${said} → 明天 再联系`)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已记下')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: said })).toBeVisible()
  await expect(page.getByRole('textbox', { name: '跟进内容' })).toHaveValue('')
})

test('? lists the keys; a person turns single ones off, and back on', async ({ as }) => {
  const page = await as('officer2.general')
  await page.goto('/deals')
  await expect(page.locator('main tbody tr').first()).toBeVisible()
  const keys = page.getByRole('dialog', { name: '快捷键' })
  await expect(async () => {
    await page.keyboard.press('?')
    await expect(keys).toBeVisible({ timeout: 1500 })
  }).toPass()
  await expectAccessible(page)
  await keys.getByRole('link', { name: '在设置中更改' }).click()
  await expect(page).toHaveURL(/\/settings#keys$/)
  const choose = async (word: string) => {
    await page.getByRole('group', { name: '单键快捷键' }).getByRole('radio', { name: word }).check()
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await expect(page.getByText('已保存')).toBeVisible()
  }
  await choose('关闭')
  await page.goto('/deals')
  await expect(page.locator('main tbody tr').first()).toBeVisible()
  await expect(page.locator('.app')).toHaveAttribute('data-keys', 'off')
  await page.keyboard.press('/')
  await page.keyboard.press('?')
  await expect(keys).toBeHidden()
  await expect(page.getByRole('combobox', { name: '搜索', exact: true })).not.toBeFocused()
  // the button does what the key does not
  await page.getByRole('button', { name: '快捷键' }).click()
  await expect(keys).toContainText('单键现已关闭')
  await page.goto('/settings')
  await choose('启用')
  await expect(page.locator('.app')).not.toHaveAttribute('data-keys', 'off')
})
