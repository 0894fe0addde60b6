import type { getFormatter } from 'next-intl/server'

/** 1 is Monday, 7 is Sunday. */
export const weekdayWord = (
  format: Awaited<ReturnType<typeof getFormatter>>,
  day: number,
  weekday: 'long' | 'short',
): string =>
  // 5 January 2026 is a Monday
  format.dateTime(new Date(Date.UTC(2026, 0, 4 + day)), { timeZone: 'UTC', weekday })
