import { expect, expectAccessible, password, signIn, test } from './office'

const later = Date.now().toString(36)

test('five wrong tries and the right one has to wait; another address comes in meanwhile', async ({
  browser,
}) => {
  const from = async (address: string) => {
    const context = await browser.newContext({
      extraHTTPHeaders: { 'x-forwarded-for': address },
      locale: 'zh-CN',
    })
    return context.newPage()
  }
  const here = await from('203.0.113.50')
  for (let tries = 0; tries < 5; tries++) {
    await signIn(here, 'officer3.europe-us', `wrong-${tries}`)
    await expect(here.getByRole('alert').filter({ hasText: '登录名或密码不对' })).toBeVisible()
  }
  await signIn(here, 'officer3.europe-us', 'wrong-again')
  await signIn(here, 'officer3.europe-us')
  await expect(here.getByRole('alert').filter({ hasText: '分钟后再试' })).toBeVisible()
  await expect(here).toHaveURL(/\/sign-in/)
  const elsewhere = await from('203.0.113.51')
  await signIn(elsewhere, 'officer3.europe-us')
  await expect(elsewhere).not.toHaveURL(/\/sign-in/)
  await here.context().close()
  await elsewhere.context().close()
})

test('a wrong name and a wrong password read the same', async ({ page }) => {
  await signIn(page, 'officer1.domestic', 'not the password')
  const known = await page.locator('#sign-in-says').textContent()
  await signIn(page, 'nobody.at.all', 'not the password')
  await expect(page.locator('#sign-in-says')).toHaveText(known ?? '')
  await expectAccessible(page)
})

test('sign-in works without JavaScript and leads where one wanted to go, never to another site', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto('/companies?page=1')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await page.locator('input[name=login]').fill('officer4.japan-korea')
  await page.locator('input[name=password]').fill('wrong')
  await page.getByRole('button', { name: '登录', exact: true }).first().click()
  await expect(page.locator('#sign-in-says')).toContainText('登录名或密码不对')
  await expect(page.locator('input[name=login]')).toHaveValue('officer4.japan-korea')
  await page.locator('input[name=password]').fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).first().click()
  await expect(page).toHaveURL(/\/companies\?page=1$/)
  await page.goto('/sign-in?next=//example.org/')
  await expect(page).toHaveURL(/localhost:\d+\/$/)
  await context.close()
})

test('a demonstration account is one click away', async ({ page }) => {
  await page.goto('/sign-in')
  await expectAccessible(page)
  await page.getByRole('row').filter({ hasText: 'head.general' }).getByRole('button').click()
  await expect(page).not.toHaveURL(/\/sign-in/)
})

test('an account is created, comes in once with its password, chooses its own, and is disabled', async ({
  as,
  browser,
}) => {
  const login = `new.${later}`
  const own = '海边的风车转了整整三年'
  const admin = await as('admin')
  await admin.goto('/admin/users/new')
  await admin.getByLabel('姓名').fill('新同事')
  await admin.getByLabel('登录名').fill(login)
  await admin.getByRole('group', { name: '所在部' }).getByLabel('日韩部').check()
  await expectAccessible(admin)
  await admin.getByRole('button', { name: '创建账号' }).click()
  const once = (await admin.getByTestId('one-time-password').textContent()) ?? ''
  expect(once).toMatch(/^\w{4}(-\w{4}){3}$/)

  const context = await browser.newContext({ locale: 'zh-CN' })
  const person = await context.newPage()
  await signIn(person, login, once)
  await expect(person).toHaveURL(/\/password$/)
  await person.goto('/deals')
  await expect(person).toHaveURL(/\/password$/)
  await expectAccessible(person)
  await person.locator('input[name=current]').fill(once)
  await person.locator('input[name=password]').fill(login)
  await person.locator('input[name=again]').fill(login)
  await person.getByRole('button', { name: '设置密码并进入' }).click()
  await expect(person.getByText('密码不能就是登录名').first()).toBeVisible()
  await person.locator('input[name=password]').fill(own)
  await person.locator('input[name=again]').fill(own)
  await person.getByRole('button', { name: '设置密码并进入' }).click()
  await expect(person).toHaveURL(/localhost:\d+\/$/)

  await admin.goto(`/admin/users/${login}`)
  await admin.getByRole('button', { name: '停用' }).click()
  await expect(admin.getByText('已停用').first()).toBeVisible()
  await person.goto('/deals')
  await expect(person).toHaveURL(/\/sign-in/)
  await signIn(person, login, own)
  await expect(person.locator('#sign-in-says')).toContainText('登录名或密码不对')
  await context.close()
})

test('a changed password keeps this browser in and puts the others out', async ({ as, browser }) => {
  const login = 'officer3.japan-korea'
  const fresh = '港口的灯塔亮了整整一夜'
  const context = await browser.newContext({ locale: 'zh-CN' })
  const other = await context.newPage()
  await signIn(other, login)
  await expect(other).not.toHaveURL(/\/sign-in/)
  const page = await as(login)
  await page.goto('/settings')
  const change = async (from: string, to: string) => {
    await page.locator('input[name=current]').fill(from)
    await page.locator('input[name=password]').fill(to)
    await page.locator('input[name=again]').fill(to)
    await page.getByRole('button', { name: '修改密码' }).click()
    await expect(page.getByText('密码已修改')).toBeVisible()
  }
  await change(password, fresh)
  await page.goto('/companies')
  await expect(page).toHaveURL(/\/companies/)
  await other.goto('/companies')
  await expect(other).toHaveURL(/\/sign-in/)
  await context.close()
})

const languages = [
  ['zh-Hant', '設定', '儲存'],
  ['en', 'Settings', 'Save'],
  ['ja', '設定', '保存'],
  ['ko', '설정', '저장'],
  ['zh-Hans', '设置', '保存'],
] as const

test('each of the five languages, and the dark theme, follow the person to the door', async ({ as }) => {
  test.slow()
  const page = await as('officer4.domestic')
  await page.goto('/settings')
  for (const [locale, title, save] of languages) {
    await page.locator('select[name=locale]').selectOption(locale)
    await page
      .locator('form', { has: page.locator('select[name=locale]') })
      .locator('button[type=submit]')
      .click()
    await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', locale)
    await expect(page.getByRole('button', { name: save, exact: true })).toBeVisible()
    await expectAccessible(page)
  }
  await page.locator('input[name=theme][value=dark]').check({ force: true })
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expectAccessible(page)
  await page.getByRole('button', { name: /招商专员/ }).click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expectAccessible(page)
})

test('a rule that is moved up decides from then on', async ({ as }) => {
  const page = await as('admin')
  await page.goto('/admin/routes?edit=new')
  const form = page.getByRole('form', { name: '增加规则' })
  await form.getByRole('checkbox', { name: '冰岛' }).check()
  await form.getByLabel('归哪个部').selectOption({ label: '综合部' })
  await form.getByRole('button', { name: '保存' }).click()
  const rule = page.getByRole('listitem').filter({ hasText: '冰岛' })
  await expect(rule).toBeVisible()
  const goesTo = async (desk: string) => {
    await page.goto('/admin/routes?country=IS')
    await expect(page.getByRole('status').filter({ hasText: '归' })).toContainText(desk)
  }
  await goesTo('欧美部')
  const places = await page.getByRole('listitem').filter({ hasText: '修改' }).count()
  for (let at = places; at > 1; at--) {
    await rule.getByRole('button', { name: '上移' }).click()
    await expect(
      page
        .getByRole('listitem')
        .filter({ hasText: '修改' })
        .nth(at - 2),
    ).toContainText('冰岛')
  }
  await goesTo('综合部')
  await expectAccessible(page)
  await rule.getByRole('button', { name: '删除规则' }).click()
  await expect(rule).toHaveCount(0)
})

const pages = [
  'users',
  'users/director',
  'desks?edit=1',
  'routes?edit=1',
  'industries?edit=1',
  'countries?edit=TW',
  'rates',
  'zone',
  'audit',
  'audit?view=sign_ins',
  'audit?view=exports',
]
for (const path of pages)
  test(`/admin/${path} passes axe`, async ({ as }) => {
    const page = await as('admin')
    expect((await page.goto(`/admin/${path}`))?.status()).toBe(200)
    await expectAccessible(page)
  })

test('the office’s settings are for those who may', async ({ as }) => {
  const officer = await as('officer1.domestic')
  for (const path of [...pages, 'users/new', 'audit/export?format=csv']) {
    const answer = await officer.request.get(`/admin/${path}`)
    expect(answer.status(), path).toBe(404)
  }
  const director = await as('director')
  for (const [path, status] of [
    ['rates', 200],
    ['zone', 200],
    ['users', 404],
    ['audit', 404],
  ] as const)
    expect((await director.request.get(`/admin/${path}`)).status(), path).toBe(status)
})
