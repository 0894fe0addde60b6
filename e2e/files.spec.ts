import { once } from 'node:events'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { request as ask } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { zipOf } from '@/db/testing/zip'
import { expect, expectAccessible, phone, test } from './office'

const mark = Date.now().toString(36)
/** A paper that would be a page, to whoever takes it for one. */
const PAGE = '<script>document.title = "ran"</script><img src="x" onerror="document.title = `ran`">'
const pdf = (text: string) => Buffer.from(`%PDF-1.4\n% ${mark} ${text} ${PAGE}\n%%EOF\n`)
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPj/HwADAgH/5sGqtAAAAABJRU5ErkJggg==',
  'base64',
)
const file = (name: string, buffer: Buffer) => ({ name, buffer, mimeType: 'application/octet-stream' })

/** The page with the files of the first deal of the domestic desk in this stage. */
async function filesOf(page: Page, stage: string): Promise<string> {
  await page.goto(`/deals?desk=domestic&stage=${stage}`)
  const link = page.locator('main tbody tr a[href^="/deals/D-"]').first()
  const number = /D-\d+-\d+/.exec((await link.getAttribute('href')) ?? '')?.[0]
  await page.goto(`/deals/${number}/files`)
  return number ?? ''
}
const upload = (page: Page) => page.getByRole('button', { name: '上传', exact: true })
const pick = (page: Page) => page.getByLabel(/选择文件，或拖到这里/)
const row = (page: Page, title: string) => page.locator('.file').filter({ hasText: title })

test('papers are put on a deal, looked at by keyboard, kept, renamed, struck and brought back; another desk knows of none', async ({
  as,
}) => {
  const page = await as('head.domestic')
  const number = await filesOf(page, 'entry_procedures')
  await page.getByLabel('种类').selectOption({ label: '投资协议、合同' })
  await page.getByText('名称、日期、文号').click()
  await page.getByLabel('文号、编号').fill(`东招协${mark}`)
  await pick(page).setInputFiles([file(`协议${mark}.pdf`, pdf('one')), file(`地块${mark}.png`, pixel)])
  await upload(page).click()
  await expect(page.getByText(`已放入：协议${mark}.pdf · 地块${mark}.png`)).toBeVisible()
  await expect(row(page, `协议${mark}`)).toContainText(`文号 东招协${mark}`)
  const thumbnail = row(page, `地块${mark}`).locator('img').first()
  await expect.poll(() => thumbnail.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
  await expectAccessible(page)

  await row(page, `地块${mark}`).getByRole('button').press('Enter')
  const view = page.getByRole('dialog', { name: `预览：地块${mark}` })
  await expect(view).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(view).toBeHidden()

  const href =
    (await row(page, `协议${mark}`).getByRole('link', { name: /^下载/ }).getAttribute('href')) ?? ''
  const got = await page.request.get(href)
  expect(await got.body()).toEqual(pdf('one'))
  expect(got.headers()).toMatchObject({
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'content-disposition': expect.stringMatching(/^attachment; .*filename\*=UTF-8''%E5%8D%8F/),
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-cache, no-transform',
  })
  const part = await page.request.get(`${href}?show`, { headers: { range: 'bytes=0-3' } })
  expect([part.status(), await part.text()]).toEqual([206, '%PDF'])
  const shown = await page.request.get(`${href}?show`)
  expect(shown.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': expect.stringMatching(/^inline; /),
    'content-security-policy': expect.stringMatching(
      /^default-src 'none'; .*base-uri 'none'; form-action 'none'; frame-ancestors 'self'$/,
    ),
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  })
  // even a browser that made a page of it would run nothing
  const fooled = await page.context().newPage()
  await fooled.route('**/files/*?show', async route => {
    const response = await route.fetch()
    await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'text/html' } })
  })
  await fooled.goto(`${href}?show`)
  await expect(fooled.locator('img')).toHaveCount(1)
  expect(await fooled.title()).toBe('')
  await fooled.close()
  const outsider = await as('officer1.japan-korea')
  const [hidden, none] = [await outsider.request.get(href), await outsider.request.get('/files/99999999')]
  expect([hidden.status(), await hidden.text()]).toEqual([none.status(), await none.text()])

  await row(page, `协议${mark}`).getByRole('link', { name: /^修改/ }).click()
  await page.waitForURL('**/attachments/*')
  await page.getByLabel('名称').fill(`正本${mark}`)
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `正本${mark}` })).toBeVisible()
  await page.getByRole('button', { name: '删除文件' }).click()
  await expect(page.getByRole('button', { name: '恢复' })).toBeVisible()
  expect((await page.request.get(href)).status()).toBe(404)
  await page.goto(`/deals/${number}/files`)
  await page.getByText(/^已删除（/).click()
  await page
    .locator('.file-struck')
    .filter({ hasText: `正本${mark}` })
    .getByRole('button')
    .click()
  await expect(row(page, `正本${mark}`).getByRole('link', { name: /^下载/ })).toBeVisible()
  await page.goto(`/deals/${number}`)
  await expect(page.getByText(`放入文件：协议${mark}`).first()).toBeVisible()
})

test('what lies, runs or is too large is refused in words, each for itself, and nothing of it stays', async ({
  as,
  baseURL,
}) => {
  const page = await as('officer1.domestic')
  const number = await filesOf(page, 'negotiation')
  const before = await page.locator('.file').count()
  const folder = await mkdtemp(join(tmpdir(), 'zhaoshang-large-'))
  const large = await open(join(folder, '大文件.pdf'), 'w')
  await large.truncate(51 * 1024 ** 2)
  await large.close()
  await pick(page).setInputFiles(join(folder, '大文件.pdf'))
  await upload(page).click()
  const said = page.locator('.attach').getByRole('alert')
  await expect(said).toContainText('大文件.pdf 超过 50 MB')
  await rm(folder, { recursive: true })
  const macro = zipOf([
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: 'word/vbaProject.bin', data: 'x' },
  ])
  const bomb = zipOf([
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: 'xl/a.xml', data: 'x', claims: 2 ** 31 },
  ])
  await pick(page).setInputFiles([
    file('map.svg', Buffer.from('<svg onload="alert(1)"/>')),
    file('批复.pdf', Buffer.from('MZ\x90\0 this runs')),
    file('协议.docx', macro),
    file('台账.xlsx', bomb),
    file('照片.png', pdf('no picture')),
    file('空.pdf', Buffer.alloc(0)),
  ])
  await upload(page).click()
  for (const line of [
    /map\.svg：.*SVG 里可能带有程序/,
    /批复\.pdf：这是可以运行的程序/,
    /协议\.docx：文件带有宏/,
    /台账\.xlsx：展开后大得不正常/,
    /照片\.png：文件名与内容不符：内容是 PDF/,
    /空\.pdf：文件是空的/,
  ])
    await expect(said.getByText(line)).toBeVisible()
  await expectAccessible(page)

  // past the page: two hundred megabytes, streamed, from here and from elsewhere
  const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const answer = await sendZeros(
    `${baseURL}/files`,
    { cookie: cookies, origin: String(baseURL) },
    number,
    200,
  )
  expect(answer).toEqual([200, expect.stringContaining('超过 50 MB，没有保存')])
  const foreign = await sendZeros(
    `${baseURL}/files`,
    { cookie: cookies, origin: 'https://evil.example' },
    number,
    0,
  )
  expect(foreign[0]).toBe(403)
  await page.reload()
  expect(await page.locator('.file').count()).toBe(before)
})

/** A form with one file of so many megabytes of nothing; what the server answered. */
async function sendZeros(
  url: string,
  headers: Record<string, string>,
  number: string,
  megabytes: number,
): Promise<[number, string]> {
  const request = ask(url, {
    method: 'POST',
    headers: { ...headers, accept: 'application/json', 'content-type': 'multipart/form-data; boundary=b' },
  })
  const answered = once(request, 'response')
  const field = (name: string, value: string) =>
    `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  request.write(`${field('record', number)}${field('kind', 'other')}`)
  request.write('--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n')
  for (let sent = 0; sent < megabytes; sent++)
    if (!request.write(Buffer.alloc(1024 ** 2))) await once(request, 'drain')
  request.end('\r\n--b--\r\n')
  const [response] = await answered
  let text = ''
  for await (const chunk of response) text += chunk
  return [response.statusCode, text]
}

test('without JavaScript a plain form does the same, and says what it did not take', async ({ as }) => {
  const page = await as('officer1.domestic', { javaScriptEnabled: false })
  const number = await filesOf(page, 'entry_procedures')
  await pick(page).setInputFiles(file(`无脚本${mark}.pdf`, pdf('plain')))
  await upload(page).click()
  await page.waitForURL(`**/deals/${number}/files`)
  await expect(row(page, `无脚本${mark}`)).toBeVisible()
  await pick(page).setInputFiles(file(`又一份${mark}.pdf`, pdf('plain')))
  await upload(page).click()
  await expect(page.getByRole('alert')).toContainText(`同样的文件已经在这里：“无脚本${mark}”`)
})

test('on a lead, a company and an event; on a phone the camera is offered', async ({ as }) => {
  const page = await as('head.domestic', phone)
  for (const [list, noun] of [
    ['/leads', 'leads/L-'],
    ['/companies', 'companies/C-'],
    ['/events?desk=domestic', 'events/E-'],
  ]) {
    await page.goto(list ?? '')
    const href = await page.locator(`main a[href*="/${noun}"]`).first().getAttribute('href')
    await page.goto(href ?? '')
    await page.getByText('添加文件').click()
    const camera = page.locator('input[capture]')
    await expect(camera).toBeVisible()
    await camera.setInputFiles(
      file(`现场${mark}${noun?.slice(-2)}.png`, Buffer.concat([pixel, Buffer.from(noun ?? '')])),
    )
    await upload(page).click()
    await expect(row(page, `现场${mark}`)).toBeVisible()
  }
})
