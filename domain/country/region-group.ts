import type { CountryCode } from '@/domain/country/country'
import type { Names } from '@/domain/user/user'

/** Groups of countries and regions that a desk route may name as one. A code may stand in several. */
export const regionGroups = {
  hong_kong_macao_taiwan: codes('HK MO TW'),
  japan_korea: codes('JP KR'),
  southeast_asia: codes('BN ID KH LA MM MY PH SG TH TL VN'),
  south_asia: codes('AF BD BT IN LK MV NP PK'),
  central_asia: codes('KG KZ TJ TM UZ'),
  middle_east: codes('AE BH CY EG IL IQ IR JO KW LB OM PS QA SA SY TR YE'),
  europe: codes(
    `AD AL AT AX BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT
     NL NO PL PT RO RS RU SE SI SJ SK SM UA VA`,
  ),
  americas: codes(
    `AG AI AR AW BB BL BM BO BQ BR BS BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GT GY HN HT JM KN KY LC MF MQ MS MX
     NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI`,
  ),
  africa: codes(
    `AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG
     RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW`,
  ),
  oceania: codes('AS AU CC CK CX FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS'),
} as const

export type RegionGroup = keyof typeof regionGroups

export const regionGroupKeys = Object.keys(regionGroups) as RegionGroup[]

export function isRegionGroup(value: unknown): value is RegionGroup {
  return typeof value === 'string' && Object.hasOwn(regionGroups, value)
}

export function inGroup(code: CountryCode, group: RegionGroup): boolean {
  return regionGroups[group].includes(code)
}

export function groupsOf(code: CountryCode): RegionGroup[] {
  return regionGroupKeys.filter(group => inGroup(code, group))
}

export function regionGroupName(group: RegionGroup, locale: keyof Names): string {
  return names[group][locale]
}

const names: Record<RegionGroup, Required<Names>> = {
  hong_kong_macao_taiwan: named(
    '港澳台',
    '港澳台',
    'Hong Kong, Macao and Taiwan',
    '香港・マカオ・台湾',
    '홍콩·마카오·대만',
  ),
  japan_korea: named('日韩', '日韓', 'Japan and Korea', '日本・韓国', '일본·한국'),
  southeast_asia: named('东南亚', '東南亞', 'Southeast Asia', '東南アジア', '동남아시아'),
  south_asia: named('南亚', '南亞', 'South Asia', '南アジア', '남아시아'),
  central_asia: named('中亚', '中亞', 'Central Asia', '中央アジア', '중앙아시아'),
  middle_east: named('中东', '中東', 'Middle East', '中東', '중동'),
  europe: named('欧洲', '歐洲', 'Europe', '欧州', '유럽'),
  americas: named('美洲', '美洲', 'Americas', '米州', '미주'),
  africa: named('非洲', '非洲', 'Africa', 'アフリカ', '아프리카'),
  oceania: named('大洋洲', '大洋洲', 'Oceania', 'オセアニア', '오세아니아'),
}

function codes(list: string): readonly CountryCode[] {
  return list.split(/\s+/)
}

function named(hans: string, hant: string, en: string, ja: string, ko: string): Required<Names> {
  return { 'zh-Hans': hans, 'zh-Hant': hant, en, ja, ko }
}
