import type { BrowserContext, Page } from '@playwright/test'
import { expect, password, test } from './office'

const mark = Date.now().toString(36)

type Case = {
  noun: string
  path: string
  fill(page: Page, name: string): Promise<void>
  /** The button that sends. */
  send: string
  typed: string
  saved: RegExp
}

const cases: Case[] = [
  {
    noun: 'lead',
    path: '/leads/new',
    async fill(page, name) {
      await page.getByRole('combobox', { name: '企业或名称' }).fill(name)
      await page.getByLabel('国家/地区').selectOption('JP')
      await page.getByLabel('需求').fill('租标准厂房')
      await page.getByLabel(/^下一步(?!日期)/).fill('发送厂房清单')
    },
    send: '保存线索',
    typed: 'form [role=combobox] >> nth=-1',
    saved: /\/leads\/L-\d{4}-\d+$/,
  },
  {
    noun: 'company',
    path: '/companies/new',
    async fill(page, name) {
      await page.locator('form [name=name]').fill(name)
      await page.locator('form [name=country]').selectOption('JP')
    },
    send: '保存',
    typed: 'form [name=name]',
    saved: /\/companies\/C-\d{4}-\d+$/,
  },
  {
    noun: 'event',
    path: '/events/new',
    async fill(page, name) {
      await page.locator('form [name=name]').fill(name)
      await page.locator('form [name=kind]').selectOption({ index: 1 })
      await page.locator('form [name=startsOn]').fill('2026-12-01')
      await page.locator('form [name=city]').fill('太仓')
    },
    send: '保存',
    typed: 'form [name=name]',
    saved: /\/events\/E-\d{4}-\d+$/,
  },
]

const sent = (page: Page, send: string) =>
  page.locator('form.form-column').getByRole('button', { name: send, exact: true }).click()

async function endSession(context: BrowserContext) {
  const cookies = await context.cookies()
  await context.clearCookies()
  return cookies
}

for (const { noun, path, fill, send, typed, saved } of cases) {
  test(`the network is lost under a ${noun}: told, kept, and saved once it is back`, async ({ as }) => {
    const page = await as('officer1.general')
    const name = `断网${noun}${mark}`
    await page.goto(path)
    await fill(page, name)
    await page.context().setOffline(true)
    await sent(page, send)
    await expect(page.getByRole('alert').filter({ hasText: '网络断开' })).toBeVisible()
    await expect(page.locator(typed).last()).toHaveValue(name)
    await page.context().setOffline(false)
    await sent(page, send)
    await page.waitForURL(saved)
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  })

  test(`the session ends under a ${noun}: signed in again in another tab it is sent as it stands`, async ({
    as,
  }) => {
    const page = await as('officer1.general')
    const name = `会话${noun}${mark}`
    await page.goto(path)
    await fill(page, name)
    const cookies = await endSession(page.context())
    await sent(page, send)
    await expect(page.getByRole('alert').filter({ hasText: '登录已失效' })).toBeVisible()
    await expect(page.locator(typed).last()).toHaveValue(name)
    await page.context().addCookies(cookies)
    await sent(page, send)
    await page.waitForURL(saved)
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  })

  test(`the session ends under a ${noun}: after signing in again the text is offered back`, async ({
    as,
  }) => {
    const page = await as('officer1.general')
    const name = `回来${noun}${mark}`
    await page.goto(path)
    await fill(page, name)
    await endSession(page.context())
    await sent(page, send)
    page.on('dialog', dialog => void dialog.accept())
    await page.getByRole('alert').getByRole('link', { name: '重新登录' }).click()
    await page.waitForURL(/\/sign-in/)
    await page.locator('input[name=login]').fill('officer1.general')
    await page.locator('input[name=password]').fill(password)
    await page.locator('input[name=password]').press('Enter')
    await page.waitForURL(url => url.pathname === path)
    await page.getByRole('button', { name: '恢复', exact: true }).click()
    await expect(page.locator(typed).last()).toHaveValue(name)
    await sent(page, send)
    await page.waitForURL(saved)
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  })
}

test('what is typed before the code of a page has come stays, is sent, and is offered back', async ({
  as,
}) => {
  const page = await as('officer1.general')
  const name = `早到${mark}`
  let release = () => {}
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  await page.route('**/_next/static/chunks/*.js', async route => {
    await held
    await route.continue()
  })
  await page.goto('/leads/new', { waitUntil: 'commit' })
  const need = page.getByLabel('需求')
  await page.getByRole('combobox', { name: '企业或名称' }).fill(name)
  await page.getByLabel('国家/地区').selectOption('JP')
  await need.fill('租标准厂房')
  await page.getByLabel(/^下一步(?!日期)/).fill('发送厂房清单')
  release()
  // whoever is asked before the window is closed has been heard
  await expect(async () => {
    const kept = await page.evaluate(() =>
      Object.entries(localStorage).find(([key]) => key.endsWith('lead.create')),
    )
    expect(kept?.[1]).toContain(name)
    expect(kept?.[1]).toContain('租标准厂房')
  }).toPass()
  await expect(need).toHaveValue('租标准厂房')
  await sent(page, '保存线索')
  await page.waitForURL(/\/leads\/L-\d{4}-\d+$/)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.locator('main')).toContainText('租标准厂房')
})

test('the edit of a deal survives a lost network and a lost session, and a note to it a lost network', async ({
  as,
}) => {
  // one of the own deals, which nobody else changes meanwhile
  const page = await as('officer2.europe-us')
  await page.goto('/')
  const deal = await page.locator('main a[href^="/deals/D-"]').first().getAttribute('href')
  const path = String(deal).split('?')[0]
  await page.goto(`${path}/edit`)
  const content = page.locator('form.form-column textarea').first()
  await expect(async () => {
    await content.fill(`断网改写${mark}`)
    await expect(content).toHaveValue(`断网改写${mark}`, { timeout: 500 })
  }).toPass()
  await page.context().setOffline(true)
  await page.locator('form.form-column [type=submit]').first().click()
  await expect(page.getByRole('alert').filter({ hasText: '网络断开' })).toBeVisible()
  await page.context().setOffline(false)
  await expect(content).toHaveValue(`断网改写${mark}`)
  const cookies = await endSession(page.context())
  await page.locator('form.form-column [type=submit]').first().click()
  await expect(page.getByRole('alert').filter({ hasText: '登录已失效' })).toBeVisible()
  await expect(content).toHaveValue(`断网改写${mark}`)
  await page.context().addCookies(cookies)
  await page.locator('form.form-column [type=submit]').first().click()
  await page.waitForURL(url => url.pathname === path)

  const note = page.locator('textarea[data-key=a]')
  await note.fill(`断网跟进${mark} → 明天 再联系`)
  await page.context().setOffline(true)
  await note.press('Control+Enter')
  await expect(page.getByRole('alert').filter({ hasText: '网络断开' })).toBeVisible()
  await page.context().setOffline(false)
  await note.press('Control+Enter')
  await expect(page.getByRole('region', { name: '跟进与变动' })).toContainText(`断网跟进${mark}`)
})
