import { addDays, type IsoDate } from '@/domain/calendar/date'
import type { EventKind } from '@/domain/event/event'
import type { Names } from '@/domain/user/user'
import type { Days } from './days'
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

const all: readonly DeskKey[] = ['domestic', 'japan_korea', 'europe_us', 'general']
/** How far ahead the calendar is filled. */
const AHEAD_DAYS = 45

/** The events of the source document in its year, a few of the years before, and what came after until now. */
export function eventSpecs(days: Days): EventSpec[] {
  const { year, today } = days
  const on = (years: number, monthDay: string) => `${year + years}-${monthDay}`
  const event = (
    key: string,
    kind: EventKind,
    startsOn: IsoDate,
    lasts: number,
    [country, province, city]: readonly [string, string | null, string],
    desks: readonly DeskKey[],
    name: string,
    names: Names,
    more: Partial<Pick<EventSpec, 'venue' | 'organiser' | 'note'>> = {},
  ): EventSpec => ({
    key,
    kind,
    startsOn,
    endsOn: addDays(startsOn, lasts - 1),
    country,
    province,
    city,
    desks,
    name,
    names,
    venue: null,
    organiser: null,
    note: null,
    ...more,
  })
  const hongKong = ['HK', null, '香港'] as const
  const guangzhou = ['CN', '44', '广州'] as const
  const langfang = ['CN', '13', '廊坊'] as const
  const tokyo = ['JP', null, '东京'] as const
  const here = ['CN', '13', '东港'] as const
  const inYear = (name: string, years: number) => (years === 0 ? name : `${name}（${year + years}）`)

  const fairs = [-2, -1, 0, 1].flatMap(years => [
    event(
      years === 0 ? '318' : `318/${years}`,
      'investment_fair',
      on(years, '03-18'),
      3,
      hongKong,
      ['general', 'europe_us'],
      inYear('河北省318香港投资洽谈会', years),
      {
        'zh-Hant': inYear('河北省318香港投資洽談會', years),
        en: `Hebei “318” investment fair in Hong Kong (${year + years})`,
        ja: `河北省318香港投資商談会（${year + years}）`,
        ko: `허베이성 318 홍콩 투자상담회 (${year + years})`,
      },
      { organiser: '河北省商务部门', note: '组织区内企业随省团参会，设展位一个，安排对接两场。' },
    ),
    event(
      years === 0 ? '415' : `415/${years}`,
      'trade_fair',
      on(years, '04-15'),
      5,
      guangzhou,
      all,
      inYear('415广交会', years),
      {
        'zh-Hant': inYear('415廣交會', years),
        en: `“415” Canton fair (${year + years})`,
        ja: `415広州交易会（${year + years}）`,
        ko: `415 광저우 교역회 (${year + years})`,
      },
      { note: '以走访参展企业为主，重点收集机械、五金、电子类展商名片。' },
    ),
    event(
      years === 0 ? '518' : `518/${years}`,
      'investment_fair',
      on(years, '05-18'),
      4,
      langfang,
      all,
      inYear('518河北廊坊经贸洽谈会', years),
      {
        'zh-Hant': inYear('518河北廊坊經貿洽談會', years),
        en: `“518” Langfang trade fair, Hebei (${year + years})`,
        ja: `518河北廊坊経済貿易商談会（${year + years}）`,
        ko: `518 허베이 랑팡 경제무역상담회 (${year + years})`,
      },
      { organiser: '河北省商务部门', note: '举办东港专场推介，现场签订意向三份。' },
    ),
  ])
  const others = [
    event(
      'training',
      'training',
      on(0, '02-23'),
      3,
      here,
      all,
      '新进招商人员业务培训',
      {
        'zh-Hant': '新進招商人員業務培訓',
        en: 'Training of new promotion staff',
        ja: '新任誘致担当者研修',
        ko: '신규 투자유치 담당자 교육',
      },
      { venue: '管委会三楼会议室', note: '新招聘六人参加，含政策、用地、环评和外资审批四个专题。' },
    ),
    event(
      'delegation',
      'delegation',
      on(0, '06-04'),
      9,
      tokyo,
      ['japan_korea'],
      '随市政府代表团出访日本',
      {
        'zh-Hant': '隨市政府代表團出訪日本',
        en: 'City government delegation to Japan',
        ja: '市政府代表団訪日',
        ko: '시정부 대표단 일본 방문',
      },
      { organiser: '市人民政府' },
    ),
    event(
      'seminar',
      'seminar',
      on(0, '06-09'),
      1,
      tokyo,
      ['japan_korea'],
      '东港经济开发区（日本）投资说明会',
      {
        'zh-Hant': '東港經濟開發區（日本）投資說明會',
        en: 'Donggang investment seminar in Japan',
        ja: '東港経済開発区 投資説明会',
        ko: '둥강 경제개발구 일본 투자설명회',
      },
      { note: '到会企业四十余家，六家提出七月来区考察。' },
    ),
    event(
      'july',
      'inbound_visit',
      on(0, '07-07'),
      3,
      here,
      ['japan_korea'],
      '日本企业七月来区投资考察',
      {
        'zh-Hant': '日本企業七月來區投資考察',
        en: 'July visit of six Japanese companies',
        ja: '日本企業6社 7月来訪視察',
        ko: '일본 기업 6개사 7월 내방 시찰',
      },
      { venue: '创业中心工地、B-07 地块', note: '六家企业，逐家安排座谈，第二天看地。' },
    ),
    event('korea/-1', 'inbound_visit', on(-1, '09-16'), 2, here, ['japan_korea'], '韩国零部件企业来区考察', {
      'zh-Hant': '韓國零部件企業來區考察',
      en: 'Visit of Korean parts makers',
      ja: '韓国部品メーカー来訪視察',
      ko: '한국 부품업체 내방 시찰',
    }),
    event(
      'europe/-1',
      'delegation',
      on(-1, '11-03'),
      8,
      ['DE', null, '斯图加特'],
      ['europe_us'],
      '欧洲招商团组',
      { 'zh-Hant': '歐洲招商團組', en: 'Delegation to Europe', ja: '欧州誘致訪問団', ko: '유럽 투자유치단' },
    ),
    event(
      'shanghai',
      'seminar',
      on(0, '09-10'),
      1,
      ['CN', '31', '上海'],
      ['domestic', 'europe_us'],
      '东港·上海精密制造专题推介会',
      {
        'zh-Hant': '東港·上海精密製造專題推介會',
        en: 'Precision manufacturing seminar in Shanghai',
        ja: '東港・上海 精密製造説明会',
        ko: '둥강·상하이 정밀제조 투자설명회',
      },
    ),
    event('autumn', 'trade_fair', on(0, '10-15'), 5, guangzhou, all, `秋季广交会（${year}）`, {
      'zh-Hant': `秋季廣交會（${year}）`,
      en: `Autumn Canton fair (${year})`,
      ja: `秋季広州交易会（${year}）`,
      ko: `추계 광저우 교역회 (${year})`,
    }),
    event(
      'seoul',
      'seminar',
      on(0, '10-27'),
      1,
      ['KR', null, '首尔'],
      ['japan_korea'],
      '东港经济开发区（首尔）投资说明会',
      {
        'zh-Hant': '東港經濟開發區（首爾）投資說明會',
        en: 'Donggang investment seminar in Seoul',
        ja: '東港経済開発区 ソウル投資説明会',
        ko: '둥강 경제개발구 서울 투자설명회',
      },
    ),
    event(
      'recent',
      'inbound_visit',
      addDays(today, -6),
      2,
      here,
      ['general', 'domestic'],
      '粤港澳企业来区考察',
      {
        'zh-Hant': '粵港澳企業來區考察',
        en: 'Visit of companies from Guangdong, Hong Kong and Macao',
        ja: '粤港澳企業来訪視察',
        ko: '광둥·홍콩·마카오 기업 내방 시찰',
      },
      { venue: '综合物流园、C-02 地块' },
    ),
    event(
      'next',
      'seminar',
      addDays(today, 12),
      1,
      ['DE', null, '慕尼黑'],
      ['europe_us'],
      '东港经济开发区（慕尼黑）投资说明会',
      {
        'zh-Hant': '東港經濟開發區（慕尼黑）投資說明會',
        en: 'Donggang investment seminar in Munich',
        ja: '東港経済開発区 ミュンヘン投資説明会',
        ko: '둥강 경제개발구 뮌헨 투자설명회',
      },
      { note: '请柬已发三十二家，确认到会十一家。' },
    ),
  ]
  return [...fairs, ...others]
    .filter(({ startsOn }) => startsOn <= addDays(today, AHEAD_DAYS))
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
}
