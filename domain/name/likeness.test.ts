import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { exactKeys, likeKeys, likeness, matchKeys } from '@/domain/name/likeness'
import { romanize, sound } from '@/domain/name/romanize'

/* What people at the desks took for the same company (one group or one misspelt name), a pair a line. */
const alike = `
威海马氏食品有限公司 | 威海馬氏食品股份有限公司
海尔集团公司 | 海爾集團
青岛海尔股份有限公司 | 海尔集团公司
海尔电器有限公司 | Haier Electronics Co., Ltd.
华为技术有限公司 | Huawei Technologies Co., Ltd.
华为技术有限公司 | 深圳市华为投资控股有限公司
华为技术有限公司 | 華為技術有限公司
小米科技有限责任公司 | Xiaomi Technology Co., Ltd.
上海宝山钢铁股份有限公司 | 宝山钢铁股份有限公司
中国石油化工股份有限公司 | 中國石油化工股份有限公司
烟台万华化学集团股份有限公司 | 万华化学(烟台)有限公司
晟铸精机股份有限公司 | 晟鑄精機有限公司
福耀玻璃工业集团股份有限公司 | 福耀玻璃
宁德时代新能源科技股份有限公司 | 宁德时代新能源科技（深圳）有限公司
三一重工股份有限公司 | 三一重机有限公司
潍柴动力股份有限公司 | 濰柴動力股份有限公司
台達電子工業股份有限公司 | 台达电子
鴻海精密工業股份有限公司 | 鸿海精密工业
统一企业股份有限公司 | 統一企業股份有限公司
株式会社トヨタ自動車 | トヨタ自動車株式会社
トヨタ自動車株式会社 | Toyota Motor Corporation
トヨタ自動車株式会社 | ﾄﾖﾀ自動車(株)
ホンダモーター株式会社 | Honda Motor Co., Ltd.
ソニー株式会社 | Sony Corporation
パナソニック株式会社 | Panasonic Corporation
ヤマハ株式会社 | YAMAHA CORPORATION
株式会社ダイキン工業 | ダイキン工業（中国）有限公司
スズキ株式会社 | Suzuki Motor Corporation
広沢製作所株式会社 | 廣澤製作所
三菱電機株式会社 | 三菱电机（中国）有限公司
株式会社日立製作所 | 日立（中国）有限公司
삼성전자 주식회사 | ㈜삼성전자
삼성전자 주식회사 | Samsung Electronics Co., Ltd.
주식회사 포스코홀딩스 | 포스코(주)
현대자동차 주식회사 | 현대자동차(중국) 유한공사
한국타이어 주식회사 | (주)한국타이어
한화솔루션 주식회사 | 한화 주식회사
코오롱인더스트리(주) | 코오롱 주식회사
Siemens AG | SIEMENS LTD., CHINA
Siemens AG | Seimens AG
Volkswagen AG | Volkswagen (China) Investment Co., Ltd.
Robert Bosch GmbH | Robert Bosch GmbH & Co. KG
Bosch Power Tools GmbH | Bosch Power Tools (China) Co., Ltd.
Müller Maschinenbau GmbH | Mueller Maschinenbau GmbH
Müller Maschinenbau GmbH | MULLER MASCHINENBAU
BASF SE | BASF (China) Company Limited
Schneider Electric SE | Schneider Electric (China) Co., Ltd.
L'Oréal S.A. | LOREAL (CHINA)
Ferrari S.p.A. | FERRARI SPA
General Electric Company | Genral Electric Company
Honeywell International Inc. | Honeywell (China) Co., Ltd.
Caterpillar Inc. | Catterpillar Inc.
Linde GmbH | Linde plc`
  .trim()
  .split('\n')
  .map(line => line.split(' | ') as [string, string])

/* Companies that have nothing to do with one another, however near they are written. */
const apart = `
海尔集团公司 | 海信集团有限公司
青岛啤酒股份有限公司 | 青岛海尔股份有限公司
威海马氏食品有限公司 | 威海东方食品有限公司
东方电子股份有限公司 | 东方食品有限公司
中国银行股份有限公司 | 中国石油天然气股份有限公司
中国建筑股份有限公司 | 中国中车股份有限公司
中国石油天然气股份有限公司 | 中国石油化工股份有限公司
宝山钢铁股份有限公司 | 鞍山钢铁集团有限公司
华为技术有限公司 | 华润集团有限公司
大连机床集团 | 大连重工集团
三一重工股份有限公司 | 三九医药股份有限公司
长江电力股份有限公司 | 长城汽车股份有限公司
万科企业股份有限公司 | 万华化学集团股份有限公司
新希望集团有限公司 | 新华制药股份有限公司
小米科技有限责任公司 | 小天鹅股份有限公司
烟台张裕葡萄酿酒股份有限公司 | 烟台万华化学集团
台達電子工業股份有限公司 | 台灣積體電路製造股份有限公司
統一企業股份有限公司 | 統一超商股份有限公司
トヨタ自動車株式会社 | トヨシマ株式会社
日本電気株式会社 | 日本電産株式会社
三菱電機株式会社 | 三井化学株式会社
三菱電機株式会社 | 三菱化学株式会社
ホンダ株式会社 | Hyundai Motor Company
スズキ株式会社 | ススキノ食品株式会社
株式会社日立製作所 | 日産自動車株式会社
ヤマハ株式会社 | ヤマト運輸株式会社
パナソニック株式会社 | パイオニア株式会社
삼성전자 주식회사 | 삼양식품 주식회사
현대자동차 주식회사 | 현대건설 주식회사
한국타이어 주식회사 | 한국전력공사
한화솔루션 주식회사 | 한진중공업 주식회사
LG화학 주식회사 | LS전선 주식회사
포스코(주) | 코스모화학(주)
Siemens AG | Siemsen GmbH & Partner Foods
General Electric Company | General Motors Company
General Mills, Inc. | General Motors Company
Bosch Power Tools GmbH | Bosphorus Trading Ltd.
BASF SE | BASE Logistics Ltd.
Honeywell International Inc. | Honey Foods Inc.
Ford Motor Company | Foxconn Technology Group
Linde GmbH | Lindt & Sprüngli AG
Delta Air Lines, Inc. | Delta Electronics, Inc.
American Express Company | American Airlines Group Inc.
Continental AG | Continental Foods Ltd.
Robert Bosch GmbH | Robert Half Inc.
Haier Electronics Co., Ltd. | 海信电器股份有限公司`
  .trim()
  .split('\n')
  .map(line => line.split(' | ') as [string, string])

const found = ([one, other]: [string, string]) => {
  const level = likeness([one], [other])
  const keys = new Set(matchKeys([other]))
  const indexed = [...exactKeys([one]), ...likeKeys([one])].some(key => keys.has(key))
  return level !== null && indexed
}

test('a table of real names: what is found is mostly right, and most of what is the same is found', () => {
  const missed = alike.filter(pair => !found(pair))
  const wrong = apart.filter(found)
  const hits = alike.length - missed.length
  const precision = hits / (hits + wrong.length)
  const recall = hits / alike.length
  const percent = (part: number) => `${(100 * part).toFixed(1)} %`
  // the figures of the table are what one wants to see of this test
  const lists = { missed: missed.map(pair => pair.join(' | ')), wrong: wrong.map(pair => pair.join(' | ')) }
  process.stdout.write(
    `${alike.length} pairs alike, ${apart.length} apart: precision ${percent(precision)}, recall ${percent(recall)}\n${JSON.stringify(lists)}\n`,
  )
  expect(alike.length + apart.length).toBeGreaterThanOrEqual(60)
  expect(precision).toBeGreaterThanOrEqual(0.95)
  expect(recall).toBeGreaterThanOrEqual(0.9)
})

test('equal keys block only what is written alike but for form, script and width', () => {
  expect(apart.filter(([one, other]) => likeness([one], [other]) === 'same')).toEqual([])
})

describe('sounds', () => {
  it.each([
    ['海尔', 'haier'],
    ['トヨタ', 'toyota'],
    ['シャープ', 'shapu'],
    ['ファナック', 'fanaku'],
    ['フォルクス', 'forukusu'],
    ['삼성', 'samseong'],
    ['현대', 'hyeondae'],
  ])('spells %s as %s', (text, latin) => expect(romanize(text)).toBe(latin))
  it('hears ソニー as Sony', () => expect(sound(romanize('ソニー'))).toBe(sound('sony')))
})

describe('whatever the names', () => {
  const name = fc.string({
    unit: fc.constantFrom(...'威海馬马氏食品電电子トヨタソニー삼성전자현대 AbcXyzé（）&.有限公司株式会社'),
    maxLength: 24,
  })
  it('is the same from both sides, and a name is like itself', () =>
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(likeness([one], [other])).toBe(likeness([other], [one]))
        if (exactKeys([one]).length) expect(likeness([one], [one])).toBe('same')
      }),
    ))
  it('is found by the index whenever it is alike', () =>
    fc.assert(
      fc.property(name, name, (one, other) => {
        if (likeness([one], [other])) expect(found([one, other])).toBe(true)
      }),
      { numRuns: 500 },
    ))
  it('has no key for what is too short or no name, and few keys for what is long', () => {
    expect(matchKeys(['', 'A', '—', '有'])).toEqual([])
    expect(matchKeys(['株式会社'.repeat(50), '马'.repeat(200)]).length).toBeLessThan(60)
  })
  it('stays the same when width, case, spaces and script variant change', () =>
    fc.assert(
      fc.property(name, one => {
        const other = ` ${one.toUpperCase().replaceAll('马', '馬').replaceAll('电', '電')} `
        expect(exactKeys([other])).toEqual(exactKeys([one]))
      }),
    ))
})
