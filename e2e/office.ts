import AxeBuilder from '@axe-core/playwright'
import {
  type Browser,
  type BrowserContext,
  test as base,
  expect,
  type Locator,
  type Page,
} from '@playwright/test'

/** Every demo account's password; made by the demo only. */
export const password = 'Zhaoshang-2026'

type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>
const signedIn = new Map<string, StorageState>()

export async function signIn(page: Page, login: string, secret = password) {
  await page.goto('/sign-in')
  await page.locator('input[name=login]').fill(login)
  await page.locator('input[name=password]').fill(secret)
  await page.locator('input[name=password]').press('Enter')
}

type Options = NonNullable<Parameters<Browser['newContext']>[0]>

/** `as('officer1.domestic')` opens a page in a context of its own, signed in as that person; signs in once a worker. */
export const test = base.extend<{ as: (login: string, options?: Options) => Promise<Page> }>({
  as: async ({ browser, baseURL }, provide) => {
    const contexts: BrowserContext[] = []
    await provide(async (login, options = {}) => {
      let state = signedIn.get(login)
      if (!state) {
        const door = await browser.newContext({ baseURL, locale: 'zh-CN' })
        const page = await door.newPage()
        await signIn(page, login)
        await page.waitForURL(url => !url.pathname.startsWith('/sign-in'))
        state = await door.storageState()
        signedIn.set(login, state)
        await door.close()
      }
      const context = await browser.newContext({ baseURL, locale: 'zh-CN', storageState: state, ...options })
      contexts.push(context)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const

/** A day in the zone; after the closing day of the demo, whose figures must stay. */
export const daysAgo = (days: number) =>
  new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10)

/** Presses the first key of a page again until it answers: a page that is only drawn does not hear keys yet. */
export async function press(page: Page, key: string, focused: Locator) {
  await expect(async () => {
    if (!(await focused.evaluateAll(([element]) => element === document.activeElement)))
      await page.keyboard.press(key)
    await expect(focused).toBeFocused({ timeout: 1500 })
  }).toPass()
}

/** A structure that closes, which the approval asks for: all of the total from one party. Ends on the deal at `path`. */
export async function closeCapital(page: Page, path: string) {
  await page.goto(`${path}/capital/edit`)
  await page.locator('[name="rest-0"]').check()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.locator('#gap')).toContainText('与总投资相符')
  await page.goto(path)
}

/** No finding of axe, nothing excluded; or of one rule alone. Legacy mode asks in the page itself: our pages frame nothing from elsewhere. */
export async function expectAccessible(page: Page, { only }: { only?: string } = {}) {
  // on the way from page to page the title comes after the content
  await expect(page).toHaveTitle(/\S/)
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  if (only) axe.withRules(only)
  const { violations } = await axe.analyze()
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(' | ')}`),
  ).toEqual([])
}

export { type Browser, expect }
