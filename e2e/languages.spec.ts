import { expect, test } from './office'

/** Words of terms.md, and the shape of an amount, in each language. */
const languages = {
  'zh-Hans': {
    day: '今日工作',
    leads: '招商线索',
    deals: '招商项目',
    amount: /[\d.]+(亿|万)元/,
    unit: '万元',
  },
  'zh-Hant': {
    day: '今日工作',
    leads: '招商線索',
    deals: '招商項目',
    amount: /[\d.]+(億|萬)元/,
    unit: '萬元',
  },
  en: { day: 'My day', leads: 'Leads', deals: 'Deals', amount: /CNY [\d.]+ (million|billion)/, unit: 'CNY' },
  ja: {
    day: '本日の業務',
    leads: '見込み案件',
    deals: '誘致案件',
    amount: /[\d,]+(億|万)[\d,万]*人民元/,
    unit: '万',
  },
  ko: {
    day: '오늘 업무',
    leads: '투자 리드',
    deals: '투자유치 건',
    amount: /[\d,]+(억|만)[\d, 만]* 위안/,
    unit: '만',
  },
} as const
const pages = [
  '/',
  '/leads',
  '/deals',
  '/deals/board',
  '/companies',
  // without e-mail: an address looks like a key
  '/contacts?columns=number,name,company,title,phones,wechat,language,consent',
  '/events',
  '/leads/new',
  '/deals/new',
  '/settings',
]
const rawKey = /\b[a-z]+\.[a-z_]+\.[a-zA-Z_.]+\b/

for (const [locale, words] of Object.entries(languages)) {
  test(`every page speaks ${locale}`, async ({ as, baseURL }) => {
    test.setTimeout(240_000)
    const page = await as('director')
    await page.context().addCookies([{ name: 'locale', value: locale, url: baseURL ?? '' }])
    for (const path of pages) {
      await page.goto(path)
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      await expect(page.locator('h1')).toHaveCount(1)
      const rail = page.locator('nav.rail')
      for (const word of [words.day, words.leads, words.deals])
        await expect(rail.getByRole('link', { name: word, exact: true })).toBeVisible()
      const read = await page.locator('body').innerText()
      expect(read.match(rawKey)?.[0], `${path} shows a key instead of its words`).toBeUndefined()
    }
    await page.goto('/')
    await expect(page.locator('.bars').getByText(words.amount).first()).toBeVisible()
    await page.goto('/deals')
    await expect(page.locator('main tfoot')).toContainText(words.amount)
    await expect(page.locator('main thead')).toContainText(words.unit)
  })
}

test('the door speaks the language of the browser, Chinese where it knows none', async ({
  browser,
  baseURL,
}) => {
  for (const [asked, lang] of [
    ['ja-JP', 'ja'],
    ['zh-TW', 'zh-Hant'],
    ['ko-KR', 'ko'],
    ['en-GB', 'en'],
    ['sw', 'zh-Hans'],
  ]) {
    const context = await browser.newContext({ baseURL, locale: asked })
    const page = await context.newPage()
    await page.goto('/sign-in')
    await expect(page.locator('html')).toHaveAttribute('lang', lang ?? '')
    await context.close()
  }
})
