import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isIsoDate } from '@/domain/calendar/date'
import { readTask } from '@/domain/task/quick'
import { type Nameable, readMentions } from './mention'
import { kindWords, readQuick } from './quick'

/* Wednesday. */
const today = '2026-07-15'
const people: Nameable[] = [
  { kind: 'person', id: 1, name: '林晓', keys: ['林晓', 'officer1.domestic', 'lin xiao', 'linxiao'] },
  { kind: 'person', id: 2, name: '林晓梅', keys: ['林晓梅', 'linxiaomei'] },
  { kind: 'person', id: 3, name: '王磊', keys: ['王磊', 'wanglei'] },
  { kind: 'person', id: 4, name: '王蕾', keys: ['王蕾', 'wanglei'] },
  { kind: 'contact', id: 5, name: '佐藤 健', keys: ['佐藤 健', '佐藤健', 'ken sato'] },
]

test.each(Object.entries(kindWords).flatMap(([kind, words]) => words.map(word => [word, kind])))(
  '/%s is %s',
  (word, kind) => {
    expect(readQuick(`/${word} 谈了租金`, today)).toEqual({ kind, text: '谈了租金', next: null })
    expect(readQuick(`谈了租金 ／${word.toUpperCase()}`, today).kind).toBe(kind)
  },
)

test.each([
  [
    '/电话谈了租金 → 下周三 陪同看厂',
    { kind: 'call', text: '谈了租金', next: { step: '陪同看厂', on: '2026-07-22', noSuchDay: null } },
  ],
  [
    '谈了租金，下一步：3月5日寄方案',
    { kind: null, text: '谈了租金，', next: { step: '寄方案', on: '2027-03-05', noSuchDay: null } },
  ],
  [
    '/meeting done -> send the draft, tomorrow',
    { kind: 'meeting', text: 'done', next: { step: 'send the draft', on: '2026-07-16', noSuchDay: null } },
  ],
  [
    '/面談 条件を確認 次回：来週月曜 見積',
    { kind: 'meeting', text: '条件を確認', next: { step: '見積', on: '2026-07-20', noSuchDay: null } },
  ],
  [
    '/전화 조건 확인 다음: 내일 자료 발송',
    { kind: 'call', text: '조건 확인', next: { step: '자료 발송', on: '2026-07-16', noSuchDay: null } },
  ],
  ['谈妥 下一步：无', { kind: null, text: '谈妥', next: 'none' }],
  [
    '谈了 → 2月30日 签约',
    { kind: null, text: '谈了', next: { step: '签约', on: null, noSuchDay: '2月30日' } },
  ],
  ['谈了 → 再约', { kind: null, text: '谈了', next: { step: '再约', on: null, noSuchDay: null } }],
  ['see you next week, nothing else', { kind: null, text: 'see you next week, nothing else', next: null }],
  ['/callous remark', { kind: null, text: '/callous remark', next: null }],
  ['厂房 1/2 层', { kind: null, text: '厂房 1/2 层', next: null }],
])('%s', (said, read) => {
  expect(readQuick(said, today)).toEqual(read)
})

test('the longest name that the text goes on with is meant, without a space behind it', () => {
  const who = (text: string) => readMentions(text, people).named.map(one => one.who.id)
  expect(who('@林晓明天回电')).toEqual([1])
  expect(who('请@林晓梅跟进，＠LinXiao 知悉')).toEqual([2, 1])
  expect(who('@officer1.domestic ok')).toEqual([1])
  expect(who('与@佐藤健 见面')).toEqual([5])
})

test('somebody unknown and a name of two are said, an e-mail address and a lone @ are not', () => {
  expect(readMentions('@赵六，在吗', people)).toEqual({ named: [], unknown: ['赵六'], unclear: [] })
  expect(readMentions('@wanglei', people).unclear).toEqual(['wanglei'])
  expect(readMentions('a.b@linxiao.example @ 5 元', people)).toEqual({ named: [], unknown: [], unclear: [] })
  expect(readMentions('@linxiaoming', people).unknown).toEqual(['linxiaoming'])
})

test('a task says who and when', () => {
  expect(readTask('@林晓 下周三 给大和机工寄资料', people, today)).toEqual({
    title: '给大和机工寄资料',
    dueOn: '2026-07-22',
    noSuchDay: null,
    assigneeId: 1,
    unknown: null,
  })
  expect(readTask('send the brochure tomorrow', people, today)).toMatchObject({
    title: 'send the brochure',
    dueOn: '2026-07-16',
  })
  expect(readTask('明天', people, today)).toMatchObject({ title: '明天', dueOn: '2026-07-16' })
})

test('whatever is typed, nothing is thrown and nothing is lost but what was read', () => {
  const part = fc.constantFrom(
    '/电话',
    '@林晓',
    '→',
    '下一步',
    '明天',
    '2月30日',
    ' ',
    '，',
    '@',
    '/',
    '谈了',
    'next:',
    '无',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(part, { maxLength: 9 }).map(parts => parts.join('')),
      ),
      text => {
        const { kind, text: rest, next } = readQuick(text, today)
        if (next && next !== 'none') expect(next.on === null || isIsoDate(next.on)).toBe(true)
        if (!kind && !next && !/→|->|=>|下一步|next/.test(text)) expect(rest).toBe(text.trim())
        for (const { from, to, who } of readMentions(text, people).named) {
          expect(text.slice(from, from + 1)).toMatch(/[@＠]/)
          expect(to - from).toBeGreaterThan(1)
          expect(people).toContain(who)
        }
        readTask(text, people, today)
      },
    ),
  )
}, 20_000)
