import { addDays, addMonths, type IsoDate } from '@/domain/calendar/date'
import { usd } from './amount'
import { type Days, nextOfficeDay } from './days'
import type { DealStory } from './deal-life'
import type { Random } from './random'

/** Of one part: what is expected of it, and what came; amounts in minor units of its currency. */
export type Flow = {
  part: number
  plans: { from: IsoDate | null; by: IsoDate; minor: bigint; note: string | null }[]
  arrivals: { on: IsoDate; minor: bigint; state: 'confirmed' | 'proposed' | 'returned' }[]
}

/** What is expected of a deal's capital and what of it came by now. The two deals of the report as it says them. */
export function flowsOf(
  days: Days,
  random: Random,
  story: DealStory,
  amounts: readonly (bigint | null)[],
): Flow[] {
  const { plan, row } = story
  const { closing, latest } = days
  if (plan.name.includes('艾迪')) {
    const expected = {
      from: days.inYear('08-01'),
      by: days.inYear('09-30'),
      minor: usd(150).minor,
      note: '8、9月份',
    }
    const on = nextOfficeDay(addDays(closing, 113))
    const came = { on, minor: usd(100).minor, state: 'confirmed' as const }
    return [{ part: 0, plans: [expected], arrivals: on < addDays(latest, -1) ? [came] : [] }]
  }
  if (plan.name.startsWith('马氏')) {
    const by = addMonths(closing, 24)
    return amounts.map((minor, part) => ({
      part,
      plans: minor ? [{ from: null, by, minor, note: '两年内' }] : [],
      arrivals: [],
    }))
  }
  const first = amounts[0]
  return row.stage === 'approved' && first ? [instalments(days, random, row.stageSince, first)] : []
}

/** A third within three months of the approval, the rest within a year; most comes in time, some late or not at all. */
function instalments({ latest, today }: Days, random: Random, approved: IsoDate, whole: bigint): Flow {
  const unit = whole > 300_000_000n ? 1_000_000n : whole > 3_000_000n ? 10_000n : 1n
  const third = (whole / (3n * unit)) * unit
  const plans = [
    { from: null, by: addDays(approved, 90), minor: third, note: null },
    { from: addDays(approved, 180), by: addDays(approved, 360), minor: whole - third, note: null },
  ]
  const all = [
    { on: nextOfficeDay(addDays(approved, random.int(40, 100))), minor: third },
    { on: nextOfficeDay(addDays(approved, random.int(190, 350))), minor: whole - third },
  ]
  const fails = random.chance(0.15)
  const came = all.filter(({ on }, index) => on <= latest && on < today && !(fails && index === 1))
  const state = (on: IsoDate) => (on > addDays(latest, -12) ? ('proposed' as const) : ('confirmed' as const))
  return { part: 0, plans, arrivals: came.map(one => ({ ...one, state: state(one.on) })) }
}
