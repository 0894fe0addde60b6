import type { IndustryKey } from './product-line'

/** First and second syllable of an invented Chinese brand, with its pinyin. */
export const first =
  '瑞|Rui、恒|Heng、宏|Hong、科|Ke、博|Bo、鼎|Ding、泰|Tai、嘉|Jia、润|Run、景|Jing、启|Qi、凯|Kai、盛|Sheng、锦|Jin、朗|Lang、益|Yi、卓|Zhuo、昊|Hao、泽|Ze、冀|Ji、朔|Shuo、燕|Yan'.split(
    '、',
  )
export const second =
  '源|yuan、川|chuan、岳|yue、禾|he、澜|lan、茂|mao、晟|sheng、霖|lin、曜|yao、屿|yu、舟|zhou、桥|qiao、砺|li、程|cheng、沐|mu、筑|zhu、岑|cen、棠|tang、穗|sui、璟|jing'.split(
    '、',
  )

/** Cities by the province's code (GB/T 2260); half of the companies carry theirs in front. */
export const cities: Record<string, readonly string[]> = {
  '11': ['北京'],
  '12': ['天津'],
  '13': ['石家庄', '唐山', '廊坊', '保定', '邢台', '衡水'],
  '14': ['太原', '晋中'],
  '21': ['大连', '沈阳'],
  '31': ['上海'],
  '32': ['苏州', '无锡', '常州', '南通'],
  '33': ['宁波', '温州', '台州', '嘉兴'],
  '34': ['芜湖', '亳州'],
  '35': ['泉州', '厦门'],
  '37': ['潍坊', '烟台', '德州'],
  '41': ['洛阳', '新乡'],
  '42': ['襄阳'],
  '44': ['佛山', '东莞', '中山', '深圳'],
  '51': ['德阳'],
}

/** Brands of Japanese makers: as written, and in Latin letters. */
export const japan =
  '青嶋|Aoshima、柏野|Kashiwano、三戸|Sannohe、浜乃|Hamano、檜垣|Higaki、瀬波|Senami、鷹取原|Takatorihara、椎葉|Shiiba、御厨|Mikuriya、霧島台|Kirishimadai、苗代|Nawashiro、白砥|Shirato、笠取|Kasatori、朝比良|Asahira、月瀬|Tsukise、葛巻|Kuzumaki、若狭原|Wakasahara、石動|Isurugi、鵜飼野|Ukaino、日向坂|Hyugazaka、小諸台|Komorodai、糸魚|Itoi、甲賀野|Kokano、玉城|Tamashiro、蔵王原|Zaohara、湯沢台|Yuzawadai、勝浦|Katsura、三峰|Mitsumine、菊水台|Kikusuidai、千曲|Chikuma'.split(
    '、',
  )
export const japanTrades: Record<IndustryKey, readonly string[]> = {
  machinery: ['製作所|Seisakusho', '精機|Seiki', '鉄工|Tekko', '金型|Kanagata', '工機|Koki'],
  materials: ['化成|Kasei', '樹脂|Jushi', '金属|Kinzoku', '素材|Sozai'],
  electronics: ['電子|Denshi', '電機|Denki', '通信工業|Tsushin Kogyo'],
  food: ['食品|Shokuhin', '製薬|Seiyaku', 'メディカル|Medical'],
  logistics: ['倉庫|Soko', '物流|Butsuryu'],
}

export const korea =
  '성우|Seongwoo、대원|Daewon、새벽|Saebyeok、한결|Hangyeol、두리|Duri、누리온|Nurion、가온|Gaon、해솔|Haesol、다온|Daon、미르|Mir、늘찬|Neulchan、나래|Narae、온누리|Onnuri、청람|Cheongnam、바른|Bareun、으뜸|Euddeum、참솔|Chamsol、예일|Yeil、동백|Dongbaek、금오|Geumo'.split(
    '、',
  )
export const koreaTrades: Record<IndustryKey, readonly string[]> = {
  machinery: ['정밀|Precision', '기공|Machinery', '오토텍|Autotech', '금형|Mold'],
  materials: ['케미칼|Chemical', '소재|Materials', '화학|Chemtech'],
  electronics: ['전자|Electronics', '옵텍|Optec', '반도체|Semicon'],
  food: ['메디칼|Medical', '식품|Foods', '바이오|Bio'],
  logistics: ['로지스|Logis', '물류|Logistics'],
}

/** Hong Kong, Macao and Taiwan: traditional, simplified, Latin. */
export const south =
  '裕豐隆|裕丰隆|Yue Fung Lung、駿成行|骏成行|Chun Shing、晟鑄|晟铸|Chengzhu、豐澤|丰泽|Fengze、聯翔|联翔|Lianxiang、永碩|永硕|Yongshuo、弘嶺|弘岭|Hongling、廣億達|广亿达|Kwong Yik Tat、寶華興|宝华兴|Po Wah Hing、嘉穗豐|嘉穗丰|Ka Sui Fung、勝昌源|胜昌源|Shengchangyuan、德興泰|德兴泰|Tak Hing Tai、順發盛|顺发盛|Shun Fat Shing、億銘|亿铭|Yiming、旭鋒|旭锋|Xufeng、利群興|利群兴|Lei Kwan Hing、展躍|展跃|Zhanyue、鴻圖達|鸿图达|Hung To Tat'.split(
    '、',
  )
export const southTrades: Record<IndustryKey, string> = {
  machinery: '精機|精机|Precision Machinery',
  materials: '材料科技|材料科技|Materials',
  electronics: '電子|电子|Electronics',
  food: '生技|生技|Biotech',
  logistics: '物流|物流|Logistics',
}

/** Western and Southeast Asian makers by country; the trade follows where the legal form allows it. */
export const west: Record<string, { brands: readonly string[]; form: string }> = {
  DE: {
    brands: 'Brenner、Kestner、Ostwalder、Hagenried、Lindqvorst、Weidnau、Stolzenbeck'.split('、'),
    form: '# GmbH',
  },
  IT: { brands: 'Valdera、Tornalto、Pontevecchi、Monteselva、Carrugi'.split('、'), form: '# S.p.A.' },
  FR: { brands: 'Delvaux-Morin、Charmettes、Rivoisy、Beauvallon'.split('、'), form: '# S.A.S.' },
  US: {
    brands:
      'Larkfield、Aquadora、Northbrae、Cedarmont、Ridgeway Falls、Tallgrass、Harborline、Stonecrest Valley'.split(
        '、',
      ),
    form: '# Inc.',
  },
  GB: { brands: 'Thornbury Vale、Wexcombe、Ashdene'.split('、'), form: '# Ltd' },
  CH: { brands: 'Rotthaler、Alpsteg'.split('、'), form: '# AG' },
  SE: { brands: 'Norrviken、Älgsjö'.split('、'), form: '# AB' },
  CA: { brands: 'Maplecourt、Laurentide Bay'.split('、'), form: '# Corp.' },
  ES: { brands: 'Montaraz、Valdecañas'.split('、'), form: '# S.L.' },
  BR: { brands: ['Serra Dourada'], form: '# Ltda.' },
  SG: { brands: 'Straitsview、Marlion Bay、Kentara、Temasya'.split('、'), form: '# Pte. Ltd.' },
  MY: { brands: 'Selayang Jaya、Perdana Mas、Kinabatu'.split('、'), form: '# Sdn. Bhd.' },
  TH: { brands: 'Siam Rungroj、Chao Nakorn'.split('、'), form: '# Co., Ltd.' },
  VN: { brands: 'Hoa Binh Minh、Sao Vang'.split('、'), form: '# JSC' },
  AU: { brands: 'Wattlebrook、Coorong'.split('、'), form: '# Pty Ltd' },
  AE: { brands: ['Al Waha Gulf'], form: '# FZE' },
  IN: { brands: 'Suryodaya、Narmadeep'.split('、'), form: '# Pvt. Ltd.' },
}
/** Said after the brand once the plain ones are taken. */
export const westSeconds = 'Nova、Delta、Prime、Union、Vale、Meridian、Ostro、Astra、Norte、Linden'.split(
  '、',
)
export const westTrades: Record<IndustryKey, Record<string, string>> = {
  machinery: { DE: 'Antriebe', IT: 'Meccanica', FR: 'Mécanique', any: 'Machinery' },
  materials: { DE: 'Werkstoffe', IT: 'Materiali', FR: 'Matériaux', any: 'Materials' },
  electronics: { DE: 'Elektronik', IT: 'Elettronica', FR: 'Électronique', any: 'Electronics' },
  food: { DE: 'Medizintechnik', IT: 'Alimentari', FR: 'Santé', any: 'Life Sciences' },
  logistics: { DE: 'Logistik', IT: 'Logistica', FR: 'Logistique', any: 'Logistics' },
}
