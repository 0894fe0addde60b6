import type { IssueKind } from '@/domain/issue/issue'

type Said = { kind: IssueKind; title: string; text: string; settled: string }

/** What holds deals up, in the words of a weekly meeting; no two alike. */
export const dealIssues: readonly Said[] = [
  {
    kind: 'land',
    title: '用地指标未落实',
    text: '选址地块部分为未利用地，年度新增建设用地指标尚未下达，需自然资源和规划分局协调。',
    settled: '市里追加指标，地块已列入年度供地计划',
  },
  {
    kind: 'utilities',
    title: '双回路供电方案未批',
    text: '企业要求双回路供电，供电公司方案评审排期靠后，影响设备选型。',
    settled: '供电公司出具批复，由园区承担外线工程',
  },
  {
    kind: 'approval',
    title: '环评总量指标不足',
    text: '涉及挥发性有机物排放，区内总量指标不足，需向市局申请调剂。',
    settled: '市局调剂总量指标，环评已受理',
  },
  {
    kind: 'funds',
    title: '固定资产贷款未获批',
    text: '合作银行要求补充抵押物，贷款审批延后，影响开工计划。',
    settled: '改由产业基金过桥，银行随后放款',
  },
  {
    kind: 'policy',
    title: '设备补贴口径不一致',
    text: '招商承诺书与市级政策的设备补贴比例表述不一致，企业要求书面明确。',
    settled: '区政府出具会议纪要，按承诺书执行',
  },
  {
    kind: 'labour',
    title: '数控操作工缺口大',
    text: '投产前需要数控操作工约八十人，本地职校当年毕业生不足。',
    settled: '与两所技校签订订单培养协议',
  },
  {
    kind: 'land',
    title: '地块内尚有两户未搬迁',
    text: '两户对补偿标准有异议，属地街道正在做工作。',
    settled: '两户签约腾空，地块已平整',
  },
  {
    kind: 'utilities',
    title: '天然气接入点距离远',
    text: '厂区距最近的中压管线一点八公里，接入费用超出企业预算。',
    settled: '管网延伸列入基础设施计划，企业只付接口费',
  },
  {
    kind: 'approval',
    title: '外方公证认证文件未到',
    text: '外方主体资格证明的公证认证件仍在办理，名称核准后的设立登记无法提交。',
    settled: '认证件已寄达，设立登记已提交',
  },
  {
    kind: 'other',
    title: '外方考察团行程推迟',
    text: '外方董事会换届，决策层考察推迟，合同文本暂不能定稿。',
    settled: '改为视频会议，文本已由双方草签',
  },
  {
    kind: 'funds',
    title: '外方首期出资时间待定',
    text: '外方要求先取得用地批复再汇入首期资本金。',
    settled: '双方约定分两笔出资，第一笔随营业执照到位',
  },
  {
    kind: 'policy',
    title: '标准厂房租金优惠期限有争议',
    text: '企业要求三免两减半，现行办法只到两免三减半。',
    settled: '经专题会研究，按一事一议执行',
  },
]

export const leadIssues: readonly Said[] = [
  {
    kind: 'land',
    title: '客商要求的沿街地块已有意向方',
    text: '该地块正与另一家洽谈，需要尽快给出替代选址。',
    settled: '已推荐两处替代地块，客商同意实地看',
  },
  {
    kind: 'policy',
    title: '客商询问的出口退税安排需税务答复',
    text: '涉及来料加工转一般贸易，需税务部门书面答复后再谈。',
    settled: '税务部门已书面答复',
  },
]
