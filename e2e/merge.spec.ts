import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './office'

/** Names of this run alone: tests run side by side on one office. */
const mark = Date.now().toString(36)

async function company(page: Page, name: string, website = '') {
  await page.goto('/companies/new')
  await page.getByLabel('企业名称').fill(name)
  await page.getByRole('combobox', { name: '国家/地区' }).selectOption({ label: '中国' })
  if (website) {
    await page.getByText('更多信息').click()
    await page.getByLabel('网站').fill(website)
  }
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  return new URL(page.url()).pathname.split('/').at(-1) as string
}

async function contact(page: Page, of: string, name: string) {
  await page.goto(`/contacts/new?company=${of}`)
  await page.getByLabel('姓名').fill(name)
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('link', { name }).first()).toBeVisible()
}

test('two companies become one by choice, what moves is counted; the old address leads on, and one click undoes it', async ({
  as,
}) => {
  const page = await as('director')
  const [kept, other] = [
    await company(page, `合留${mark}精机`),
    await company(page, `并入${mark}铸造`, 'double.example'),
  ]
  await contact(page, other, `随迁${mark}`)
  await page.goto(`/companies/${kept}`)
  await page.getByRole('link', { name: '与…合并' }).click()
  await page.getByRole('searchbox', { name: '编号或名称' }).fill(`并入${mark}`)
  await page.getByRole('searchbox', { name: '编号或名称' }).press('Enter')
  await page.getByRole('link', { name: new RegExp(other) }).click()
  await expect(page.getByRole('heading', { level: 1, name: `将 ${other} 并入 ${kept}` })).toBeVisible()
  await expect(page.getByText('联系人 1 名')).toBeVisible()
  await expectAccessible(page)
  // what only the other has is chosen already; the name is chosen by hand
  await expect(page.getByRole('row', { name: /网站/ }).getByRole('radio').nth(1)).toBeChecked()
  await page
    .getByRole('row', { name: /企业名称/ })
    .getByRole('radio')
    .nth(1)
    .check()
  await page.getByRole('button', { name: '合并', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/companies/${kept}$`))
  await expect(page.getByRole('heading', { level: 1, name: `并入${mark}铸造` })).toBeVisible()
  await expect(page.getByRole('link', { name: `随迁${mark}` }).first()).toBeVisible()
  await expect(page.getByText(`将 ${other} 并入${mark}铸造 并入本记录`).first()).toBeVisible()

  const officer = await as('officer1.domestic')
  await officer.goto(`/companies/${other}`)
  await expect(officer).toHaveURL(new RegExp(`/companies/${kept}\\?merged=${other}$`))
  await expect(officer.getByText(`${other} 已并入本记录`)).toBeVisible()
  await expect(officer.getByRole('button', { name: /撤销合并/ })).toHaveCount(0)
  await expectAccessible(officer)
  await officer.goto(`/companies/${kept}/edit`)
  await officer.getByLabel('网站').fill('since.example')
  await officer.getByRole('button', { name: '保存' }).click()
  await expect(officer.getByRole('link', { name: 'https://since.example' })).toBeVisible()

  await page.getByRole('button', { name: '撤销合并' }).click()
  await expect(page.getByText('合并后改过、予以保留：网站').first()).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: `合留${mark}精机` })).toBeVisible()
  await page.goto(`/companies/${other}`)
  await expect(page.getByRole('link', { name: `随迁${mark}` }).first()).toBeVisible()
})

test('a merge of what another has just changed shows it as it stands now, and merges nothing yet', async ({
  as,
}) => {
  const page = await as('director')
  const [kept, other] = [await company(page, `冲突${mark}甲机械`), await company(page, `改动${mark}乙食品`)]
  await page.goto(`/merge/${kept}?with=${other}`)
  const officer = await as('officer1.domestic')
  await officer.goto(`/companies/${other}/edit`)
  await officer.getByLabel('企业名称').fill(`改动${mark}乙新名`)
  await officer.getByRole('button', { name: '保存' }).click()
  await expect(officer.getByRole('heading', { level: 1, name: `改动${mark}乙新名` })).toBeVisible()
  await page
    .getByRole('row', { name: /企业名称/ })
    .getByRole('radio')
    .nth(1)
    .check()
  await page.getByRole('button', { name: '合并', exact: true }).click()
  await expect(page.getByText(new RegExp(`修改了 ${other}，尚未合并`))).toBeVisible()
  const name = page.getByRole('row', { name: /企业名称/ })
  await expect(name).toContainText(`改动${mark}乙新名`)
  await expect(name.getByRole('radio').nth(1)).toBeChecked()
  await page.getByRole('button', { name: '合并', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: `改动${mark}乙新名` })).toBeVisible()
  await page.goto(`/merge/${kept}?with=${other}`)
  await expect(page.getByText(`${other} 已经合并`)).toBeVisible()
  await page.goto(`/merge/${kept}?with=${kept}`)
  await expect(page.getByText('不能与自身合并')).toBeVisible()
})

test('without JavaScript two companies are merged and the merge undone by plain forms; an officer has no such page', async ({
  as,
}) => {
  const director = await as('director')
  const [kept, other] = [
    await company(director, `素页${mark}留电子`),
    await company(director, `无本${mark}并物流`),
  ]
  const page = await as('director', { javaScriptEnabled: false })
  await page.goto(`/merge/${kept}?q=${other}`)
  await page.getByRole('button', { name: '合并', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/companies/${kept}`))
  await page.getByRole('button', { name: '撤销合并' }).click()
  await expect(page.getByText(`已撤销合并：${other}`)).toBeVisible()
  const officer = await as('officer1.domestic')
  await officer.goto(`/companies/${kept}`)
  await expect(officer.getByRole('link', { name: '与…合并' })).toHaveCount(0)
  expect((await officer.goto(`/merge/${kept}`))?.status()).toBe(404)
})
