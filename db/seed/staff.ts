import type { Locale, Role } from '@/domain/user/user'
import type { DeskKey } from './zone'

export type StaffLine = {
  login: string
  name: string
  en: string
  role: Role
  desk?: DeskKey
  /** 'MM-DD': hired in the year of the closing date; else the full date, years before it. */
  hired: string | { yearsBefore: number; on: string }
  locale?: Locale
}

const before = (yearsBefore: number, on: string) => ({ yearsBefore, on })

/** 18 people: the director, four heads, thirteen officers, six of them hired at the beginning of the year. */
export const staff: readonly StaffLine[] = [
  { login: 'director', name: '顾怀章', en: 'Gu Huaizhang', role: 'director', hired: before(11, '03-01') },
  {
    login: 'head.domestic',
    name: '赵文博',
    en: 'Zhao Wenbo',
    role: 'manager',
    desk: 'domestic',
    hired: before(8, '07-01'),
  },
  {
    login: 'head.japan-korea',
    name: '吴蔓',
    en: 'Wu Man',
    role: 'manager',
    desk: 'japan_korea',
    hired: before(7, '04-15'),
  },
  {
    login: 'head.europe-us',
    name: '韩若安',
    en: 'Han Ruo’an',
    role: 'manager',
    desk: 'europe_us',
    hired: before(5, '09-01'),
  },
  {
    login: 'head.general',
    name: '许伯谦',
    en: 'Xu Boqian',
    role: 'manager',
    desk: 'general',
    hired: before(9, '02-20'),
  },
  {
    login: 'officer1.domestic',
    name: '林晓',
    en: 'Lin Xiao',
    role: 'officer',
    desk: 'domestic',
    hired: before(4, '07-10'),
  },
  {
    login: 'officer2.domestic',
    name: '周启航',
    en: 'Zhou Qihang',
    role: 'officer',
    desk: 'domestic',
    hired: before(3, '03-05'),
  },
  {
    login: 'officer3.domestic',
    name: '郑雅',
    en: 'Zheng Ya',
    role: 'officer',
    desk: 'domestic',
    hired: '02-16',
  },
  {
    login: 'officer4.domestic',
    name: '何立群',
    en: 'He Liqun',
    role: 'officer',
    desk: 'domestic',
    hired: '02-16',
  },
  {
    login: 'officer1.japan-korea',
    name: '孙悦宁',
    en: 'Sun Yuening',
    role: 'officer',
    desk: 'japan_korea',
    hired: before(4, '05-08'),
  },
  {
    login: 'officer2.japan-korea',
    name: '朴英子',
    en: 'Piao Yingzi',
    role: 'officer',
    desk: 'japan_korea',
    hired: before(2, '10-12'),
  },
  {
    login: 'officer3.japan-korea',
    name: '崔明玉',
    en: 'Cui Mingyu',
    role: 'officer',
    desk: 'japan_korea',
    hired: '02-16',
  },
  {
    login: 'officer4.japan-korea',
    name: '高桥真帆',
    en: 'Takahashi Maho',
    role: 'officer',
    desk: 'japan_korea',
    hired: '03-02',
  },
  {
    login: 'officer1.europe-us',
    name: '罗欣',
    en: 'Luo Xin',
    role: 'officer',
    desk: 'europe_us',
    hired: before(3, '06-01'),
  },
  {
    login: 'officer2.europe-us',
    name: '唐可',
    en: 'Tang Ke',
    role: 'officer',
    desk: 'europe_us',
    hired: before(2, '08-18'),
  },
  {
    login: 'officer3.europe-us',
    name: '梁思远',
    en: 'Liang Siyuan',
    role: 'officer',
    desk: 'europe_us',
    hired: '02-16',
  },
  {
    login: 'officer1.general',
    name: '沈立',
    en: 'Shen Li',
    role: 'officer',
    desk: 'general',
    hired: before(5, '11-02'),
  },
  {
    login: 'officer2.general',
    name: '冯一诺',
    en: 'Feng Yinuo',
    role: 'officer',
    desk: 'general',
    hired: '03-02',
  },
]

/** Two accounts beside the staff: one that keeps the accounts, one that reads. */
export const otherAccounts: readonly StaffLine[] = [
  { login: 'admin', name: '系统管理', en: 'System administrator', role: 'admin', hired: before(3, '01-04') },
  { login: 'viewer', name: '审计查阅', en: 'Audit reader', role: 'viewer', hired: before(3, '01-04') },
]
