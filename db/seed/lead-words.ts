import type { ActivityKind } from '@/domain/activity/activity'
import type { DisqualifyReason, Source, TellWay, Verdict } from '@/domain/lead/lead'
import type { DeskKey } from './zone'

/** What an investor is after: `@` is the product, `%` a number. */
export const needs: readonly string[] = [
  '拟在华北设@生产基地，需标准厂房约%00平方米，先租后买。',
  '想了解@项目的落地政策，重点是用地和外债额度。',
  '现有工厂搬迁，需工业用地%亩左右，年内定址。',
  '寻找本地@配套企业合作，可接受合资。',
  '产品主要出口，关心到港口的运距和报关时间，计划用工%人。',
  '扩产@，希望厂房层高九米以上、有双回路供电。',
  '计划设立@华北服务中心，含仓储和简单加工，面积约%00平方米。',
  '看中区内供气条件，拟新建@生产线两条。',
  '受客户要求就近配套，三个月内要有可用厂房。',
  '意向收购本地一家停产企业，用于@生产。',
  '先设办事处，半年后再定是否建厂；询问人才公寓和子女入学。',
  '@技术成熟，缺资金，希望引进战略投资者并享受园区基金。',
  '拟把@的后道工序放到园区，首期设备约%台。',
  '索取投资指南和地价表，董事会正在比较三个城市。',
  '需要危化品仓储条件，询问能否进入化工集中区。',
  '希望参加下一次投资说明会，先行了解@产业链情况。',
  '准备与本地职校合办@实训基地，带动用工。',
  '询问保税和加工贸易政策，@原料全部进口。',
  '节能改造后产能富余，考虑把@的新线设在北方。',
  '客户工厂在天津，要求四小时配送圈，拟租仓库%000平方米。',
]

/** Who brought it; agencies as each desk has them. */
export const introducers: Partial<Record<Source, readonly string[]>> = {
  referral: ['区内企业介绍', '商会副会长介绍', '在谈企业的供应商推荐', '退休老领导引荐', '客户企业引荐'],
  government: ['市商务局转来', '省贸促会推荐', '驻外经商机构来函', '市工商联推荐', '市驻京办转来'],
}
export const agencies: Record<DeskKey, readonly string[]> = {
  domestic: ['上海产业咨询公司', '深圳招商顾问', '京津招商代理处'],
  japan_korea: ['东京招商代理处', '首尔招商代理处', '新加坡商务顾问'],
  europe_us: ['法兰克福中介机构', '芝加哥商务代表处', '米兰顾问公司'],
  general: ['香港会计师事务所', '台北商务顾问'],
}

export const verdictReasons: Record<Exclude<Verdict, 'decline'>, readonly string[]> = {
  pursue: [
    '符合重点产业方向，投资强度达标，环保无障碍。',
    '技术有优势，订单稳定，建议尽快安排来区。',
    '与区内龙头企业配套，能补链。',
    '亩均税收测算较好，用能在指标内。',
    '投资方资信良好，已在外地建成两处工厂。',
  ],
  watch: [
    '规模偏小，但成长性较好，先保持联系。',
    '资金来源待核实，跟踪一个季度再定。',
    '选址尚在比较阶段，按月联系。',
  ],
}

/** What those who introduced an investor were told, and how. */
export const tellings: readonly (readonly [TellWay, string])[] = [
  ['call', '已与对方接上头，约定来区考察，感谢推荐。'],
  ['message', '对方需求已转相关部办理，有进展再告知。'],
  ['meeting', '当面说明研判意见：方向契合，正在匹配场地。'],
  ['call', '对方暂以了解政策为主，我们保持联系。'],
  ['letter', '函复：已安排专人对接，附联系人。'],
]

export const disqualified: readonly (readonly [DisqualifyReason, string])[] = [
  ['not_an_investor', '实为推销设备，无投资意向。'],
  ['not_an_investor', '来访者是中介拼盘，未能出示投资方授权。'],
  ['out_of_scope', '项目属于房地产开发，不在招商范围。'],
  ['out_of_scope', '只租一间办公室做贸易，转交政务大厅办理登记。'],
  ['environment', '含酸洗电镀工序，区内不再新批。'],
  ['environment', '异味物质排放大，距居民区不足一公里。'],
  ['land_or_energy', '要求一次供地六百亩，区内没有条件。'],
  ['land_or_energy', '年耗能超出区级指标，短期无法解决。'],
  ['no_reply', '三次去电、两次去函均未回复。'],
  ['no_reply', '名片上的电话停机，邮箱退信。'],
  ['went_elsewhere', '已与外地园区签约。'],
  ['went_elsewhere', '总部决定在东南亚设厂。'],
  ['duplicate', '与在谈项目为同一投资方，并入原线索。'],
  ['other', '企业内部重组，一年内不再考虑新址。'],
]

export const leadSteps: readonly string[] =
  '电话确认来区时间、寄送投资指南和地价表、发送厂房资料、约视频会议、核实企业资信、请部长共同研判、回复用电报装条件、安排看地、索取可研报告、了解投资方股东情况、请产业科看目录、约下周面谈、回访确认意向、报价厂房租金、联系代理处补充材料、确认投资规模'.split(
    '、',
  )

/** The first contact: at an event, or otherwise. `@` product, `#` person. */
export const metAtEvent: readonly (readonly [ActivityKind, string])[] = [
  ['meeting', '展位上与#交谈，交换名片，对方对港口条件感兴趣。'],
  ['meeting', '茶歇时与#谈了半小时，@在国内还没有生产点。'],
  ['meeting', '会场对接席上与#见面，介绍@方面的产业基础，对方留下样册。'],
  ['meeting', '在酒店与#见面，了解到投资意向比较明确，资金自筹。'],
  ['meeting', '推介会后#主动找来，问@落地要多久，约定会后联系。'],
]
export const firstContacts: readonly (readonly [ActivityKind, string])[] = [
  ['call', '首次通话，#介绍了@产能和客户，愿意收到园区资料。'],
  ['call', '按线索联系上#，对方确有新建@产能的打算，选址未定。'],
  ['call', '电话联系#，说明来意，对方请我们先发资料。'],
  ['message', '与#加上微信，发去园区介绍，对方回复会转给老板。'],
  ['message', '收到#对函件的答复，愿意进一步了解@的配套条件。'],
  ['visit', '上门拜访#，看了@样品，了解扩产想法。'],
  ['meeting', '#随客户来区，顺便到招商局坐了半小时，留下名片。'],
]

/** `@` product, `#` person. */
export const leadActivities: readonly (readonly [ActivityKind, string])[] = [
  ['call', '与#通话二十分钟，对方最关心交付厂房的时间。'],
  ['call', '#来电，说已收到投资指南，想约时间来看。'],
  ['call', '电话回访，#表示正在等总部批复，月底给答复。'],
  ['call', '#询问蒸汽价格和排水标准，当场答复并补发文件。'],
  ['message', '发送园区中英文简介和厂房清单，#回复收到。'],
  ['message', '#发来企业介绍和@样册，已转产业科参考。'],
  ['message', '邮件确认来访人数和日程，#一行共三人。'],
  ['message', '把用工和工资水平的统计发给#。'],
  ['meeting', '视频会议，#演示@工艺流程，能耗和废水量都不大。'],
  ['visit', '#来区看了创业中心厂房，觉得柱距合适。'],
  ['visit', '到#公司拜访，车间满负荷，确有扩产需要。'],
  ['visit', '陪#看了两块地，对周边配套提了几个问题。'],
  ['call', '#问有没有带吊车的厂房，告知 3 号厂房月底腾出。'],
  ['call', '与#通话，对方正在东部两个园区之间比较，我们约了下周见面。'],
  ['call', '#说@去年出口占六成，最看重离港口的距离。'],
  ['call', '回访#，对方内部已立项，等预算。'],
  ['call', '#介绍公司历史，@做了十多年，客户稳定。'],
  ['message', '微信上#发来@设备清单，占地面积不大。'],
  ['message', '把去年投产的两家同类企业情况发给#参考。'],
  ['message', '#来信感谢接待，附上补充的公司资料。'],
  ['message', '发送参会邀请，#回复将派两人到会。'],
  ['meeting', '与#及其会计师见面，问了外债和利润汇出。'],
  ['meeting', '#到访办公室，讲了@对水质的要求，已请水务公司出报告。'],
  ['visit', '#带家人顺道来看，对学校和医院比较关心。'],
  ['visit', '到#现有厂区看了一圈，@车间已经排不下新线。'],
  ['note', '查询@投资方公开信息，企业存续，无失信记录。'],
  ['note', '与产业科碰头，@属鼓励类，可以积极跟进。'],
  ['note', '向部长口头汇报，同意按重点线索跟进@。'],
  ['note', '比对台账，@与已有项目不重复。'],
]

/** Of the six Japanese companies in July. */
export const julyVisits: readonly string[] = [
  '来区考察第一天：在管委会座谈，介绍区情和外资政策，#重点问了用工和环保。',
  '来区考察：看 B-07 地块和创业中心工地，#认为交通便利，希望了解冬季施工影响。',
  '来区考察：与两家区内企业见面，探讨@外协，#索要了报价单。',
  '来区考察：到供电公司和港口参观，#对供电可靠性表示放心。',
  '来区考察：与技校座谈，商量@操作工定向培养。',
  '来区考察第三天：总结会上#表示九月前提交内部报告，希望先租厂房。',
]
