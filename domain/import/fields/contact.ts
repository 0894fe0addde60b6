import { derived, type Field, field, line, nameOf, note, someDay, word } from './field'

export const contactFields: readonly Field[] = [
  field(
    'number',
    { is: 'number', letter: 'K' },
    '编号|編號|Number|番号|번호',
    '联系人编号|系统编号|记录编号|contact number|contact no|管理番号|連絡先番号|연락처 번호|관리번호',
  ),
  field(
    'name',
    line(),
    '姓名|姓名|Name|氏名|성명',
    '联系人|联系人姓名|名字|人员姓名|客商姓名|对接人|contact|contact name|full name|person|名前|担当者名|担当者|連絡先|連絡先担当者|이름|연락처 담당자|담당자명|담당자|연락 담당자',
    { required: true },
  ),
  field(
    'company',
    nameOf('company'),
    '企业|企業|Company|企業|기업',
    '企业名称|公司|公司名称|单位|单位名称|工作单位|所在单位|所属企业|所在企业|company name|employer|organization|organisation|企業名|会社|会社名|勤務先|所属|所属企業|회사|회사명|기업명|소속|소속 기업|업체|업체명',
  ),
  field(
    'title',
    line(),
    '职务|職務|Title|役職|직함',
    '职位|职称|头衔|岗位|职务/职称|job title|position|role|post|肩書|肩書き|職位|職名|직위|직책|직급|직무',
  ),
  field(
    'phones',
    { is: 'phones' },
    '电话|電話|Phone|電話|전화',
    '联系电话|手机|手机号|手机号码|移动电话|固定电话|办公电话|座机|电话号码|联系方式|联系人电话|办公室电话|phones|telephone|tel|mobile|mobile phone|cell|cell phone|phone number|office phone|電話番号|携帯|携帯電話|携帯番号|固定電話|전화번호|휴대폰|휴대전화|핸드폰|사무실 전화|연락처|유선 전화',
    { many: true },
  ),
  field(
    'email',
    { is: 'email' },
    '电子邮箱|電子郵件|E-mail|メール|이메일',
    '邮箱|电子邮件|邮件|邮箱地址|邮件地址|电邮|email|mail|email address|e-mail address|メールアドレス|電子メール|전자우편|메일|이메일 주소|메일 주소',
  ),
  field(
    'wechat',
    { is: 'wechat' },
    '微信|微信|WeChat|WeChat|위챗',
    '微信号|微信账号|wechat id|weixin|ウィーチャット|위챗 아이디|위챗ID',
  ),
  field(
    'language',
    { is: 'locale' },
    '交流语言|交流語言|Language|使用言語|사용 언어',
    '语言|使用语言|沟通语言|preferred language|言語|언어',
  ),
  field(
    'consent',
    word('consent'),
    '同意保存个人信息|同意儲存個人資料|Consent to keeping personal data|個人情報の保存への同意|개인정보 보관 동의',
    '是否同意|个人信息同意|同意|同意保存|同意儲存|consent|consent given|同意状況|保存への同意|동의|동의 여부|개인정보 동의|보관 동의',
  ),
  field(
    'names.zh-Hans',
    line(),
    '简体中文姓名|簡體中文姓名|Name in simplified Chinese|簡体字中国語の氏名|중국어 간체 성명',
    '中文姓名|中文名|chinese name|中国語名|중문 성명|중문 이름',
  ),
  field(
    'names.zh-Hant',
    line(),
    '繁体中文姓名|繁體中文姓名|Name in traditional Chinese|繁体字中国語の氏名|중국어 번체 성명',
  ),
  field(
    'names.en',
    line(),
    '英文姓名|英文姓名|Name in English|英語の氏名|영문 성명',
    '英文名|外文名|外文姓名|english name|ローマ字|英語名|영문 이름|영문명',
  ),
  field(
    'names.ja',
    line(),
    '日文姓名|日文姓名|Name in Japanese|日本語の氏名|일본어 성명',
    '日文名|japanese name|日本語名|일문 성명',
  ),
  field(
    'names.ko',
    line(),
    '韩文姓名|韓文姓名|Name in Korean|韓国語の氏名|한국어 성명',
    '韩文名|korean name|韓国語名|한글 성명|한글 이름|국문 성명',
  ),
  field(
    'note',
    note(),
    '备注|備註|Note|備考|비고',
    '说明|备注说明|其他|其它|notes|remark|remarks|comment|comments|メモ|摘要|その他|메모|기타|참고',
    { many: true },
  ),
  field(
    'createdOn',
    someDay,
    '新建|新增|Created|登録|등록',
    '创建|创建日期|创建时间|登记日期|登记时间|录入日期|录入时间|建档日期|date created|created on|logged on|登録日|등록일',
    { fixed: true },
  ),
  field('updated', derived, '更新|更新|Updated|更新|수정', '最近更新|更新日期|最終更新|최근 수정'),
]
