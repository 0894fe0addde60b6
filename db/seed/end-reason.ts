import type { EndReason } from '@/domain/deal/deal'

type Held = readonly [EndReason, string]
type Lost = readonly [EndReason, string, string | null]

export const holdReasons: readonly Held[] = [
  ['site', 'B-11 地块的土地预审未通过，等待规划调整后再谈。'],
  ['funds', '投资方上市融资推迟，资金安排要到三季度才能明确。'],
  ['policy', '设备进口减免税的目录口径未定，投资方要求等政策落地。'],
  ['market', '下游整车厂订单缩减，投资方暂停扩产计划。'],
  ['environment', '电镀工序的排污指标没有落实，等待集中电镀园验收。'],
  ['investor_decision', '集团更换负责人，新管理层要求重新论证选址。'],
]

export const loseReasons: readonly Lost[] = [
  ['competitor_zone', '邻市给出的厂房代建条件更优，投资方已与其签约。', '邻市高新区'],
  ['price', '地价与投资方预算差距较大，三轮磋商未能达成一致。', null],
  ['site', '投资方要求临港岸线，区内没有合适地块。', '南部沿海某开发区'],
  ['funds', '股东增资未到位，投资方书面告知终止。', null],
  ['environment', '环评预审认为溶剂用量过大，不符合准入目录。', null],
  ['investor_decision', '总部决定扩建原有工厂，不再新设基地。', null],
  ['no_contact', '联系人离职后多次去函未复，部务会同意了结。', null],
  ['market', '产品出口受阻，投资方取消海外扩产。', null],
  ['policy', '投资方要求的税收返还不符合现行规定。', '西部某园区'],
]
