import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { type AddressInfo, createServer as createSocketServer } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { firstDesks } from '@/domain/desk/desk'
import { type Browser, expect, expectAccessible, signIn, test } from './office'

const dataDir = join(tmpdir(), `zhaoshang-test-${process.pid}`)
const startCode = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/
const secret = '西港的第一个春天来了吧'
let server: ChildProcess
let port = 0
let printed = ''

/** A real bureau's first start, beside the demonstration: an empty database of its own. */
test.beforeAll(async () => {
  port = await freePort()
  const env = { ...process.env, PORT: `${port}`, HOST: '0.0.0.0', ZHAOSHANG_DATA: dataDir, DATABASE_URL: '' }
  server = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'bin/serve.ts', 'main'], {
    env,
  })
  server.stdout?.on('data', data => (printed += data))
  server.stderr?.on('data', data => (printed += data))
  await expect(() => expect(printed).toMatch(startCode)).toPass({ timeout: 90_000 })
})

test.afterAll(async () => {
  const ended = new Promise(resolve => server.once('exit', resolve))
  server.kill('SIGTERM')
  await ended
  rmSync(dataDir, { recursive: true, force: true })
})

test('an empty office is set up once with the code of its start, and entered from everywhere', async ({
  browser,
}) => {
  const page = await pageAt(browser, `http://localhost:${port}`)
  await test.step('every address leads to the set-up until it is done', async () => {
    await page.goto('/deals')
    await expect(page).toHaveURL(/\/set-up$/)
    await expectAccessible(page)
  })
  await test.step('a wrong code is refused, and what was typed stays', async () => {
    await page.getByLabel('启动代码').fill('AAAA-AAAA-AAAA')
    await page.getByLabel('名称').first().fill('西港经济开发区招商局')
    await page.locator('input[name=person]').fill('管理员')
    await page.locator('input[name=password]').fill(secret)
    await page.locator('input[name=again]').fill(secret)
    await page.getByRole('button', { name: '开始使用' }).click()
    await expect(page.getByText('代码不对').first()).toBeVisible()
    await expect(page.getByLabel('名称').first()).toHaveValue('西港经济开发区招商局')
  })
  await test.step('the right one opens the office, with its four desks', async () => {
    await page.getByLabel('启动代码').fill(startCode.exec(printed)?.[0] ?? '')
    await page.getByRole('button', { name: '开始使用' }).click()
    await expect(page).toHaveURL(/localhost:\d+\/$/)
    await expect(page.getByText('西港经济开发区招商局').first()).toBeVisible()
    await page.goto('/set-up')
    await expect(page).not.toHaveURL(/\/set-up/)
    await page.goto('/admin/desks')
    for (const desk of firstDesks.map(({ name }) => name))
      await expect(page.getByText(desk).first()).toBeVisible()
  })

  const proxy = tlsProxy(port)
  const proxyPort = (proxy.address() as AddressInfo).port
  for (const address of [`http://${lanAddress()}:${port}`, `http://localhost:${proxyPort}`]) {
    await test.step(`it is entered and written to at ${address}`, async () => {
      const elsewhere = await pageAt(browser, address)
      await signIn(elsewhere, 'admin', secret)
      await elsewhere.waitForURL(url => url.pathname === '/')
      await elsewhere.goto('/settings')
      await elsewhere.getByRole('radio', { name: '深色' }).check()
      await elsewhere.getByRole('button', { name: '保存' }).first().click()
      await expect(elsewhere.locator('html')).toHaveAttribute('data-theme', 'dark')
      await elsewhere.context().close()
    })
  }
  proxy.close()
})

async function pageAt(browser: Browser, baseURL: string) {
  const context = await browser.newContext({ baseURL, locale: 'zh-CN' })
  return context.newPage()
}

/** As nginx stands before the app: the browser's host is passed on, and that it came by https. */
function tlsProxy(target: number) {
  return createServer((incoming, outgoing) => {
    const headers = { ...incoming.headers, 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7' }
    const forward = request(
      { port: target, path: incoming.url, method: incoming.method, headers },
      answer => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(outgoing)
      },
    )
    incoming.pipe(forward)
  }).listen(0)
}

/** One of this machine that is not the loopback; where there is none, the loopback's second address. */
function lanAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap(addresses => addresses ?? [])
  return all.find(({ internal, family }) => !internal && family === 'IPv4')?.address ?? '127.0.0.2'
}

async function freePort(): Promise<number> {
  const holder = createSocketServer().listen(0)
  const { port: free } = holder.address() as AddressInfo
  await new Promise(resolve => holder.close(resolve))
  return free
}
