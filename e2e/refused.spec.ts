import { expect, test } from './office'

test('what would change something is refused from another site, a null origin and none, on pages, actions and routes', async ({
  as,
  baseURL,
}) => {
  const page = await as('officer1.domestic')
  await page.goto('/leads/new')
  const wrong: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    {},
    { origin: String(baseURL), 'sec-fetch-site': 'cross-site' },
  ]
  const paths = [
    '/leads/new',
    '/sign-in',
    '/deals/export',
    '/api/health',
    '/api/auth/signout',
    '/no-such-page',
  ]
  for (const headers of wrong)
    for (const path of paths) {
      const answer = await page.request.post(path, { headers, form: { a: '1' }, maxRedirects: 0 })
      expect([path, answer.status()]).toEqual([path, 403])
      expect(await answer.text()).toContain('这次操作被拒绝')
    }
  const action = await page.request.post('/leads/new', {
    headers: { origin: 'https://evil.example', 'next-action': '40aa' },
    data: '[]',
  })
  expect([action.status(), action.headers()['content-type']]).toEqual([403, 'text/plain'])
  // both addresses, for whoever runs the proxy in front
  expect(await action.text()).toContain('https://evil.example')
  expect((await page.request.put('/leads/new', { headers: { origin: 'null' } })).status()).toBe(403)
})

test('a form sent from another origin says so, and keeps what was typed', async ({ as }) => {
  const page = await as('officer1.domestic')
  await page.goto('/companies/new')
  const name = page.locator('form [name=name]')
  await name.fill('来源不明公司')
  // the browser itself names no other origin than its own
  await page.route('**/companies/new', async (route, request) => {
    if (request.method() !== 'POST') return route.continue()
    const headers = { ...request.headers(), origin: 'https://evil.example' }
    return route.fulfill({ response: await route.fetch({ headers }) })
  })
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '这次操作被拒绝' })).toBeVisible()
  await expect(name).toHaveValue('来源不明公司')
})

test('a text that is too large is refused in words, and nothing of it is lost', async ({ as }) => {
  const page = await as('officer1.domestic')
  await page.goto('/events/new')
  const large = '大'.repeat(500_000)
  const note = page.locator('form textarea[name=note]')
  await note.evaluate(element => element.removeAttribute('maxlength'))
  await page.locator('form [name=name]').fill('很长的活动')
  await note.fill(large)
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '一次提交的内容太多' })).toBeVisible()
  expect((await note.inputValue()).length).toBe(large.length)
})

test('without JavaScript a text that is too large is refused in words', async ({ as }) => {
  const page = await as('officer1.domestic', { javaScriptEnabled: false })
  await page.goto('/events/new')
  await page.locator('form textarea[name=note]').fill('大'.repeat(500_000))
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('alert')).toContainText('一次提交的内容太多')
})
