import type { getTranslations } from 'next-intl/server'

type Words = Awaited<ReturnType<typeof getTranslations<'notification'>>>

/** What stands on the bell, and what it says: more than 999 are not counted. */
export function bellWords(t: Words, unread: number): { shown: string; says: string } {
  if (unread > 999) return { shown: '999+', says: t('bellMany') }
  return { shown: unread > 0 ? String(unread) : '', says: t('bell', { count: unread }) }
}
