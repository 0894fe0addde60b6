import { type Locale, locales } from '@/domain/user/user'

/** GB/T 2260, the first two digits; names in zh-Hans, zh-Hant, en, ja, ko. */
const provinces: Record<string, readonly string[]> = {
  '11': ['北京市', '北京市', 'Beijing', '北京市', '베이징시'],
  '12': ['天津市', '天津市', 'Tianjin', '天津市', '톈진시'],
  '13': ['河北省', '河北省', 'Hebei', '河北省', '허베이성'],
  '14': ['山西省', '山西省', 'Shanxi', '山西省', '산시성(山西)'],
  '15': ['内蒙古自治区', '內蒙古自治區', 'Inner Mongolia', '内モンゴル自治区', '네이멍구 자치구'],
  '21': ['辽宁省', '遼寧省', 'Liaoning', '遼寧省', '랴오닝성'],
  '22': ['吉林省', '吉林省', 'Jilin', '吉林省', '지린성'],
  '23': ['黑龙江省', '黑龍江省', 'Heilongjiang', '黒竜江省', '헤이룽장성'],
  '31': ['上海市', '上海市', 'Shanghai', '上海市', '상하이시'],
  '32': ['江苏省', '江蘇省', 'Jiangsu', '江蘇省', '장쑤성'],
  '33': ['浙江省', '浙江省', 'Zhejiang', '浙江省', '저장성'],
  '34': ['安徽省', '安徽省', 'Anhui', '安徽省', '안후이성'],
  '35': ['福建省', '福建省', 'Fujian', '福建省', '푸젠성'],
  '36': ['江西省', '江西省', 'Jiangxi', '江西省', '장시성'],
  '37': ['山东省', '山東省', 'Shandong', '山東省', '산둥성'],
  '41': ['河南省', '河南省', 'Henan', '河南省', '허난성'],
  '42': ['湖北省', '湖北省', 'Hubei', '湖北省', '후베이성'],
  '43': ['湖南省', '湖南省', 'Hunan', '湖南省', '후난성'],
  '44': ['广东省', '廣東省', 'Guangdong', '広東省', '광둥성'],
  '45': ['广西壮族自治区', '廣西壯族自治區', 'Guangxi', '広西チワン族自治区', '광시 좡족 자치구'],
  '46': ['海南省', '海南省', 'Hainan', '海南省', '하이난성'],
  '50': ['重庆市', '重慶市', 'Chongqing', '重慶市', '충칭시'],
  '51': ['四川省', '四川省', 'Sichuan', '四川省', '쓰촨성'],
  '52': ['贵州省', '貴州省', 'Guizhou', '貴州省', '구이저우성'],
  '53': ['云南省', '雲南省', 'Yunnan', '雲南省', '윈난성'],
  '54': ['西藏自治区', '西藏自治區', 'Xizang', '西蔵自治区', '시짱 자치구'],
  '61': ['陕西省', '陝西省', 'Shaanxi', '陝西省', '산시성(陕西)'],
  '62': ['甘肃省', '甘肅省', 'Gansu', '甘粛省', '간쑤성'],
  '63': ['青海省', '青海省', 'Qinghai', '青海省', '칭하이성'],
  '64': ['宁夏回族自治区', '寧夏回族自治區', 'Ningxia', '寧夏回族自治区', '닝샤 후이족 자치구'],
  '65': ['新疆维吾尔自治区', '新疆維吾爾自治區', 'Xinjiang', '新疆ウイグル自治区', '신장 위구르 자치구'],
  '71': ['台湾省', '台灣省', 'Taiwan', '台湾省', '대만성'],
  '81': ['香港特别行政区', '香港特別行政區', 'Hong Kong', '香港特別行政区', '홍콩 특별행정구'],
  '82': ['澳门特别行政区', '澳門特別行政區', 'Macao', 'マカオ特別行政区', '마카오 특별행정구'],
}

/** In the order of GB/T 2260. */
export const provinceCodes: readonly string[] = Object.keys(provinces).sort()

/** The 31 of the mainland: what is asked of a company whose country or region is CN. */
export const mainlandProvinceCodes = provinceCodes.filter(code => code < '70')

export function isProvinceCode(value: unknown): value is string {
  return typeof value === 'string' && Object.hasOwn(provinces, value)
}

/** The code itself where it is none of ours. */
export function provinceName(code: string, locale: Locale): string {
  return provinces[code]?.[locales.indexOf(locale)] ?? code
}

export function provinceOptions(locale: Locale): { code: string; name: string }[] {
  return mainlandProvinceCodes.map(code => ({ code, name: provinceName(code, locale) }))
}
