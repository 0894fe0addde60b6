import type { Names } from '@/domain/user/user'

type First = {
  key: string
  name: string
  names: Names
  agency: string
  mandatory: boolean
  /** Working days. */
  days: number
  after: readonly string[]
}

/**
 * The steps of entry that a zone begins with, in their order; the administrator changes them. What needs the company's
 * name waits for its approval; filing, environment and land run side by side; planning waits for the land.
 */
export const firstTemplates: readonly First[] = [
  {
    key: 'name',
    name: '企业名称预先核准',
    names: {
      'zh-Hant': '企業名稱預先核准',
      en: 'Company name pre-approval',
      ja: '企業名称事前審査',
      ko: '기업 명칭 사전 승인',
    },
    agency: '市场监督管理局',
    mandatory: true,
    days: 3,
    after: [],
  },
  {
    key: 'filing',
    name: '投资项目备案',
    names: {
      'zh-Hant': '投資項目備案',
      en: 'Investment project filing',
      ja: '投資案件届出',
      ko: '투자사업 등록',
    },
    agency: '经济发展局',
    mandatory: true,
    days: 5,
    after: ['name'],
  },
  {
    key: 'environment',
    name: '环境影响评价审批',
    names: {
      'zh-Hant': '環境影響評價審批',
      en: 'Environmental impact approval',
      ja: '環境影響評価認可',
      ko: '환경영향평가 승인',
    },
    agency: '生态环境分局',
    mandatory: true,
    days: 30,
    after: ['filing'],
  },
  {
    key: 'land',
    name: '建设项目用地预审',
    names: {
      'zh-Hant': '建設項目用地預審',
      en: 'Land use pre-examination',
      ja: '建設用地事前審査',
      ko: '건설 용지 예비 심사',
    },
    agency: '自然资源和规划分局',
    mandatory: true,
    days: 20,
    after: ['filing'],
  },
  {
    key: 'planning',
    name: '建设用地规划许可',
    names: {
      'zh-Hant': '建設用地規劃許可',
      en: 'Land use planning permit',
      ja: '建設用地計画許可',
      ko: '건설 용지 계획 허가',
    },
    agency: '自然资源和规划分局',
    mandatory: true,
    days: 15,
    after: ['land'],
  },
  {
    key: 'energy',
    name: '节能审查',
    names: {
      'zh-Hant': '節能審查',
      en: 'Energy conservation review',
      ja: '省エネルギー審査',
      ko: '에너지 절약 심사',
    },
    agency: '经济发展局',
    mandatory: false,
    days: 20,
    after: ['filing'],
  },
  {
    key: 'safety',
    name: '安全条件审查',
    names: {
      'zh-Hant': '安全條件審查',
      en: 'Safety conditions review',
      ja: '安全条件審査',
      ko: '안전조건 심사',
    },
    agency: '应急管理局',
    mandatory: false,
    days: 20,
    after: ['filing'],
  },
]
