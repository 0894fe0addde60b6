/** The desks that every zone begins with; the admin may add and rename. */
export const firstDesks = [
  {
    key: 'domestic',
    name: '内资部',
    names: { 'zh-Hant': '內資部', en: 'Domestic', ja: '国内担当', ko: '국내 담당' },
  },
  {
    key: 'japan_korea',
    name: '日韩部',
    names: { 'zh-Hant': '日韓部', en: 'Japan/Korea', ja: '日韓担当', ko: '한일 담당' },
  },
  {
    key: 'europe_us',
    name: '欧美部',
    names: { 'zh-Hant': '歐美部', en: 'Europe & Americas', ja: '欧米担当', ko: '유럽·미주 담당' },
  },
  {
    key: 'general',
    name: '综合部',
    names: { 'zh-Hant': '綜合部', en: 'General', ja: '総合担当', ko: '종합 담당' },
  },
] as const

/** The desk that takes what no route catches. */
export const catchAllDesk = 'general'
