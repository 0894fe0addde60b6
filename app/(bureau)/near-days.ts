import { getTranslations } from 'next-intl/server'
import { addDays, weekdayOf } from '@/domain/calendar/date'
import { naming } from './naming'

/** Tomorrow, the day after, next Monday: the days that a next step is mostly put on, each once. */
export async function nearDays(): Promise<{ day: string; label: string }[]> {
  const [{ today }, say, t] = await Promise.all([
    naming(),
    getTranslations('common.say'),
    getTranslations('activity.next'),
  ])
  const monday = addDays(today, (8 - weekdayOf(today)) % 7 || 7)
  const days = [
    { day: addDays(today, 1), label: say('tomorrow') },
    { day: addDays(today, 2), label: say('dayAfterTomorrow') },
    { day: monday, label: t('nextMonday') },
  ]
  return days.filter(({ day }, at) => days.findIndex(one => one.day === day) === at)
}
