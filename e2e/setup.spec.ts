import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, expectAccessible, test } from './office'

const port = 3188
const dataDir = join(tmpdir(), `zhaoshang-test-${process.pid}`)
let server: ChildProcess | undefined
let printed = ''

/** A real bureau's first start, beside the demonstration: an empty database of its own. */
test.beforeAll(async () => {
  test.setTimeout(300_000)
  const env = {
    ...process.env,
    PORT: String(port),
    HOST: 'localhost',
    ZHAOSHANG_DATA: dataDir,
    DATABASE_URL: '',
  }
  server = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'bin/serve.ts', 'main'], {
    env,
  })
  server.stdout?.on('data', data => (printed += data))
  server.stderr?.on('data', data => (printed += data))
  await expect
    .poll(() => /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.test(printed), { timeout: 170_000 })
    .toBe(true)
})

test.afterAll(async () => {
  const ended = new Promise(resolve => server?.once('exit', resolve))
  server?.kill('SIGTERM')
  await ended
  rmSync(dataDir, { recursive: true, force: true })
})

test('an empty office is set up with the code of its start, once', async ({ browser }) => {
  const [code] = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(printed) ?? ['']
  const context = await browser.newContext({ baseURL: `http://localhost:${port}`, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto('/deals')
  await expect(page).toHaveURL(/\/set-up$/)
  await expectAccessible(page)
  await page.getByLabel('启动代码').fill('AAAA-AAAA-AAAA')
  await page.getByLabel('名称').first().fill('西港经济开发区招商局')
  await page.locator('input[name=person]').fill('管理员')
  await page.locator('input[name=password]').fill('西港的第一个春天来了吧')
  await page.locator('input[name=again]').fill('西港的第一个春天来了吧')
  await page.getByRole('button', { name: '开始使用' }).click()
  await expect(page.getByText('代码不对').first()).toBeVisible()
  await page.getByLabel('启动代码').fill(code)
  await page.getByRole('button', { name: '开始使用' }).click()
  await expect(page).toHaveURL(/localhost:\d+\/$/)
  await expect(page.getByText('西港经济开发区招商局').first()).toBeVisible()
  await page.goto('/set-up')
  await expect(page).not.toHaveURL(/\/set-up/)
  await page.goto('/admin/desks')
  await expect(page.getByText('日韩部').first()).toBeVisible()
  await context.close()
})
