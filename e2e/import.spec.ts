import type { Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { bookStream, compoundOf } from '@/db/testing/compound'
import { bookOf, packedOver, partsOf, zipOf } from '@/domain/import/testing/zip'
import { expect, expectAccessible, phone, test } from './office'

/** Names of this run alone: tests run side by side on one office. */
const mark = Date.now().toString(36)

const csv = (rows: readonly (readonly string[])[]) => Buffer.from(rows.map(row => row.join(',')).join('\n'))

async function upload(page: Page, noun: string, name: string, rows: readonly (readonly string[])[]) {
  await page.goto('/import')
  const form = page.getByRole('form', { name: '新的导入' })
  await form.getByLabel('导入什么').selectOption({ label: noun })
  await form.getByLabel('文件').setInputFiles({ name, mimeType: 'text/csv', buffer: csv(rows) })
  await form.getByRole('button', { name: '上传并查看' }).click()
}

test('a sheet is mapped, its wrong cells are named, what looks the same is ruled on, applied and taken back', async ({
  as,
}) => {
  const page = await as('director')
  const known = `既有${mark}重工有限公司`
  await upload(page, '企业', '名录.csv', [
    ['企业名称', '国家/地区'],
    [known, '中国'],
  ])
  await page.getByRole('button', { name: '检查所有行' }).click()
  await page.getByRole('button', { name: '导入 1 行' }).click()
  await expect(page.getByText('已导入', { exact: true })).toBeVisible()

  await upload(page, '企业', `台账${mark}.csv`, [
    ['企业名称', '哪里来', '统一社会信用代码'],
    [`新来${mark}电子`, '日本', ''],
    [`既有${mark}重工股份有限公司`, '韩国', ''],
    [`坏格${mark}`, '亚特兰蒂斯', 'ABC'],
  ])
  await expect(page.getByText('新建记录还需要：国家/地区')).toBeVisible()
  await page.getByLabel('“哪里来”列的字段').selectOption({ label: '国家/地区 *' })
  await page.getByRole('button', { name: '检查所有行' }).click()
  const bad = page.getByRole('table', { name: '有误' })
  await expect(bad.getByRole('row', { name: /哪里来 亚特兰蒂斯/ })).toBeVisible()
  await expect(bad.getByRole('row', { name: /统一社会信用代码 ABC/ })).toBeVisible()
  await expectAccessible(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /下载未通过的 2 行/ }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/)

  await page.getByRole('link', { name: /疑似重复/ }).click()
  const rule = page.getByRole('form', { name: '认定第 3 行' })
  await expect(page.getByRole('link', { name: known })).toBeVisible()
  await rule.getByRole('button', { name: '是同一个' }).click()
  await page.getByRole('link', { name: /^更新/ }).click()
  await expect(page.getByRole('table', { name: '更新' }).getByText('韩国')).toBeVisible()
  await page.getByRole('button', { name: '只导入没有问题的 2 行' }).click()
  await expect(page.getByText('已导入', { exact: true })).toBeVisible()

  await page.goto(`/companies?q=${encodeURIComponent(`新来${mark}`)}`)
  const fresh = page.locator('main tbody tr').filter({ hasText: `新来${mark}电子` })
  await fresh.getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1, name: `新来${mark}电子` })).toBeVisible()
  await page.goto('/import')
  await page.getByRole('link', { name: `台账${mark}.csv` }).click()
  await page.getByText('撤销这次导入').click()
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByText('已撤销', { exact: true }).first()).toBeVisible()
  await page.goto(`/companies?q=${encodeURIComponent(`新来${mark}`)}`)
  await expect(page.getByRole('heading', { level: 1, name: '企业' })).toBeVisible()
  await expect(fresh).toHaveCount(0)
})

test('an officer brings in leads alone, also on a phone; what is no sheet is refused in words; a viewer finds no such page', async ({
  as,
}) => {
  const page = await as('officer1.domestic', phone)
  await page.goto('/import')
  await expect(page.getByLabel('导入什么').locator('option')).toHaveText(['招商线索'])
  await expectAccessible(page)
  await upload(page, '招商线索', '线索.csv', [
    ['客商', '联系电话', '国家/地区', '需求', '下一步'],
    [`来客${mark}`, `139${Date.now().toString().slice(-8)}`, '中国', '找厂房', ''],
    [`再来${mark}`, `138${Date.now().toString().slice(-8)}`, '中国', '找厂房', '回访'],
  ])
  await page.getByRole('button', { name: '检查所有行' }).click()
  await expect(page.getByRole('row', { name: /下一步日期 — 请给下一步定个日期/ })).toBeVisible()
  await page.getByRole('button', { name: '只导入没有问题的 1 行' }).click()
  await expect(page.getByText('已导入', { exact: true })).toBeVisible()

  await page.goto('/import')
  const form = page.getByRole('form', { name: '新的导入' })
  const exe = { name: '报表.xlsx', mimeType: 'application/zip', buffer: Buffer.from('not a sheet at all') }
  await form.getByLabel('文件').setInputFiles(exe)
  await form.getByRole('button', { name: '上传并查看' }).click()
  await expect(page.getByRole('heading', { name: '文件没有收下' })).toBeVisible()

  const viewer = await as('viewer')
  const answer = await viewer.goto('/import')
  expect(answer?.status()).toBe(404)
})

test('bad files, one after the other, are each refused in words, and nothing of them is kept', async ({
  as,
  baseURL,
}) => {
  const page = await as('director')
  const form = page.getByRole('form', { name: '新的导入' })
  const parts = partsOf({ sheets: ['<sheetData/>'] })
  const packed = { packed: packedOver('<row/>'.repeat(170_000), 1_000), size: 1_020_000_000 }
  const heads = Array.from({ length: 500 }, (_, at) => `<c t="inlineStr"><is><t>列${at}</t></is></c>`)
  for (const [name, buffer, words] of [
    [`坏${mark}炸弹.xlsx`, zipOf({ ...parts, 'xl/worksheets/sheet1.xml': packed }), '解开后超过 160 MB'],
    [`坏${mark}宏.xlsm`, zipOf({ ...parts, 'xl/vbaProject.bin': 'x' }), '文件带有宏'],
    [`坏${mark}旧.xls`, compoundOf({ Workbook: bookStream([0, 1]) }), '旧格式'],
    [`坏${mark}图.csv`, Buffer.from('<svg onload="alert(1)"/>'), '网页'],
    [
      `坏${mark}宽.xlsx`,
      bookOf({ sheets: [`<sheetData><row>${heads.join('')}</row></sheetData>`] }),
      '列数超过 256',
    ],
    [`坏${mark}.xlsx`, Buffer.from('MZ\u0090\0 runs'), '不是表格文件'],
  ] as const) {
    await page.goto('/import')
    await expect(form.getByText('还没有选择文件')).toBeVisible()
    await form.getByLabel('导入什么').selectOption({ label: '企业' })
    await form.getByLabel('文件').setInputFiles({ name, mimeType: 'application/octet-stream', buffer })
    await expect(form.getByRole('status')).toContainText(name)
    await form.getByRole('button', { name: '上传并查看' }).click()
    await expect(page.getByRole('heading', { name: '文件没有收下' })).toBeVisible()
    await expect(page.getByText(words)).toBeVisible()
  }
  // what is too large does not even leave the browser; past the page it is refused as well
  await page.goto('/import')
  const large = { name: '大.xlsx', mimeType: 'application/zip', buffer: Buffer.alloc(31 * 1024 ** 2) }
  await form.getByLabel('文件').setInputFiles(large)
  await expect(form.getByRole('status')).toHaveText('大.xlsx 超过 30 MB')
  await form.getByRole('button', { name: '上传并查看' }).click()
  await expect(page).toHaveURL(/\/import$/)
  const headers = { origin: String(baseURL) }
  const past = await page.request.post('/files/import', {
    headers,
    multipart: { noun: 'company', file: large },
  })
  expect([past.status(), await past.text()]).toEqual([413, expect.stringContaining('文件太大，最多 30 MB')])
  const officer = await as('officer1.domestic')
  const small = {
    name: 'a.csv',
    mimeType: 'text/csv',
    buffer: csv([
      ['企业名称', '国家'],
      ['甲', '中国'],
    ]),
  }
  const may = await officer.request.post('/files/import', {
    headers,
    multipart: { noun: 'company', file: small },
  })
  expect(may.status()).toBe(403)
  await page.goto('/import')
  await expect(page.getByRole('link', { name: `坏${mark}` })).toHaveCount(0)
})

test('a text whose encoding nobody can guess is shown in each, and read in the one that is chosen', async ({
  as,
}) => {
  const page = await as('director')
  const name = `编码${mark}`
  await page.goto('/import')
  const form = page.getByRole('form', { name: '新的导入' })
  await form.getByLabel('导入什么').selectOption({ label: '企业' })
  const buffer = Buffer.concat([
    Buffer.from(`name,country\n`),
    Buffer.from([0xb0, 0xa1, 0xb0, 0xa2]),
    Buffer.from(',CN\n'),
  ])
  await form.getByLabel('文件').setInputFiles({ name: `${name}.csv`, mimeType: 'text/csv', buffer })
  await form.getByRole('button', { name: '上传并查看' }).click()
  await expect(page.getByText('看不出文件用的是哪种文字编码')).toBeVisible()
  const choice = page.getByRole('form', { name: '文字编码' })
  await expect(choice.getByRole('radio', { name: /EUC-KR.*가각/ })).toBeVisible()
  await expect(choice.getByText('文件内容不符合：UTF-8')).toBeVisible()
  await expectAccessible(page)
  await choice.getByRole('radio', { name: /EUC-KR/ }).check()
  await choice.getByRole('button', { name: '按这种编码读取' }).click()
  const columns = page.getByRole('table', { name: '列' })
  await expect(columns.getByText('가각')).toBeVisible()
  await page.getByText('按 EUC-KR 读取').click()
  await choice.getByRole('radio', { name: /GB18030.*啊阿/ }).check()
  await choice.getByRole('button', { name: '按这种编码读取' }).click()
  await expect(columns.getByText('啊阿')).toBeVisible()
  await page.getByRole('button', { name: '丢弃' }).click()
})

/** Lists that no other journey changes, with all that an import reads of them. */
const lists = [
  [
    'deals',
    '招商项目',
    '拟建内容',
    'stage=approved&desk=general&columns=number,name,company,country,desk,stage,total,officer,industry,high_tech,form,content,partner,source,event,land,jobs',
  ],
  [
    'leads',
    '招商线索',
    '需求',
    'stage=disqualified&desk=europe_us&columns=number,name,contact,country,desk,stage,source,officer,industry,need,intended',
  ],
  [
    'companies',
    '企业',
    '企业名称',
    'q=食品&columns=number,name,country,kind,industry,in_zone,segment,origin,credit_code,parent,website',
  ],
  [
    'contacts',
    '联系人',
    '职务',
    'country=DE&columns=number,name,company,title,phones,email,wechat,language,consent,name_zh_hans,name_en,note,created,updated',
  ],
] as const

for (const [list, noun, column, search] of lists) {
  test(`what ${list} export comes in again: nothing changes, but for a cell that was changed, and the next export is that sheet`, async ({
    as,
  }) => {
    const page = await as('director')
    const exported = async () => {
      const answer = await page.request.get(`/${list}/export?format=csv&${search}`)
      return parse(await answer.body(), { bom: true }) as string[][]
    }
    const begin = async (name: string, rows: readonly string[][]) => {
      await upload(
        page,
        noun,
        name,
        rows.map(row => row.map(quoted)),
      )
      await page.getByRole('button', { name: '检查所有行' }).click()
    }
    const before = await exported()
    const rows = before.length - 1
    expect(rows).toBeGreaterThan(2)
    await begin(`${list}-${mark}.csv`, before)
    await expect(page.getByRole('link', { name: new RegExp(`^无变化 ?${rows}$`) })).toBeVisible()

    const at = before[0]?.indexOf(column) ?? -1
    const changed = before.map((row, line) =>
      line === 2 ? row.with(at, `https://example.com/${mark}`) : row,
    )
    await begin(`${list}-${mark}-2.csv`, changed)
    await expect(page.getByRole('link', { name: new RegExp(`^无变化 ?${rows - 1}$`) })).toBeVisible()
    await page.getByRole('button', { name: /^导入 ?1 ?行$/ }).click()
    await expect(page.getByText('已导入', { exact: true })).toBeVisible()
    const after = await exported()
    expect(byNumber(after)).toEqual(byNumber(changed))
  })
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
/** Without when it was last changed; a change moves a row to the front. */
const byNumber = ([head = [], ...rows]: string[][]) => {
  const updated = head.findIndex(name => /更新/.test(name))
  return rows
    .map(row => row.filter((_, at) => at !== updated))
    .sort((one, other) => (one.join() < other.join() ? -1 : 1))
}
