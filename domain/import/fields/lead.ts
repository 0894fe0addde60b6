import { date, derived, type Field, field, line, nameOf, note, someDay, word } from './field'

const whoAndWhat = [
  field(
    'number',
    { is: 'number', letter: 'L' },
    '编号|編號|Number|番号|번호',
    '线索编号|招商线索编号|系统编号|记录编号|lead number|lead no|管理番号|リード番号|리드 번호|관리번호',
  ),
  field(
    'name',
    line(),
    '企业或名称|企業或名稱|Company or name|企業・名称|기업 또는 이름',
    '企业|企业名称|公司|公司名称|单位|单位名称|客商|客商名称|投资方|投资商|投资企业|线索名称|线索|名称|客户|客户名称|项目名称|项目|投资者|company|company name|name|lead|lead name|investor|account|organization|organisation|企業|企業名|会社|会社名|社名|名称|見込み案件|案件名|기업|기업명|회사|회사명|업체|업체명|이름|리드|리드명|투자자|명칭',
    { required: true },
  ),
  field(
    'contactName',
    line(),
    '联系人|聯絡人|Contact|連絡先担当者|연락처 담당자',
    '联系人姓名|对接人|企业联系人|客商联系人|姓名|联络人|负责人姓名|contact name|contact person|person|連絡先|担当者名|先方担当者|氏名|窓口|연락 담당자|연락담당자|담당자명|성명|연락처담당자',
  ),
  field(
    'reachAt',
    { is: 'reach' },
    '电话或微信|電話或微信|Phone or WeChat|電話またはWeChat|전화 또는 위챗',
    '电话|联系电话|手机|手机号|手机号码|联系方式|电话号码|移动电话|固定电话|微信|微信号|邮箱|电子邮箱|电子邮件|邮件|联系人电话|phone|telephone|tel|mobile|cell|cell phone|phone number|e-mail|email|mail|wechat|contact details|contact information|電話|電話番号|携帯|携帯電話|メール|メールアドレス|電郵|連絡方法|전화|전화번호|휴대폰|휴대전화|연락처|이메일|위챗|핸드폰',
    { many: true },
  ),
  field(
    'country',
    { is: 'place' },
    '国家/地区|國家/地區|Country or region|国・地域|국가·지역',
    '国别|国家|地区|国家地区|国别地区|国家(地区)|国别(地区)|投资来源地|来源地|所属国家|国籍|国家和地区|国家或地区|country|region|country/region|nation|国|国名|地域|国家·地域|국가|국적|지역|국가명|국가/지역',
    { required: true },
  ),
  field(
    'province',
    { is: 'province' },
    '省份|省份|Province|省・直轄市|성·직할시',
    '所在省份|所在省|省市|省(市)|省|성|성(省)',
  ),
  field(
    'need',
    note(),
    '需求|需求|Need|要望|요구 사항',
    '投资需求|投资意向|意向内容|项目内容|需求内容|主要需求|投资内容|项目概况|项目简介|意向|拟投资内容|拟建内容|线索内容|内容|主要内容|诉求|needs|request|interest|requirement|requirements|description|details|project description|ニーズ|要望事項|内容|投資内容|案件概要|概要|요구사항|요청 사항|수요|내용|투자 내용|투자 수요|관심 분야|개요',
    { required: true },
  ),
  field(
    'source',
    { is: 'sourceOrEvent' },
    '来源或活动|來源或活動|Source or event|経路・イベント|경로·행사',
    '来源|线索来源|信息来源|来源渠道|渠道|获取方式|获取渠道|source|lead source|channel|経路|情報源|情報経路|経路またはイベント|경로|정보원|유입 경로|출처',
  ),
  field(
    'eventId',
    nameOf('event'),
    '招商活动|招商活動|Event|誘致イベント|유치 행사',
    '活动|活动名称|展会|event name|イベント|イベント名|행사|행사명',
  ),
  field(
    'industryId',
    nameOf('industry'),
    '重点产业|重點產業|Key industry|重点産業|중점 산업',
    '产业|产业类别|行业|所属行业|行业类别|产业分类|产业链|所属产业|行业分类|产业领域|industry|sector|業種|産業|産業分野|分野|산업|업종|산업 분야|분야',
  ),
  field(
    'intended',
    { is: 'amount' },
    '意向投资|意向投資|Intended investment|投資予定額|투자 의향 금액',
    '意向投资额|意向金额|拟投资额|拟投资|投资额|投资金额|总投资|总投资额|投资规模|预计投资|计划投资|投资总额|投资意向额|intended amount|planned investment|investment|investment amount|amount|total investment|投資額|投資規模|投資予定|予定投資額|総投資額|投資金額|투자의향금액|투자액|투자 금액|투자 규모|투자 예정액|총투자액',
  ),
]

const whose = [
  field(
    'introducedBy',
    line(),
    '介绍人|介紹人|Introduced by|紹介者|소개자',
    '推荐人|引荐人|推荐单位|介绍单位|中介人|引荐单位|introducer|referred by|referrer|紹介元|紹介者名|소개인|추천인|추천 기관',
  ),
  field(
    'landAsked',
    { is: 'yesNo' },
    '要求用地|要求用地|Asks for land|用地の希望あり|용지 요청',
    '是否用地|是否需要用地|需要用地|用地需求|是否要求用地|land needed|needs land|land|用地希望|用地の希望|용지 필요|부지 요청|용지요청',
  ),
  field(
    'stage',
    word('leadStage'),
    '阶段|階段|Stage|段階|단계',
    '线索阶段|当前阶段|跟进阶段|目前阶段|状态|线索状态|跟进状态|进展|current stage|status|lead status|ステータス|状態|進捗|진행 단계|상태|현황',
    { fixed: true },
  ),
  field(
    'stageSince',
    someDay,
    '进入本阶段|進入本階段|Stage since|段階の開始日|단계 시작일',
    '进入阶段日期|阶段日期|进入本阶段日期|in stage since|stage date|段階開始日|단계 시작',
    { fixed: true },
  ),
  field(
    'deskId',
    nameOf('desk'),
    '部|部|Desk|担当部|담당 부서',
    '部门|招商部门|责任部门|承办部门|所属部门|科室|处室|责任单位|招商部|department|dept|unit|担当部署|部署|部門|부서|담당부서|소속',
    { fixed: true },
  ),
  field(
    'officerId',
    nameOf('person'),
    '负责人|負責人|Case officer|案件担当者|담당 책임자',
    '经办人|招商专员|责任人|承办人|跟进人|招商负责人|主办人|招商人员|对接专员|officer|owner|responsible|person in charge|pic|in charge|assigned to|担当者|担当|責任者|主担当|담당자|담당|책임자|담당관',
    { fixed: true },
  ),
  field(
    'members',
    { is: 'name', of: 'person', many: true },
    '协办人|協辦人|Members|副担当|공동 담당자',
    '协办|配合人|协助人|member|team|team members|協力者|공동담당자|부담당|팀원',
    { fixed: true },
  ),
  field(
    'nextStep',
    line(500),
    '下一步|下一步|Next step|次の対応|다음 단계',
    '下一步工作|下步计划|下一步计划|下步工作|下一步打算|下一步措施|next action|next steps|next|今後の対応|今後の予定|次のステップ|다음 조치|향후 계획|향후 조치',
  ),
  field(
    'nextStepOn',
    date,
    '下一步日期|下一步日期|Next step on|次の対応の日付|다음 단계 일자',
    '下一步时间|计划日期|下次跟进日期|下次联系日期|时限|next step date|next action date|due date|次の対応の期日|対応期日|다음 단계 기한|조치 기한',
  ),
  field(
    'createdOn',
    someDay,
    '登记日期|登記日期|Logged on|登録日|등록일',
    '登记时间|录入日期|接洽日期|接洽时间|首次接洽日期|首次联系日期|线索日期|日期|时间|创建日期|created|created on|date|date received|received on|first contact|登録日時|受付日|日付|接触日|등록 일자|접수일|일자|날짜|접촉일',
    { fixed: true },
  ),
  field('tags', { is: 'tags' }, '标签|標籤|Tags|タグ|태그', '标记|tag|label|labels|라벨'),
  field(
    'note',
    note(),
    '备注|備註|Note|備考|비고',
    '说明|备注说明|其他|其它|附注|notes|remark|remarks|comment|comments|メモ|摘要|その他|메모|기타|참고',
    { many: true },
  ),
  field('clock', derived, '期限|期限|Clock|期限|기한'),
  field('clockDue', derived, '到期日|到期日|Due|期日|기한일'),
  field('tell', derived, '回复介绍人|回覆介紹人|Introducer told|紹介者への報告|소개자 회신'),
  field(
    'updated',
    derived,
    '最近变动|最近變動|Last change|最終更新|최근 변경',
    '更新|最近更新|更新时间|updated|last update|更新日|수정일',
  ),
]

/** A lead as a ledger has it. Stage, desk and people are of its beginning: later they have verbs of their own. */
export const leadFields: readonly Field[] = [...whoAndWhat, ...whose]
