import type { Days } from './days'
import { allDesks, type EventSpec, event, places } from './event'

/** The three fairs of the report, in its year and in those around it. */
export function fairs({ year }: Days): EventSpec[] {
  const on = (years: number, monthDay: string) => `${year + years}-${monthDay}`
  const inYear = (name: string, years: number) => (years === 0 ? name : `${name}（${year + years}）`)
  return [-2, -1, 0, 1].flatMap(years => [
    event(
      years === 0 ? '318' : `318/${years}`,
      'investment_fair',
      [on(years, '03-18'), 3],
      places.hongKong,
      ['general', 'europe_us'],
      [
        inYear('河北省318香港投资洽谈会', years),
        inYear('河北省318香港投資洽談會', years),
        `Hebei “318” investment fair in Hong Kong (${year + years})`,
        `河北省318香港投資商談会（${year + years}）`,
        `허베이성 318 홍콩 투자상담회 (${year + years})`,
      ],
      { organiser: '河北省商务部门', note: '组织区内企业随省团参会，设展位一个，安排对接两场。' },
    ),
    event(
      years === 0 ? '415' : `415/${years}`,
      'trade_fair',
      [on(years, '04-15'), 5],
      places.guangzhou,
      allDesks,
      [
        inYear('415广交会', years),
        inYear('415廣交會', years),
        `“415” Canton fair (${year + years})`,
        `415広州交易会（${year + years}）`,
        `415 광저우 교역회 (${year + years})`,
      ],
      { note: '以走访参展企业为主，重点收集机械、五金、电子类展商名片。' },
    ),
    event(
      years === 0 ? '518' : `518/${years}`,
      'investment_fair',
      [on(years, '05-18'), 4],
      places.langfang,
      allDesks,
      [
        inYear('518河北廊坊经贸洽谈会', years),
        inYear('518河北廊坊經貿洽談會', years),
        `“518” Langfang trade fair, Hebei (${year + years})`,
        `518河北廊坊経済貿易商談会（${year + years}）`,
        `518 허베이 랑팡 경제무역상담회 (${year + years})`,
      ],
      { organiser: '河北省商务部门', note: '举办东港专场推介，现场签订意向三份。' },
    ),
  ])
}
