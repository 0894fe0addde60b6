import { addDays, startOfDay } from '@/domain/calendar/date'
import { officeDay, TIMEZONE } from './days'
import type { Kit } from './kit'
import type { People } from './people'
import { randomFrom } from './random'

const DAYS = 9
const MINUTE = 60_000

/** Who came to the office in the last days; some mistyped. Long enough ago that no lock is left of it. */
export function signInRows({ days }: Kit, people: People) {
  const random = randomFrom('门')
  const dates = Array.from({ length: DAYS }, (_, index) => officeDay(addDays(days.latest, index - DAYS)))
  return [...new Set(dates)]
    .flatMap(date =>
      people.all
        .filter(() => random.chance(0.8))
        .flatMap(({ name, login }) => {
          const userId = people.id(name)
          const at = new Date(
            startOfDay(TIMEZONE, date).getTime() + random.int(500, 560) * MINUTE + random.int(0, 59) * 1000,
          )
          const address = `192.168.8.${20 + userId}`
          const done = { login, userId, address, outcome: 'done', at }
          const slip = { ...done, outcome: 'wrong', at: new Date(at.getTime() - 20_000) }
          return random.chance(0.07) ? [slip, done] : [done]
        }),
    )
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map((row, index) => ({ id: index + 1, ...row }))
}
