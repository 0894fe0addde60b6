import { date, derived, type Field, field, line, nameOf, note, someDay, word } from './field'

const amount = { is: 'amount' } as const
const yuan = { is: 'amount', yuan: true } as const

const whatItIs = [
  field(
    'number',
    { is: 'number', letter: 'D' },
    '编号|編號|Number|番号|번호',
    '项目编号|招商项目编号|项目号|系统编号|记录编号|deal number|deal no|案件番号|管理番号|건 번호|사업 번호|관리번호',
  ),
  field(
    'name',
    line(),
    '项目名称|項目名稱|Name|案件名|건명',
    '项目|招商项目|项目名|名称|投资项目|签约项目|在谈项目|deal|deal name|project|project name|name of the deal|案件名称|案件|プロジェクト名|プロジェクト|誘致案件|案件名(プロジェクト)|프로젝트명|프로젝트|사업명|건 명칭|투자 건|투자유치 건',
    { required: true },
  ),
  field(
    'company',
    nameOf('company'),
    '企业|企業|Company|企業|기업',
    '企业名称|公司|公司名称|投资企业|投资方|投资主体|投资单位|投资商|投资人|外方投资者|外方|投资公司|单位名称|企业全称|项目单位|项目公司|客商|客商名称|投资者|company name|investor|investor name|investing company|client|企業名|会社名|会社|投資家|投資企業|投資会社|投資者|进出企业|進出企業|회사|회사명|기업명|투자자|투자기업|투자사|업체명|업체',
    { required: true },
  ),
  field(
    'contact',
    nameOf('contact'),
    '联系人|聯絡人|Contact|連絡先|연락 담당자',
    '企业联系人|投资方联系人|对接人|客商联系人|联系人姓名|contact person|contact name|連絡先担当者|先方担当者|窓口担当者|연락처 담당자|연락담당자|담당자(기업)',
  ),
  field(
    'partner',
    line(),
    '合作方|合作方|Local partner|現地パートナー|현지 파트너',
    '中方合作方|中方|中方投资者|合资方|合作伙伴|合作单位|本地合作方|partner|jv partner|joint venture partner|パートナー|合弁相手|合弁先|파트너|합작 파트너|합작사|합작 상대',
  ),
  field(
    'target',
    line(),
    '被并购企业|被併購企業|Target company|買収対象企業|인수 대상 기업',
    '并购标的|标的企业|目标公司|target|acquisition target|買収先|対象会社|인수 대상|피인수 기업',
  ),
]

const whereAndWhat = [
  field(
    'country',
    { is: 'place' },
    '国家/地区|國家/地區|Country or region|国・地域|국가·지역',
    '国别|国家|地区|国家地区|国别地区|国家(地区)|国别(地区)|投资方国别|外资国别|投资来源地|资金来源地|所属国家|所在国家|国籍|国家和地区|国家或地区|country|region|country/region|nation|origin|国|国名|国籍|地域|国・地域名|投資国|국가|국적|지역|국가명|국가/지역|투자국',
    { required: true },
  ),
  field(
    'province',
    { is: 'province' },
    '省份|省份|Province|省|성(省)',
    '所在省份|所在省|省市|省(市)|来源省份|省/直辖市|省・直轄市|성·직할시|성',
  ),
  field(
    'industryId',
    nameOf('industry'),
    '重点产业|重點產業|Key industry|重点産業|중점 산업',
    '产业|产业类别|行业|所属行业|行业类别|产业分类|产业链|所属产业|行业分类|重点产业链|产业领域|industry|sector|業種|産業|産業分野|分野|산업|업종|산업 분야|분야',
    { required: true },
  ),
  field(
    'highTech',
    { is: 'yesNo' },
    '高新技术|高新技術|High-tech|ハイテク|첨단기술',
    '是否高新技术|是否高新|高新技术企业|高新技术项目|是否高新技术企业|是否高新技术项目|high tech|hightech|ハイテク該当|ハイテク案件|첨단기술 여부|첨단',
  ),
  field(
    'form',
    word('dealForm'),
    '投资方式|投資方式|Form|投資形態|투자 방식',
    '投资形式|合作方式|方式|企业类型|设立方式|利用外资方式|form of investment|investment form|investment type|type of investment|mode|出資形態|投資方式|進出形態|투자 형태|투자형태|투자 유형|진출 형태',
  ),
  field(
    'content',
    note(),
    '拟建内容|擬建內容|What will be built|建設内容|건설 내용',
    '建设内容|主要建设内容|项目内容|建设规模及内容|建设内容及规模|项目概况|项目简介|主要内容|项目建设内容|经营范围|建设规模|主要产品|项目介绍|content|description|project description|scope|business scope|事業内容|案件概要|概要|投資内容|내용|사업 내용|투자 내용|사업 개요|개요|사업개요',
  ),
  field(
    'source',
    word('source'),
    '来源|來源|Source|経路|경로',
    '项目来源|信息来源|线索来源|来源渠道|source of deal|deal source|情報源|案件経路|情報経路|정보원|유입 경로|출처',
    { required: true },
  ),
  field(
    'eventId',
    nameOf('event'),
    '首次接触活动|首次接觸活動|First event|初回接触イベント|최초 접촉 행사',
    '招商活动|活动名称|活动|event|event name|イベント|誘致イベント|イベント名|행사|유치 행사|행사명',
  ),
]

const amounts = [
  field(
    'total',
    amount,
    '总投资|總投資|Total investment|総投資額|총투자액',
    '总投资额|投资总额|投资额|计划总投资|项目总投资|拟投资额|拟总投资|总投资金额|投资金额|投资规模|计划投资|协议投资额|协议总投资|意向投资额|投资总额(万元)|total|investment|total investment amount|investment amount|amount|planned investment|investment volume|投資額|総投資|投資総額|投資金額|投資規模|총투자|투자액|총 투자금액|투자금액|투자 금액|투자 규모|투자규모|총투자금액|총투자비',
  ),
  field(
    'foreign',
    amount,
    '外资|外資|Foreign capital|外資|외자',
    '外资额|合同外资|合同外资额|利用外资|协议外资|外方投资额|外方出资|外资金额|合同利用外资|拟利用外资|计划利用外资|foreign|contracted foreign capital|foreign investment|外資額|外資金額|契約外資|외자액|외국자본|외국인 투자액|외자 금액',
  ),
  field(
    'statedOn',
    date,
    '金额确定日期|金額確定日期|Amounts stated on|金額の確認日|금액 확인일',
    '金额日期|投资额确定日期|amount date|stated on',
  ),
  field(
    'landM2',
    { is: 'area' },
    '用地|用地|Land|用地|부지',
    '用地面积|占地|占地面积|土地面积|拟用地|用地规模|土地|拟用地面积|项目用地|用地需求|land area|site area|area|敷地面積|用地面積|敷地|面積|土地面積|面积|부지 면적|면적|부지면적|대지 면적|용지 면적|용지',
  ),
  field(
    'jobs',
    { is: 'whole', max: 10_000_000 },
    '预计就业|預計就業|Jobs expected|雇用見込み|예상 고용',
    '就业|就业人数|带动就业|用工人数|用工|预计用工|安置就业|员工人数|预计就业人数|jobs|employment|headcount|employees|雇用|雇用人数|雇用者数|従業員数|雇用予定|고용|고용 인원|고용인원|고용 창출|예상 고용 인원',
  ),
  field(
    'output',
    yuan,
    '预计年产值|預計年產值|Output expected a year|年間生産額見込み|예상 연간 생산액',
    '年产值|产值|预计产值|达产产值|预期产值|年销售收入|达产后年产值|output|annual output|output value|年間生産額|生産額|年産額|연간 생산액|생산액|매출 예상',
  ),
  field(
    'tax',
    yuan,
    '预计年税收|預計年稅收|Tax expected a year|年間税収見込み|예상 연간 세수',
    '年税收|税收|预计税收|年纳税|预期税收|纳税额|利税|达产后年税收|tax|annual tax|tax revenue|年間税収|税収|納税額|연간 세수|세수|세수 예상',
  ),
]

const papers = [
  field(
    'entryDocumentKind',
    word('entryDocumentKind'),
    '入区文件|入區文件|Entry document|入区書類|입주 문서',
    '入区文件类型|文件类型|document|document kind',
  ),
  field(
    'entryDocumentOn',
    date,
    '文件日期|文件日期|Document date|書類の日付|문서 일자',
    '入区文件日期|入区申请日期',
  ),
  field(
    'entryDocumentReference',
    line(),
    '文件编号|文件編號|Document reference|書類番号|문서 번호',
    '入区文件编号',
  ),
  field(
    'intentOn',
    date,
    '意向书日期|意向書日期|Intent date|意向書の日付|의향서 일자',
    '意向签订日期|意向书签订日期|意向签约日期|意向协议日期|框架协议日期|签订意向日期|intent signed on|loi date|mou date|意向書締結日|의향서 체결일|양해각서 체결일',
  ),
  field(
    'intentReference',
    line(),
    '意向书编号|意向書編號|Intent reference|意向書番号|의향서 번호',
    '意向协议编号|框架协议编号|loi number|mou number|의향서번호',
  ),
  field(
    'agreementOn',
    date,
    '投资协议日期|投資協議日期|Agreement date|投資契約日|투자 계약일',
    '签约日期|签约时间|签订日期|协议日期|协议签订日期|合同日期|合同签订日期|签约|signed on|signing date|date signed|contract date|契約日|契約締結日|締結日|調印日|계약일|계약 체결일|체결일|서명일|협약일',
  ),
  field(
    'agreementReference',
    line(),
    '投资协议编号|投資協議編號|Agreement reference|投資契約番号|투자 계약 번호',
    '协议编号|合同编号|合同号|agreement number|agreement no|contract number|contract no|契約番号|계약 번호|계약번호',
  ),
  field(
    'approvalAuthority',
    line(),
    '批准机关|批准機關|Approval authority|認可機関|승인 기관',
    '审批机关|审批单位|批准单位|审批部门|批准部门|approved by|authority|審査機関|承認機関|승인기관|인가 기관',
    { fixed: true },
  ),
  field(
    'approvalNumber',
    line(),
    '批准文号|批准文號|Approval number|認可番号|승인 번호',
    '审批文号|批文号|批复文号|批准号|文号|批准证书号|approval no|承認番号|승인번호|인가 번호',
    { fixed: true },
  ),
  field(
    'approvalOn',
    date,
    '批准日期|批准日期|Approval date|認可日|승인일',
    '审批日期|批准时间|批复日期|审批时间|核准日期|date approved|承認日|승인 일자|인가일',
    { fixed: true },
  ),
  field(
    'approvalExpectedOn',
    date,
    '预计审批日期|預計審批日期|Approval expected on|認可予定日|승인 예정일',
    '预计审批时间|预计批准日期|预计批准时间|预计批复日期|预计批复时间|预计获批日期|预计获批时间|预计核准日期|预计核准时间|预计审批通过日期|预计审批通过时间|预计通过审批日期|预计通过审批时间|预计完成审批日期|预计完成审批时间|计划审批日期|计划审批时间|计划批准日期|计划批准时间|拟审批日期|拟批准日期|审批预计日期|expected approval|expected approval date|approval expected|approval expected by|planned approval date|planned approval|estimated approval date|target approval date|approval forecast|認可予定|認可見込み日|認可見込日|認可見込み|承認予定日|承認見込み日|承認見込日|許可予定日|승인 예상일|예상 승인일|예정 승인일|승인 예정 일자|승인 예정 시기|승인 예정|인가 예정일',
  ),
]

const people = [
  field(
    'deskId',
    nameOf('desk'),
    '部|部|Desk|担当部|부서',
    '部门|招商部门|责任部门|承办部门|所属部门|科室|处室|责任单位|招商部|牵头部门|承办科室|department|dept|unit|担当部署|部署|部門|담당 부서|담당부서|소속',
    { required: true, fixed: true },
  ),
  field(
    'officerId',
    nameOf('person'),
    '负责人|負責人|Case officer|案件担当者|담당 책임자',
    '经办人|招商专员|项目负责人|责任人|承办人|招商负责人|跟进人|主办人|领办人|招商人员|具体负责人|officer|owner|responsible|person in charge|pic|in charge|project leader|team leader|担当者|担当|責任者|主担当|담당자|담당|책임자|담당관',
    { required: true, fixed: true },
  ),
  field(
    'members',
    { is: 'name', of: 'person', many: true },
    '协办人|協辦人|Members|副担当|공동 담당자',
    '协办|配合人|协助人|团队成员|member|team|team members|協力者|チーム|공동담당자|부담당|팀원',
    { fixed: true },
  ),
  field(
    'leader',
    nameOf('leader'),
    '包联领导|包聯領導|Responsible leader|担当幹部|책임 간부',
    '责任领导|包挂领导|牵头领导|包保领导|包抓领导|包靠领导|包帮领导|帮包领导|帮扶领导|挂包领导|挂钩领导|挂点领导|挂联领导|联系领导|联系包保领导|分管领导|主管领导|负责领导|推进领导|包联责任人|包保责任人|包挂责任人|包联人|包保人|leader|lead official|leading official|leader in charge|sponsor|executive sponsor|担当役員|責任幹部|統括責任者|担当領導|담당 간부|전담 간부|책임 임원|총괄 책임자',
  ),
]

const standing = [
  field(
    'stage',
    word('dealStage'),
    '阶段|階段|Stage|段階|단계',
    '项目阶段|进展阶段|目前阶段|当前阶段|所处阶段|项目进展阶段|current stage|deal stage|進捗段階|ステージ|進捗|추진 단계|진행 단계',
    { fixed: true },
  ),
  field(
    'stageSince',
    someDay,
    '进入本阶段|進入本階段|In stage since|段階開始日|단계 시작일',
    '进入阶段日期|阶段日期|阶段起始|进入本阶段日期|stage since|stage date|段階の開始日|단계 시작',
    { fixed: true },
  ),
  field(
    'negotiationOn',
    someDay,
    '在谈开始|在談開始|In negotiation since|商談開始|협의 시작일',
    '开始洽谈|洽谈开始|首次洽谈日期|在谈日期|在谈时间|洽谈日期|洽谈时间|接洽时间|首次接洽时间|negotiation since|商談開始日|협의 시작|협의개시일',
    { fixed: true },
  ),
  field(
    'entryProceduresOn',
    someDay,
    '开始办理入区手续|開始辦理入區手續|Entry procedures since|入区手続開始|입주 절차 시작일',
    '办理入区手续日期|入区手续开始|入区日期|入区时间|入区手続開始日|입주 절차 개시일',
    { fixed: true },
  ),
  field(
    'approvedOn',
    someDay,
    '审批通过|審批通過|Approved on|認可済となった日|승인 완료일',
    '审批通过日期|审批通过时间|通过审批日期|通过日期|approved|approval completed on',
    { fixed: true },
  ),
  field(
    'status',
    word('dealStatus'),
    '状态|狀態|Status|状態|상태',
    '项目状态|当前状态|推进状态|deal status|current status|ステータス|進捗状態|진행 상태|현황',
    { fixed: true },
  ),
  field(
    'statusOn',
    someDay,
    '状态起始|狀態起始|Status since|状態の開始日|상태 시작일',
    '状态日期|状态起始日期|status date',
    { fixed: true },
  ),
  field(
    'reasonCode',
    word('endReason'),
    '原因|原因|Reason|理由|사유',
    '暂缓原因|流失原因|终止原因|退出原因|reason code|失注理由|保留理由|유치 실패 사유|보류 사유',
    { fixed: true },
  ),
  field(
    'reason',
    note(),
    '说明|說明|Explanation|説明|설명',
    '原因说明|情况说明|具体原因|reason in words|理由の説明|사유 설명',
    { fixed: true },
  ),
  field(
    'lostTo',
    line(),
    '流失去向|流失去向|Lost to|失注先|유치 실패 상대',
    '落户地|落户园区|去向|competitor|진출지',
    { fixed: true },
  ),
  field(
    'reviewOn',
    date,
    '复核日期|複核日期|Review date|見直し日|재검토일',
    '复查日期|review on|再検討日|재검토 일자',
    { fixed: true },
  ),
]

const next = [
  field(
    'nextStep',
    line(500),
    '下一步|下一步|Next step|次の対応|다음 단계',
    '下一步工作|下步计划|下一步计划|下步工作|下一步打算|下一步措施|下步工作计划|next action|next steps|next|今後の対応|今後の予定|次のステップ|다음 조치|향후 계획|향후 조치',
  ),
  field(
    'nextStepOn',
    date,
    '下一步日期|下一步日期|Next step date|次の対応の期日|다음 단계 기한',
    '下一步时间|计划日期|下次跟进日期|完成时限|时限|next step on|next action date|due|due date|次の対応の日付|対応期日|期日|다음 단계 일자|조치 기한|기한일',
  ),
  field('tags', { is: 'tags' }, '标签|標籤|Tags|タグ|태그', '标记|tag|label|labels|라벨'),
  field(
    'note',
    note(),
    '备注|備註|Note|備考|비고',
    '说明备注|备注说明|其他|其它|附注|notes|remark|remarks|comment|comments|メモ|摘要|その他|메모|기타|참고',
    { many: true },
  ),
  field('days', derived, '天数|天數|Days|日数|일수', '停留天数'),
  field(
    'issues',
    derived,
    '未解决问题|未解決問題|Open issues|未解決の課題|미해결 애로사항',
    '未解决问题数|number of open issues|未解決課題数|미해결 애로사항 수',
  ),
  field('clock', derived, '跟进期限|跟進期限|Progress by|進捗期限|진행 기한'),
  field(
    'createdOn',
    someDay,
    '创建|建立|Created|登録|등록',
    '创建日期|创建时间|登记日期|登记时间|录入日期|录入时间|建档日期|建立日期|date created|created on|logged on|登録日|등록일',
    { fixed: true },
  ),
  field('updated', derived, '更新|更新|Updated|更新|갱신', '最近更新|更新时间|最終更新|최근 변경'),
]

/** A deal as a ledger has it. Stage, status, approval, desk and people are of its opening: later they have verbs of their own. */
export const dealFields: readonly Field[] = [
  ...whatItIs,
  ...whereAndWhat,
  ...amounts,
  ...papers,
  ...people,
  ...standing,
  ...next,
]
