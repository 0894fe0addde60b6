import { addDays, type IsoDate } from '@/domain/calendar/date'
import type { EventKind } from '@/domain/event/event'
import type { Names } from '@/domain/user/user'
import type { DeskKey } from './zone'

export type EventSpec = {
  key: string
  kind: EventKind
  name: string
  names: Names
  startsOn: IsoDate
  endsOn: IsoDate
  country: string
  province: string | null
  city: string
  venue: string | null
  organiser: string | null
  note: string | null
  desks: readonly DeskKey[]
}

export const allDesks: readonly DeskKey[] = ['domestic', 'japan_korea', 'europe_us', 'general']

type Place = readonly [country: string, province: string | null, city: string]
type More = Partial<Pick<EventSpec, 'venue' | 'organiser' | 'note'>>

export const places = {
  hongKong: ['HK', null, '香港'],
  guangzhou: ['CN', '44', '广州'],
  langfang: ['CN', '13', '廊坊'],
  shanghai: ['CN', '31', '上海'],
  here: ['CN', '13', '东港'],
  tokyo: ['JP', null, '东京'],
  seoul: ['KR', null, '首尔'],
  stuttgart: ['DE', null, '斯图加特'],
  munich: ['DE', null, '慕尼黑'],
} as const satisfies Record<string, Place>

/** An event of so many days; names in Traditional Chinese, English, Japanese, Korean. */
export function event(
  key: string,
  kind: EventKind,
  [startsOn, lasts]: readonly [IsoDate, number],
  [country, province, city]: Place,
  desks: readonly DeskKey[],
  [name, hant, en, ja, ko]: readonly [string, string, string, string, string],
  more: More = {},
): EventSpec {
  return {
    key,
    kind,
    startsOn,
    endsOn: addDays(startsOn, lasts - 1),
    country,
    province,
    city,
    desks,
    name,
    names: { 'zh-Hant': hant, en, ja, ko },
    venue: null,
    organiser: null,
    note: null,
    ...more,
  }
}
