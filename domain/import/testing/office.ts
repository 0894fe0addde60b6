import ExcelJS from 'exceljs'
import type { ImportNoun } from '../noun'
import { encode } from './encode'
import type { ReadRecord } from './record'

/** A spreadsheet as an office hands it in, and what stands in it. */
export type OfficeSheet = {
  title: string
  name: string
  noun: ImportNoun
  bytes: () => Promise<Uint8Array> | Uint8Array
  records: ReadRecord[]
  /** Rows that are no records, by why. */
  skipped: Record<string, number>
  /** Heads that mean no field. */
  unknown?: string[]
}

type Fill = (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void

export async function workbook(fill: Fill, name = 'Sheet1'): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  fill(book.addWorksheet(name), book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

const rows = (sheet: ExcelJS.Worksheet, from: number, lines: readonly (readonly ExcelJS.CellValue[])[]) =>
  lines.forEach((line, at) => {
    sheet.getRow(from + at).values = [...line]
  })

const cny = (yuan: number) => money(yuan * 100, 'CNY')
const money = (minor: number | bigint, currency: 'CNY' | 'USD' | 'JPY' | 'KRW') => ({
  money: { minor: BigInt(minor), currency },
  notStated: false,
})

const domesticLedger: OfficeSheet = {
  title:
    '经济开发区在谈项目台账: titles, two rows of joined heads, sections, subtotals, notes and signatures',
  name: '2026年在谈项目台账.xlsx',
  noun: 'deal',
  bytes: () =>
    workbook(sheet => {
      rows(sheet, 1, [
        ['经济开发区2026年在谈项目台账'],
        ['填报单位：内资部', null, null, null, null, null, null, '单位：万元'],
        ['序号', '项目名称', '投资方', '国别（地区）', '投资额', null, '签约时间', '建设内容', '备 注'],
        [null, null, null, null, '总投资', '其中：外资', null, null, null],
        ['一、制造业项目'],
        [
          1,
          '海洋装备产业园',
          '青岛海工装备有限公司',
          '山东省青岛市',
          11600,
          null,
          '2026.3.5',
          '建设海工装备生产线',
          null,
        ],
        [
          2,
          '半导体封装',
          'ハンリム電子株式会社',
          '日本',
          '5,151.121',
          2000,
          new Date('2026-03-12T00:00:00Z'),
          '封装\n测试',
          '重点',
        ],
        ['小  计', null, null, null, 16751.121, 2000],
        ['二、服务业项目'],
        [3, '跨境电商总部', '深圳前海跨境公司', '中国广东', '1.16亿', '—', '3月18日', '总部及仓储', '待定'],
        ['合计：', null, null, null, 28351.121, 2000],
        ['注：1. 外资按合同金额填报。'],
        ['填表人：王芳', null, null, '审核：李强', null, null, '填表日期：2026.6.30'],
      ])
      for (const range of [
        'A1:I1',
        'A3:A4',
        'B3:B4',
        'C3:C4',
        'D3:D4',
        'E3:F3',
        'G3:G4',
        'H3:H4',
        'I3:I4',
        'A5:I5',
        'A9:I9',
        'A12:I12',
      ])
        sheet.mergeCells(range)
      sheet.getCell('G7').numFmt = 'yyyy"年"m"月"d"日"'
    }, '在谈项目'),
  records: [
    {
      name: '海洋装备产业园',
      company: '青岛海工装备有限公司',
      country: { country: 'CN', province: '37' },
      total: cny(116_000_000),
      agreementOn: '2026-03-05',
      content: '建设海工装备生产线',
    },
    {
      name: '半导体封装',
      company: 'ハンリム電子株式会社',
      country: { country: 'JP', province: null },
      total: cny(51_511_210),
      foreign: cny(20_000_000),
      agreementOn: '2026-03-12',
      content: '封装\n测试',
      note: '重点',
    },
    {
      name: '跨境电商总部',
      company: '深圳前海跨境公司',
      country: { country: 'CN', province: '44' },
      total: cny(116_000_000),
      agreementOn: '2026-03-18',
      content: '总部及仓储',
      note: '待定',
    },
  ],
  skipped: { title: 2, section: 2, totals: 2, note: 2 },
}

const gbLines = [
  '项目编号,项目名称,企业名称,国别,产业类别,总投资(万美元),合同外资（万美元）,投资方式,占地面积（亩）,批准文号,批复日期,负责人,部门,状态',
  'XM-01,精密轴承,大韩轴承株式会社,韩国,高端装备制造,725.51,500,外商独资,70,威开审〔2026〕3号,2026年3月5日,王芳,日韩部,正常',
  'XM-02,"海参加工, 二期",威海海产公司,内资,食品加工,1200万元,0,合资,"1,200.5",,20260412,李强、赵敏,内资部,暂停',
  'XM-03,"智能\n仓储",香港物流集团,香港,现代物流,350万港元,350万港元,增资,—,,2026/4/1,zhaomin,综合部,流失',
  '合计,,,,,2275.51,500,,,,,,,',
]

const gb18030Csv: OfficeSheet = {
  title: 'a ledger in GB18030: units in heads, amounts with units of their own, a broken name, mixed dates',
  name: '项目.csv',
  noun: 'deal',
  bytes: () => encode(gbLines.join('\r\n'), 'gb18030'),
  records: [
    {
      name: '精密轴承',
      company: '大韩轴承株式会社',
      country: { country: 'KR', province: null },
      industryId: '高端装备制造',
      total: money(725_510_000n, 'USD'),
      foreign: money(500_000_000n, 'USD'),
      form: 'wholly_owned',
      landM2: 46_667,
      approvalNumber: '威开审〔2026〕3号',
      approvalOn: '2026-03-05',
      officerId: '王芳',
      deskId: '日韩部',
      status: 'active',
    },
    {
      name: '海参加工, 二期',
      company: '威海海产公司',
      country: { country: 'CN', province: null },
      industryId: '食品加工',
      total: cny(12_000_000),
      foreign: { money: null, notStated: false },
      form: 'joint_venture',
      landM2: 800_333,
      approvalOn: '2026-04-12',
      officerId: '李强、赵敏',
      deskId: '内资部',
      status: 'on_hold',
    },
    {
      name: '智能 仓储',
      company: '香港物流集团',
      country: { country: 'HK', province: null },
      industryId: '现代物流',
      total: { money: { minor: 350_000_000n, currency: 'HKD' }, notStated: false },
      foreign: { money: { minor: 350_000_000n, currency: 'HKD' }, notStated: false },
      form: 'capital_increase',
      approvalOn: '2026-04-01',
      officerId: 'zhaomin',
      deskId: '综合部',
      status: 'lost',
    },
  ],
  skipped: { totals: 1 },
  unknown: ['项目编号'],
}

const unicodeText: OfficeSheet = {
  title: 'what a spreadsheet saves as Unicode text: UTF-16 and tabs, full-width digits',
  name: '线索.txt',
  noun: 'lead',
  bytes: () =>
    encode(
      `\ufeff${[
        '登记日期\t企业名称\t联系人\t联系电话\t国家/地区\t需求\t意向投资额（亿元）\t线索来源\t是否用地\t下一步\t下一步时间',
        '２０２６．３．５\t法兰克福精工\tHans Meier\t+49 (0)30 123456\t德国\t设立研发中心\t１．５\t以商招商\t是\t邀请来访\t2026年4月10日',
        '二〇二六年三月十二日\t东京食品\t佐藤\t０３－１２３４－５６７８\t日本\t寻找厂房\t—\t日本东京推介会\t否\t寄送资料\t2026-04-15',
      ].join('\r\n')}`,
      'utf-16le',
    ),
  records: [
    {
      createdOn: '2026-03-05',
      name: '法兰克福精工',
      contactName: 'Hans Meier',
      reachAt: '+49 (0)30 123456',
      country: { country: 'DE', province: null },
      need: '设立研发中心',
      intended: cny(150_000_000),
      source: { source: 'referral', event: null },
      landAsked: true,
      nextStep: '邀请来访',
      nextStepOn: '2026-04-10',
    },
    {
      createdOn: '2026-03-12',
      name: '东京食品',
      contactName: '佐藤',
      reachAt: '０３－１２３４－５６７８',
      country: { country: 'JP', province: null },
      need: '寻找厂房',
      source: { source: 'event', event: '日本东京推介会' },
      landAsked: false,
      nextStep: '寄送资料',
      nextStepOn: '2026-04-15',
    },
  ],
  skipped: {},
}

const big5Csv: OfficeSheet = {
  title: '台商名冊 in Big5: years of the Republic',
  name: '線索.csv',
  noun: 'lead',
  bytes: () =>
    encode(
      [
        '臺商投資線索登記表（民國115年）,,,,,,',
        '編號,企業名稱,聯絡人,聯絡電話,國別,投資需求,接洽日期,意向投資額(萬元)',
        '1,臺灣精密機械股份有限公司,陳先生,02-2345-6789,臺灣,設立數控機床生產廠,民國115年3月5日,3500',
        '2,香港國際物流,李小姐,+852 2345 6789,香港,倉儲用地,115.4.12,"1,200"',
      ].join('\r\n'),
      'big5',
    ),
  records: [
    {
      name: '臺灣精密機械股份有限公司',
      contactName: '陳先生',
      reachAt: '02-2345-6789',
      country: { country: 'TW', province: null },
      need: '設立數控機床生產廠',
      createdOn: '2026-03-05',
      intended: cny(35_000_000),
    },
    {
      name: '香港國際物流',
      contactName: '李小姐',
      reachAt: '+852 2345 6789',
      country: { country: 'HK', province: null },
      need: '倉儲用地',
      createdOn: '2026-04-12',
      intended: cny(12_000_000),
    },
  ],
  skipped: { title: 1 },
}

export const chineseSheets = [domesticLedger, gb18030Csv, unicodeText, big5Csv]
export { cny, money, rows }
