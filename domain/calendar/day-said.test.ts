import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, isIsoDate } from './date'
import { dayAtEnd, dayAtStart } from './day-said'

/* Wednesday. */
const today = '2026-07-15'

test.each([
  ['今天', '2026-07-15'],
  ['明天回电', '2026-07-16'],
  ['后天', '2026-07-17'],
  ['大後天', '2026-07-18'],
  ['下周三看厂', '2026-07-22'],
  ['下週日', '2026-07-26'],
  ['下星期一', '2026-07-20'],
  ['下周', '2026-07-20'],
  ['本周五', '2026-07-17'],
  ['周三', '2026-07-22'],
  ['星期天', '2026-07-19'],
  ['3月5日', '2027-03-05'],
  ['8月1号', '2026-08-01'],
  ['十二月三十一日', '2026-12-31'],
  ['8/1', '2026-08-01'],
  ['2026年9月10日', '2026-09-10'],
  ['2026-09-10', '2026-09-10'],
  ['下个月5号', '2026-08-05'],
  ['三天后', '2026-07-18'],
  ['两周后', '2026-07-29'],
  ['月底', '2026-07-31'],
  ['下月底', '2026-08-31'],
  ['2月29日', '2028-02-29'],
  ['today', '2026-07-15'],
  ['Tomorrow', '2026-07-16'],
  ['next week', '2026-07-20'],
  ['next Friday', '2026-07-24'],
  ['Fri', '2026-07-17'],
  ['on Wednesday', '2026-07-22'],
  ['Mar 5', '2027-03-05'],
  ['5 August', '2026-08-05'],
  ['in 10 days', '2026-07-25'],
  ['end of the month', '2026-07-31'],
  ['明日', '2026-07-16'],
  ['明後日', '2026-07-17'],
  ['来週', '2026-07-20'],
  ['来週の木曜日', '2026-07-23'],
  ['金曜', '2026-07-17'],
  ['来月10日', '2026-08-10'],
  ['2週間後', '2026-07-29'],
  ['내일', '2026-07-16'],
  ['모레', '2026-07-17'],
  ['다음 주', '2026-07-20'],
  ['다음 주 화요일', '2026-07-21'],
  ['토요일', '2026-07-18'],
  ['8월 3일', '2026-08-03'],
  ['3일 후', '2026-07-18'],
])('%s is %s', (said, on) => {
  expect(dayAtStart(said, today)?.on).toBe(on)
})

test.each(['2月30日', '13月1日', '2026-02-29', '4/31', '2026年2月31日'])(
  '%s does not exist, and is not guessed',
  said => {
    expect(dayAtStart(said, today)).toEqual({ on: null, said })
  },
)

test.each(['王总', 'market', 'sunny', '一起', '', '周总理'])('%s is no day', said => {
  expect(dayAtStart(said, today)).toBeNull()
})

test('a day at the end stands behind a space or a sign', () => {
  expect(dayAtEnd('给大和机工寄资料 下周三', today)).toEqual({ on: '2026-07-22', said: '下周三' })
  expect(dayAtEnd('send the brochure, tomorrow', today)?.on).toBe('2026-07-16')
  expect(dayAtEnd('准备3月5日会议材料', today)).toBeNull()
})

test('whatever is typed, what comes out is a day or nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.stringMatching(/^[下本周週星期一二三日月号天后0-9/ -]{0,9}$/u),
      ),
      text => {
        const found = dayAtStart(text, today)
        if (found) expect(found.on === null || isIsoDate(found.on)).toBe(true)
        dayAtEnd(text, today)
      },
    ),
  )
}, 20_000)

test('every day from today on is read back from each way of writing it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), ahead => {
      const on = addDays(today, ahead)
      const [y, m, d] = on.split('-').map(Number)
      for (const said of [on, `${y}/${m}/${d}`, `${y}年${m}月${d}日`, `${y}년 ${m}월 ${d}일`])
        expect(dayAtStart(said, today)).toEqual({ on, said })
    }),
  )
})
