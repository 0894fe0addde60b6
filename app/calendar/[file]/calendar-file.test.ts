import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import type { CalendarEntry } from '@/db/read/calendar'
import { locales } from '@/domain/user/user'
import { messagesIn } from '@/i18n/words'
import { calendarFile } from './calendar-file'

const line = (changes: Partial<CalendarEntry>): CalendarEntry => ({
  kind: 'step',
  on: '2026-07-16',
  from: '2026-07-16',
  until: '2026-07-16',
  id: 7,
  title: '陪同看厂; 二期, 三期\n带样品',
  names: {},
  record: 'D-2026-0001',
  name: '二期扩建',
  clock: null,
  personId: 1,
  deskId: 1,
  done: false,
  coming: false,
  ...changes,
})
const entries = [
  line({}),
  ...['2026-07-20', '2026-07-21'].map(on =>
    line({
      kind: 'event',
      on,
      from: '2026-07-20',
      until: '2026-07-21',
      title: '说明会',
      names: { en: 'Seminar' },
      record: 'E-2026-0003',
    }),
  ),
  line({ kind: 'clock', title: '大和机工', clock: 'answer', record: 'L-2026-0009' }),
  line({ kind: 'task', title: '报送月报', record: null, done: true }),
  line({
    kind: 'task',
    title: '报送月报',
    record: null,
    on: '2026-08-16',
    from: '2026-08-16',
    until: '2026-08-16',
    coming: true,
  }),
]
const fileIn = async (locale: (typeof locales)[number]) =>
  calendarFile({
    entries,
    zone: '东港经济开发区',
    timezone: 'Asia/Shanghai',
    locale,
    words: (await messagesIn(locale)).calendar,
    origin: 'https://crm.example',
  })
const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map(one => new ICAL.Event(one))

test('any calendar reads it: whole days, an event of several days once, its text as it was written', async () => {
  const events = read(await fileIn('zh-Hans'))
  expect(events.every(one => one.startDate.isDate)).toBe(true)
  expect(events.map(one => [one.uid, one.summary, one.startDate.toString(), one.endDate.toString()])).toEqual(
    [
      ['step-D-2026-0001@zhaoshang', '陪同看厂; 二期, 三期\n带样品', '2026-07-16', '2026-07-17'],
      ['event-E-2026-0003@zhaoshang', '说明会', '2026-07-20', '2026-07-22'],
      ['clock-answer-L-2026-0009@zhaoshang', '答复时限：大和机工', '2026-07-16', '2026-07-17'],
      ['task-7@zhaoshang', '✓ 报送月报', '2026-07-16', '2026-07-17'],
      ['task-7-2026-08-16@zhaoshang', '报送月报', '2026-08-16', '2026-08-17'],
    ],
  )
})

test('it speaks five languages, leads to the records, and is the same as long as nothing changes', async () => {
  for (const locale of locales) {
    const text = await fileIn(locale)
    const [step, event] = read(text)
    expect(step?.component.getFirstPropertyValue('url')).toBe('https://crm.example/deals/D-2026-0001')
    expect(event?.summary).toBe(locale === 'en' ? 'Seminar' : '说明会')
    expect(await fileIn(locale)).toBe(text)
    expect(text.split('\r\n').every(one => Buffer.byteLength(one) <= 75)).toBe(true)
  }
})
