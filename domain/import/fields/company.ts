import { derived, type Field, field, line, nameOf, note, someDay, word } from './field'

const names = [
  field(
    'name',
    line(),
    '企业名称|企業名稱|Company name|企業名|기업명',
    '名称|企业|公司|公司名称|单位名称|单位|企业全称|注册名称|客商名称|客商|投资方|name|company|registered name|investor|organization|organisation|名称|会社名|会社|社名|企業|企業名称|명칭|회사명|회사|업체명|업체|기업|기업 명칭',
    { required: true },
  ),
  field(
    'names.zh-Hans',
    line(),
    '简体中文名称|簡體中文名稱|Name in simplified Chinese|簡体字中国語の名称|중국어 간체 명칭',
    '中文名称|中文名|企业中文名称|公司中文名称|chinese name|中国語名|중문 명칭|중국어 명칭',
  ),
  field(
    'names.zh-Hant',
    line(),
    '繁体中文名称|繁體中文名稱|Name in traditional Chinese|繁体字中国語の名称|중국어 번체 명칭',
    '繁体名称|繁體名稱',
  ),
  field(
    'names.en',
    line(),
    '英文名称|英文名稱|Name in English|英語の名称|영문 명칭',
    '英文名|外文名称|企业英文名称|公司英文名称|english name|英語名|英文表記|영문명|영어 명칭|영문 회사명',
  ),
  field(
    'names.ja',
    line(),
    '日文名称|日文名稱|Name in Japanese|日本語の名称|일본어 명칭',
    '日文名|日语名称|japanese name|日本語名|和文名|일문 명칭|일본어명',
  ),
  field(
    'names.ko',
    line(),
    '韩文名称|韓文名稱|Name in Korean|韓国語の名称|한국어 명칭',
    '韩文名|韩语名称|korean name|韓国語名|한글 명칭|한국어명|국문 명칭|국문명',
  ),
  field(
    'nameLocale',
    { is: 'locale' },
    '名称所用语言|名稱所用語言|Language of the name|企業名の言語|기업명 언어',
    '名称语言|language|言語|언어',
  ),
]

const what = [
  field(
    'country',
    { is: 'place' },
    '国家/地区|國家/地區|Country or region|国・地域|국가·지역',
    '国别|国家|地区|国家地区|国别地区|国家(地区)|国别(地区)|所属国家|国籍|国家和地区|国家或地区|注册地|country|region|country/region|nation|国|国名|国籍|地域|所在国|국가|국적|지역|국가명|국가/지역',
    { required: true },
  ),
  field(
    'province',
    { is: 'province' },
    '省份|省份|Province|省・直轄市|성·직할시',
    '所在省份|所在省|省市|省(市)|省|省/直辖市|성|성(省)',
  ),
  field(
    'origin',
    word('origin'),
    '来源地|來源地|Origin|所在区分|소재 구분',
    '企业来源地|资金来源地|区域|所在地区分|소재지 구분',
  ),
  field(
    'kind',
    word('companyKind'),
    '企业性质|企業性質|Kind|企業区分|기업 구분',
    '性质|单位性质|所有制|企业类型|类型|经济类型|company kind|ownership|type|ownership type|区分|企業形態|企業の種類|구분|기업구분|기업 유형|기업 형태|유형',
  ),
  field(
    'segment',
    word('segment'),
    '企业类别|企業類別|Segment|規模・類型|규모·유형',
    '类别|企业规模|规模|size|company size|規模|企業規模|규모|기업 규모',
  ),
  field(
    'industryId',
    nameOf('industry'),
    '重点产业|重點產業|Key industry|重点産業|중점 산업',
    '产业|产业类别|行业|所属行业|行业类别|产业分类|产业链|所属产业|行业分类|主营行业|产业领域|industry|sector|業種|産業|産業分野|分野|산업|업종|산업 분야|분야',
  ),
  field(
    'creditCode',
    { is: 'creditCode' },
    '统一社会信用代码|統一社會信用代碼|Unified social credit code|統一社会信用コード|통일사회신용코드',
    '信用代码|社会信用代码|统一信用代码|统一代码|统一社会信用代码号|credit code|uscc|social credit code|信用コード|신용코드|사회신용코드|통일신용코드',
  ),
  field(
    'website',
    { is: 'website' },
    '网站|網站|Website|ウェブサイト|웹사이트',
    '网址|官网|企业网站|公司网址|公司网站|web site|web|url|homepage|home page|ホームページ|hp|サイト|홈페이지|웹 사이트|사이트',
  ),
  field(
    'parentId',
    nameOf('company'),
    '母公司|母公司|Parent company|親会社|모회사',
    '集团|所属集团|上级公司|总公司|集团公司|总部|parent|group|parent group|holding|headquarters|本社|親企業|グループ|모기업|본사|그룹',
  ),
  field(
    'inZone',
    { is: 'yesNo' },
    '是否在区内|是否在區內|In the zone|区内立地|구내 입주',
    '区内|区内企业|是否区内企业|是否区内|已入区|是否入区|in zone|located in the zone|区内企業|구내|구내 여부|입주 여부|구내 기업',
  ),
  field('tags', { is: 'tags' }, '标签|標籤|Tags|タグ|태그', '标记|tag|label|labels|라벨'),
  field(
    'note',
    note(),
    '备注|備註|Note|備考|비고',
    '说明|备注说明|企业简介|公司简介|简介|企业概况|主营业务|经营范围|主要产品|其他|其它|notes|remark|remarks|comment|comments|description|about|business|メモ|摘要|事業内容|会社概要|その他|메모|기타|참고|사업 내용|주요 사업|회사 소개',
    { many: true },
  ),
]

const worked = [
  field('contacts', derived, '联系人|聯絡人|Contacts|連絡先|연락처'),
  field('leads', derived, '线索|線索|Leads|見込み案件|리드'),
  field('deals', derived, '项目|項目|Deals|案件|투자유치 건'),
  field(
    'createdOn',
    someDay,
    '新建|新增|Created|登録|등록',
    '创建|创建日期|创建时间|登记日期|登记时间|录入日期|录入时间|建档日期|date created|created on|logged on|登録日|등록일',
    { fixed: true },
  ),
  field('updated', derived, '更新|更新|Updated|更新|수정', '最近更新|更新日期|最終更新|최근 수정'),
]

export const companyFields: readonly Field[] = [
  field(
    'number',
    { is: 'number', letter: 'C' },
    '编号|編號|Number|番号|번호',
    '企业编号|系统编号|记录编号|company number|company no|管理番号|企業番号|기업 번호|관리번호',
  ),
  ...names,
  ...what,
  ...worked,
]
