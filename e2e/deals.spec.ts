import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { enter, entry, fill, moveToEntry, settleProcedures } from './deal'
import { closeCapital, daysAgo, expect, expectAccessible, phone, test } from './office'

/** Names of this run alone: tests run side by side on one office. */
const mark = Date.now().toString(36)
async function propose(page: Page) {
  await page.getByRole('link', { name: '提交审批通过' }).click()
  const dialog = page.getByRole('dialog')
  await fill(dialog, {
    approvalAuthority: '市商务局',
    approvalNumber: '商资〔2026〕7 号',
    approvalOn: '2026-06-12',
    agreementOn: '2026-06-01',
    agreementReference: '协议 2026-31',
  })
  await dialog.getByRole('button', { name: '提交审批通过' }).click()
  await expect(page.getByRole('heading', { name: /^待确认/ })).toBeVisible()
}

const cardOf = (page: Page, name: string) => page.getByRole('article').filter({ hasText: name })
const columnOf = (page: Page, stage: string) =>
  page.getByRole('region', { name: '招商项目看板' }).getByRole('region', { name: stage, exact: true })
const boardOf = (name: string) => `/deals/board?q=${encodeURIComponent(name)}`

test('an officer brings a deal as far as an officer may; the head of the desk confirms', async ({ as }) => {
  const name = `确认${mark}项目`
  const officer = await as('officer1.domestic')
  const path = await enter(officer, name, entry)
  await expectAccessible(officer)
  await officer.getByRole('link', { name: '移到“办理入区手续”' }).click()
  await expectAccessible(officer)
  await officer.getByRole('dialog').getByRole('button', { name: '移到“办理入区手续”' }).click()
  await expect(officer.getByRole('dialog')).toHaveCount(0)
  await expect(officer.getByRole('link', { name: '资金结构（与总投资相符）' })).toBeVisible()
  await settleProcedures(officer, path)
  await closeCapital(officer, path)
  await propose(officer)
  await expect(officer.getByRole('button', { name: '确认', exact: true })).toHaveCount(0)
  await expect(officer.getByText('由提交人以外的部长或局长确认。')).toBeVisible()

  const head = await as('head.domestic')
  await head.goto(path)
  await expect(head.getByText('市商务局')).toBeVisible()
  await expectAccessible(head)
  await head.getByRole('button', { name: '确认', exact: true }).click()
  await expect(head.getByRole('listitem').filter({ hasText: '审批通过' }).first()).toHaveAttribute(
    'aria-current',
    'step',
  )
  await expect(head.getByText('商资〔2026〕7 号').first()).toBeVisible()
})

test('a proposal that is returned says why, and can be proposed again', async ({ as }) => {
  const name = `退回${mark}项目`
  const officer = await as('officer1.domestic')
  const path = await enter(officer, name, entry)
  await moveToEntry(officer)
  await settleProcedures(officer, path)
  await closeCapital(officer, path)
  await propose(officer)
  const head = await as('head.domestic')
  await head.goto(path)
  await head.getByRole('link', { name: '退回', exact: true }).click()
  await head.getByRole('dialog').getByRole('button', { name: '退回' }).click()
  await expect(head.getByRole('dialog').getByRole('alert')).toBeVisible()
  await fill(head.getByRole('dialog'), { reason: '协议缺附件' })
  await head.getByRole('dialog').getByRole('button', { name: '退回' }).click()
  await expect(head.getByText(/退回：协议缺附件/)).toBeVisible()
  await officer.reload()
  await expect(officer.getByText(/退回：协议缺附件/)).toBeVisible()
  await officer.getByRole('link', { name: '提交审批通过' }).click()
  await expect(officer.locator('[name=approvalAuthority]')).toHaveValue('市商务局')
})

test('a card is dragged by mouse; sums follow from the server; the move is undone from the toast', async ({
  as,
}) => {
  const name = `拖动${mark}项目`
  const page = await as('officer1.domestic')
  await enter(page, name, entry)
  await page.goto(boardOf(name))
  await expectAccessible(page)
  const target = columnOf(page, '办理入区手续')
  await expect(target.getByRole('heading')).toContainText('0 项')
  await drag(page, cardOf(page, name), target)
  await expect(target.getByRole('article').filter({ hasText: name })).toBeVisible()
  await expect(target.getByRole('heading')).toContainText('1 项')
  await expect(target.getByRole('heading')).toContainText('1.16亿元')
  await page.getByRole('region', { name: '通知' }).getByRole('button', { name: '撤销' }).click()
  await expect(columnOf(page, '在谈').getByRole('heading')).toContainText('1 项')
  await expect(columnOf(page, '在谈').getByRole('article').filter({ hasText: name })).toBeVisible()
})

test('a card is moved by keys alone, with each step announced, and given its real day', async ({ as }) => {
  const name = `键盘${mark}项目`
  const page = await as('officer1.domestic')
  const path = await enter(page, name, { ...entry, effectiveOn: daysAgo(10) })
  await page.goto(boardOf(name))
  const handle = page.getByRole('button', { name: `移动“${name}”` })
  const taken = page.getByText(`已拿起“${name}”，现在在谈列`)
  await expect(async () => {
    await handle.focus()
    await page.keyboard.press('Space')
    await expect(taken).toBeAttached({ timeout: 1500 })
  }).toPass()
  await page.keyboard.press('Escape')
  await expect(page.getByText(`已取消，“${name}”留在原列`)).toBeAttached()
  await handle.focus()
  await page.keyboard.press('Space')
  await expect(page.getByText(`已拿起“${name}”，现在在谈列`)).toBeAttached()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText('在“办理入区手续”列上方')).toBeAttached()
  await page.keyboard.press('Space')
  await expect(columnOf(page, '办理入区手续').getByRole('article').filter({ hasText: name })).toBeVisible()
  await page.getByRole('region', { name: '通知' }).getByRole('button', { name: '改生效日期' }).click()
  await fill(page.getByRole('dialog'), { effectiveOn: daysAgo(11) })
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  const [y, m, d] = daysAgo(10).split('-').map(Number)
  await expect(page.getByRole('dialog').getByRole('alert').first()).toContainText(`${y}年${m}月${d}日`)
  await fill(page.getByRole('dialog'), { effectiveOn: daysAgo(5) })
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.goto(path)
  const [, month, day] = daysAgo(5).split('-').map(Number)
  await expect(page.getByText(`${month}月${day}日起`).first()).toBeVisible()
})

test('a refused move goes back, says what is missing and leads there', async ({ as }) => {
  const name = `缺项${mark}项目`
  const page = await as('officer1.domestic')
  await enter(page, name, { total: '3000万' })
  await page.goto(boardOf(name))
  await drag(page, cardOf(page, name), columnOf(page, '办理入区手续'))
  const why = columnOf(page, '在谈').getByRole('alert')
  await expect(why).toContainText('没有移到“办理入区手续”')
  await expect(why.getByRole('link', { name: '入区文件' })).toBeVisible()
  await expect(why.getByRole('link', { name: '总投资' })).toHaveCount(0)
  await expectAccessible(page)
  await why.getByRole('link', { name: '拟建内容' }).click()
  await expect(page).toHaveURL(/\/edit.*#f-content$/)
  await expect(page.locator('[name=content]')).toBeFocused()
  await expectAccessible(page)
})

test('the export is the screen, row by row', async ({ as }) => {
  const page = await as('head.domestic')
  // what no other journey enters meanwhile
  await page.goto(`/deals?stage=negotiation&sort=number&size=100&createdTo=${daysAgo(1)}`)
  const rows = page.getByRole('grid').locator('tbody tr')
  const screen = await rows.evaluateAll(all =>
    all.map(row => [...row.querySelectorAll('td')].map(cell => cell.innerText.trim())),
  )
  expect(screen.length).toBeGreaterThan(10)
  const at = await page
    .getByRole('grid')
    .locator('thead th')
    .evaluateAll(all => all.map(cell => (cell as HTMLElement).innerText.trim()))
  const column = (label: string) => at.findIndex(text => text.startsWith(label))
  const csv = parse(readFileSync(await download(page, '导出 CSV')), { bom: true }) as string[][]
  const [head = [], ...lines] = csv
  const field = (label: string) => head.findIndex(text => text.startsWith(label))
  expect(lines.map(line => line[field('编号')])).toEqual(screen.map(row => row[column('编号')]))
  expect(lines.map(line => line[field('项目名称')])).toEqual(screen.map(row => row[column('项目名称')]))
  expect(lines.map(line => line[field('负责人')])).toEqual(screen.map(row => row[column('负责人')]))
  const yuan = at.findIndex(text => /^总投资[\s\S]*万元/.test(text))
  const amounts = head.findIndex(text => /^总投资（万元）/.test(text))
  expect(lines.map(line => line[amounts])).toEqual(screen.map(row => row[yuan]?.replaceAll(',', '')))

  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(await download(page, '导出 Excel（.xlsx）'))
  const sheet = book.worksheets[0]
  const values: unknown[][] = []
  sheet?.eachRow(row => values.push((row.values as unknown[]).slice(1)))
  const top = values.findIndex(row => row.includes('编号'))
  const numbers = values.slice(top + 1, top + 1 + screen.length).map(row => row[0])
  expect(numbers).toEqual(screen.map(row => row[column('编号')]))
  const total = values[top + 1 + screen.length]
  expect(total?.[0]).toBe('合计')
  const sum = lines.reduce((all, line) => all + (Number(line[amounts]) || 0), 0)
  expect(Number(total?.[amounts])).toBeCloseTo(sum, 4)
})

test('an officer of another desk finds nothing: not in the list, by text, by address, by export, by form', async ({
  as,
}) => {
  const name = `保密${mark}项目`
  const officer = await as('officer1.domestic')
  const path = await enter(officer, name, entry)
  const number = path.split('/').at(-1) ?? ''
  const other = await as('officer1.europe-us')
  await other.goto(`/deals?status=all&q=${encodeURIComponent(name)}`)
  await expect(other.getByText('没有符合筛选的项目')).toBeVisible()
  await other.goto(boardOf(name))
  await expect(other.getByRole('article')).toHaveCount(0)
  for (const address of [path, `${path}/edit`]) {
    await other.goto(address)
    await expect(other.getByText('没有这个页面').or(other.getByText('找不到')).first()).toBeVisible()
    expect(await other.content()).not.toContain(name)
  }
  const file = await other.request.get(`/deals/export?format=csv&status=all&q=${encodeURIComponent(name)}`)
  expect(file.status()).toBe(200)
  expect(await file.text()).not.toContain(number)
  // a form of one's own that names the other's deal
  const own = await enter(other, `自己${mark}项目`)
  await other.goto(`${own}?act=hold`)
  await fill(other.getByRole('dialog'), { reasonCode: 'funds' })
  await other.locator('dialog input[name=number]').evaluate((input: HTMLInputElement, value) => {
    input.value = value
  }, number)
  await other.getByRole('dialog').getByRole('button', { name: '暂缓' }).click()
  await expect(other.getByRole('dialog').getByRole('alert')).toContainText('已不存在，或您已看不到它')
  await officer.reload()
  await expect(officer.getByText('推进中').first()).toBeVisible()
})

test('two people edit the same deal: both fields are saved, and what both changed asks', async ({ as }) => {
  const name = `合并${mark}项目`
  const officer = await as('officer1.domestic')
  const path = await enter(officer, name)
  const head = await as('head.domestic')
  await officer.goto(`${path}/edit`)
  await head.goto(`${path}/edit`)
  await fill(officer, { content: '表面处理线两条', jobs: '280' })
  await officer.getByRole('button', { name: '保存' }).click()
  await expect(officer).toHaveURL(path)
  await fill(head, { jobs: '320', partner: '晟铸精机' })
  await head.getByRole('button', { name: '保存' }).click()
  await expect(head.getByText('两个人改了同一条记录')).toBeVisible()
  await expectAccessible(head)
  await head.getByRole('radio', { name: /320/ }).check()
  await head.getByRole('button', { name: '保存所选' }).click()
  await expect(head).toHaveURL(path)
  await expect(head.getByText('320 人').first()).toBeVisible()
  await expect(head.getByText('晟铸精机').first()).toBeVisible()
  await expect(head.getByText('表面处理线两条').first()).toBeVisible()
})

test('as of the closing day the lists are those of the report, and read only', async ({ as }) => {
  const page = await as('director')
  const now = new Date(Date.now() - 14 * 86_400_000)
  const year = now.getMonth() >= 6 ? now.getFullYear() : now.getFullYear() - 1
  for (const [stage, count] of [
    ['negotiation', 52],
    ['entry_procedures', 23],
    ['approved', 17],
  ] as const) {
    await page.goto(`/deals?asOf=${year}-06-30&stage=${stage}`)
    await expect(page.getByText(new RegExp(`^${count} 项 · `))).toBeVisible()
  }
  await page.goto(`/deals/board?asOf=${year}-06-30`)
  await expect(columnOf(page, '在谈').getByRole('heading')).toContainText('52 项')
  await expect(columnOf(page, '在谈').getByRole('heading')).toContainText('8.6亿元')
  await expect(page.getByRole('button', { name: /^移动“/ })).toHaveCount(0)
})

test('a deal is put on hold, revived, deleted and restored', async ({ as }) => {
  const name = `删除${mark}项目`
  const page = await as('head.domestic')
  await enter(page, name)
  await menu(page, '暂缓')
  await fill(page.getByRole('dialog'), { reasonCode: 'funds' })
  await page.getByRole('dialog').getByRole('button', { name: '暂缓' }).click()
  await expect(page.getByText(/起暂缓：资金/)).toBeVisible()
  await menu(page, '恢复推进')
  await fill(page.getByRole('dialog'), { reason: '资金已落实' })
  await page.getByRole('dialog').getByRole('button', { name: '恢复推进' }).click()
  await expect(page.getByText(/起暂缓：资金/)).toHaveCount(0)
  await menu(page, '删除')
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click()
  await expect(page.getByText(/删除了这个项目/)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('main').getByRole('button', { name: '恢复', exact: true }).click()
  await expect(page.getByText(/删除了这个项目/)).toHaveCount(0)
})

test('list, board, new and opening entry pass axe; on a phone too', async ({ as }) => {
  const wide = await as('head.domestic')
  const narrow = await as('officer1.domestic', phone)
  for (const page of [wide, narrow]) {
    for (const path of ['/deals', '/deals/board', '/deals/new', ...(page === wide ? ['/deals/open'] : [])]) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(page)
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  }
})

async function menu(page: Page, item: string) {
  await page.getByRole('button', { name: '更多操作' }).click()
  await page.getByRole('link', { name: item, exact: true }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
}

async function download(page: Page, item: string): Promise<string> {
  await page.getByRole('button', { name: '导出' }).click()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: item }).click(),
  ])
  return file.path()
}

/** As a hand does it: down, a little, on in steps, up. */
async function drag(page: Page, what: Locator, onto: Locator) {
  const from = await what.boundingBox()
  const to = await onto.boundingBox()
  if (!from || !to) throw new Error('nothing to drag, or nowhere')
  await page.mouse.move(from.x + from.width / 2, from.y + from.height - 8)
  await page.mouse.down()
  await page.mouse.move(from.x + from.width / 2 + 20, from.y + from.height, { steps: 4 })
  await page.mouse.move(to.x + to.width / 2, to.y + 120, { steps: 12 })
  await expect(page.locator('.col[data-over]')).toBeVisible()
  await page.mouse.up()
}
