import { expect, type Locator, type Page } from '@playwright/test'

/** What lets a deal enter the procedures. */
export const entry = {
  total: '1.16亿',
  form: 'joint_venture',
  content: '精密铸件年产 6000 吨',
  entryDocumentKind: 'intent',
  entryDocumentOn: '2026-05-06',
  entryDocumentReference: '意向〔2026〕12 号',
}

export async function fill(page: Page | Locator, values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) {
    const control = page.locator(`[name="${name}"]:visible`)
    const folded = page.locator(`details:not([open]):has([name="${name}"]) > summary`)
    if (await folded.count()) await folded.click()
    if ((await control.evaluate(element => element.tagName)) === 'SELECT') await control.selectOption(value)
    else await control.fill(value)
  }
}

/** A deal of this run, entered by this person; its address. */
export async function enter(page: Page, name: string, values: Record<string, string> = {}) {
  await page.goto('/deals/new')
  await page.locator('#f-companyId').getByRole('combobox').fill(`${name}公司`)
  await page.keyboard.press('Escape')
  await page.locator('#f-industryId select').selectOption({ index: 1 })
  await fill(page, { name, country: 'JP', source: 'visit', ...values })
  await page.getByRole('button', { name: '建立项目' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  return new URL(page.url()).pathname
}

/** On the page of the deal: it enters the procedures today. */
export async function moveToEntry(page: Page) {
  await page.getByRole('link', { name: '移到“办理入区手续”' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '移到“办理入区手续”' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/** Every mandatory step is done today, in its order; back on the page of the deal. */
export async function settleProcedures(page: Page, path: string) {
  await page.goto(`${path}/procedures`)
  const open = page
    .getByRole('listitem')
    .filter({ hasText: '必办' })
    .getByRole('link', { name: /^办结“/ })
  for (let left = await open.count(); left > 0; left -= 1) {
    await open.first().click()
    await page.getByRole('form').getByRole('button', { name: '办结', exact: true }).click()
    await expect(open).toHaveCount(left - 1)
  }
  await expect(page.getByText('必办事项已齐')).toBeVisible()
  await page.goto(path)
}
