import type { Repeat } from '@/domain/task/task'

/** What an officer has to do on a lead or deal; # is how the contact is called. */
export const caseTasks = [
  '寄送开发区画册和厂房平面图',
  '核实供电容量和接入时间，回复#',
  '约规划部门一起看地块',
  '整理上次洽谈纪要，发#确认',
  '准备下次会谈的优惠政策说明',
  '请财务测算三年用地成本',
  '催要企业营业执照和近三年审计报告',
  '联系海关，了解设备进口流程',
  '陪同#考察标准厂房',
  '把环评要求译成对方语言',
  '与供水公司确认日供水量',
  '安排接机和住宿',
] as const

/** What heads give to their officers, by itself. */
export const deskTasks = [
  '更新本部重点企业名单',
  '补录上月名片',
  '准备部务会汇报材料',
  '核对在谈项目的投资额口径',
  '联系三家商会，约拜访时间',
  '试用新的企业画册，收集意见',
] as const

type SeriesWords = {
  title: string
  repeat: Repeat
  every: number
  on: 'friday' | 'month_end' | 'year'
  remindDays: number
}

/** What comes again and again. */
export const seriesTasks: readonly SeriesWords[] = [
  { title: '报送招商周报', repeat: 'weekly', every: 1, on: 'friday', remindDays: 0 },
  { title: '月末核对在谈项目进展', repeat: 'monthly', every: 1, on: 'month_end', remindDays: 1 },
  { title: '起草半年工作总结素材', repeat: 'monthly', every: 6, on: 'month_end', remindDays: 7 },
]

/** What is to be prepared for an event. */
export const eventTasks = [
  '确认展位搭建和资料运输',
  '整理参会企业名单，分给各部',
  '会后三日内录入名片',
] as const
