import type { Currency } from '@/domain/money/currency'
import type { Names } from '@/domain/user/user'
import type { IndustryKey } from './product-line'

export type DeskKey = 'domestic' | 'japan_korea' | 'europe_us' | 'general'

export const zoneName = '东港经济开发区'
export const zoneNames: Names = {
  'zh-Hant': '東港經濟開發區',
  en: 'Donggang Economic Development Zone',
  ja: '東港経済開発区',
  ko: '둥강 경제개발구',
}

/** With the section of GB/T 4754: C manufacturing, G transport and storage. */
export const industries: Record<IndustryKey, { name: string; names: Names; section: string }> = {
  machinery: {
    name: '装备制造',
    section: 'C',
    names: {
      'zh-Hant': '裝備製造',
      en: 'Equipment and vehicles',
      ja: '機械・自動車部品',
      ko: '장비·자동차부품',
    },
  },
  materials: {
    name: '新材料',
    section: 'C',
    names: { 'zh-Hant': '新材料', en: 'New materials', ja: '新素材', ko: '신소재' },
  },
  electronics: {
    name: '电子信息',
    section: 'C',
    names: { 'zh-Hant': '電子資訊', en: 'Electronics', ja: '電子・情報', ko: '전자·정보' },
  },
  food: {
    name: '医药食品',
    section: 'C',
    names: { 'zh-Hant': '醫藥食品', en: 'Medicine and food', ja: '医薬・食品', ko: '의약·식품' },
  },
  logistics: {
    name: '现代物流',
    section: 'G',
    names: { 'zh-Hant': '現代物流', en: 'Logistics', ja: '物流', ko: '물류' },
  },
}

export const rateSource = '演示汇率，非真实'
/** Yuan for one unit. The second set proves that the sums of June stay as they were. */
export const rates: Record<'01-01' | '07-01', Partial<Record<Currency, string>>> = {
  '01-01': { USD: '7.10', HKD: '0.91', JPY: '0.05', EUR: '8.00', KRW: '0.005', TWD: '0.22' },
  '07-01': { USD: '7.05', HKD: '0.90', JPY: '0.048', EUR: '8.10', KRW: '0.0051', TWD: '0.225' },
}
