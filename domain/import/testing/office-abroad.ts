import { encode } from './encode'
import { cny, money, type OfficeSheet, rows, workbook } from './office'
import { bookOf } from './zip'

const japanese: OfficeSheet = {
  title: '誘致案件台帳 in Shift_JIS: years of the era, 億円, 坪',
  name: '案件台帳.csv',
  noun: 'deal',
  bytes: () =>
    encode(
      [
        '日本企業誘致案件台帳,,,,,,,,,',
        ',,,,,,,,（単位：百万円）,',
        'No.,案件名,企業名,国籍,業種,敷地面積（坪）,契約締結日,進捗段階,総投資額,担当者',
        '1,自動車部品工場,株式会社東海部品製作所,日本,自動車部品,"3,000",R8.3.5,商談中,"1,250",佐藤',
        '2,冷凍食品の加工,有限会社さくら食品,日本,食品加工,1500,令和8年4月12日,入区手続中,3億5000万円,田中',
        '合　計,,,,,,,,,',
        '※総投資額は契約時点の金額',
      ].join('\r\n'),
      'shift_jis',
    ),
  records: [
    {
      name: '自動車部品工場',
      company: '株式会社東海部品製作所',
      country: { country: 'JP', province: null },
      industryId: '自動車部品',
      landM2: 9_917,
      agreementOn: '2026-03-05',
      stage: 'negotiation',
      total: money(1_250_000_000n, 'JPY'),
      officerId: '佐藤',
    },
    {
      name: '冷凍食品の加工',
      company: '有限会社さくら食品',
      country: { country: 'JP', province: null },
      industryId: '食品加工',
      landM2: 4_959,
      agreementOn: '2026-04-12',
      stage: 'entry_procedures',
      total: money(350_000_000n, 'JPY'),
      officerId: '田中',
    },
  ],
  skipped: { title: 2, totals: 1, note: 1 },
}

const korean: OfficeSheet = {
  title: '투자유치 대장 in EUC-KR: semicolons, ㎡ and 평, 억원',
  name: '투자유치.csv',
  noun: 'deal',
  bytes: () =>
    encode(
      [
        '순번;프로젝트명;투자기업;국적;업종;총투자액(억원);부지면적(㎡);고용인원;계약일;추진 단계;담당자;비고',
        '1;이차전지 소재 공장;한국소재 주식회사;대한민국;신소재;350;12,000;120명;2026. 3. 5.;협의 중;김민수;우선 추진',
        '2;식품 가공 단지;서울식품 주식회사;한국;식품 가공;1,200;3000평;85;2026년 4월 12일;입주 절차;이영희;',
        '합계;;;;;1,550;;205;;;;',
      ].join('\n'),
      'euc-kr',
    ),
  records: [
    {
      name: '이차전지 소재 공장',
      company: '한국소재 주식회사',
      country: { country: 'KR', province: null },
      industryId: '신소재',
      total: money(35_000_000_000n, 'KRW'),
      landM2: 12_000,
      jobs: 120,
      agreementOn: '2026-03-05',
      stage: 'negotiation',
      officerId: '김민수',
      note: '우선 추진',
    },
    {
      name: '식품 가공 단지',
      company: '서울식품 주식회사',
      country: { country: 'KR', province: null },
      industryId: '식품 가공',
      total: money(120_000_000_000n, 'KRW'),
      landM2: 9_917,
      jobs: 85,
      agreementOn: '2026-04-12',
      stage: 'entry_procedures',
      officerId: '이영희',
    },
  ],
  skipped: { totals: 1 },
}

const english: OfficeSheet = {
  title: 'an English pipeline: USD million, days in words, a company that is called Total, a hidden column',
  name: 'Pipeline 2026.xlsx',
  noun: 'deal',
  bytes: () =>
    workbook((sheet, book) => {
      rows(sheet, 1, [
        ['European pipeline'],
        [],
        [
          '#',
          'Project',
          'Investor',
          'Country',
          'Sector',
          'Total investment (USD million)',
          'Investment type',
          'Signing date',
          'Jobs',
          'Internal code',
          'Comments',
        ],
        [
          1,
          'Battery foil plant',
          'Rheinfolie GmbH',
          'Germany',
          'New materials',
          12.5,
          'Wholly foreign-owned',
          '5 March 2026',
          '1,200',
          'x1',
          'phase 1',
        ],
        [
          2,
          'Lubricants',
          'Total',
          'France',
          'New energy',
          3.25,
          'JV',
          new Date('2026-04-12T00:00:00Z'),
          45,
          'x2',
          null,
        ],
        [
          3,
          'Cold store',
          'Nordic Chill',
          'United Kingdom',
          'Logistics',
          'GBP 4m',
          'M&A',
          '25/12/2026',
          null,
          null,
          'n/a',
        ],
        ['Total', null, null, null, 15.75, null, null, null, 1245],
        ['Note: amounts as stated by the investor'],
      ])
      sheet.getCell('H5').numFmt = 'dd/mm/yyyy'
      sheet.getColumn(10).hidden = true
      book.addWorksheet('lists').addRow(['a', 'b'])
    }, 'Pipeline'),
  records: [
    {
      name: 'Battery foil plant',
      company: 'Rheinfolie GmbH',
      country: { country: 'DE', province: null },
      industryId: 'New materials',
      total: money(1_250_000_000n, 'USD'),
      form: 'wholly_owned',
      agreementOn: '2026-03-05',
      jobs: 1_200,
      note: 'phase 1',
    },
    {
      name: 'Lubricants',
      company: 'Total',
      country: { country: 'FR', province: null },
      industryId: 'New energy',
      total: money(325_000_000n, 'USD'),
      form: 'joint_venture',
      agreementOn: '2026-04-12',
      jobs: 45,
    },
    {
      name: 'Cold store',
      company: 'Nordic Chill',
      country: { country: 'GB', province: null },
      industryId: 'Logistics',
      total: { money: { minor: 400_000_000n, currency: 'GBP' }, notStated: false },
      form: 'merger_acquisition',
      agreementOn: '2026-12-25',
      note: 'n/a',
    },
  ],
  skipped: { title: 1, totals: 1, note: 1 },
  unknown: ['Internal code'],
}

const contacts: OfficeSheet = {
  title: '客商通讯录: one company joined over its people, phones as numbers, two columns of phones',
  name: '通讯录.xlsx',
  noun: 'contact',
  bytes: () =>
    workbook(sheet => {
      rows(sheet, 1, [
        ['序号', '单位名称', '姓名', '职务', '手机', '办公电话', '电子邮箱', '微信号', '语言'],
        [
          1,
          '威海远洋食品有限公司',
          '马文',
          '总经理',
          13800001111,
          '0631-5231234转8001',
          'Mawen@Example.cn',
          'mawen_01',
          '中文',
        ],
        [2, null, '崔敏', '秘书', '138 0000 2222；13900003333', null, null, '同手机', '韩语'],
        [
          3,
          '法兰克福精工',
          { richText: [{ text: 'Hans ' }, { text: 'Meier', font: { bold: true } }] },
          'CEO',
          null,
          '+49 (0)30 123456',
          { text: 'hans@example.de', hyperlink: 'mailto:hans@example.de' },
          null,
          'English',
        ],
      ])
      sheet.mergeCells('B2:B3')
    }),
  records: [
    {
      company: '威海远洋食品有限公司',
      name: '马文',
      title: '总经理',
      phones: ['13800001111', '0631-5231234转8001'],
      email: 'Mawen@example.cn',
      wechat: 'mawen_01',
      language: 'zh-Hans',
    },
    {
      company: '威海远洋食品有限公司',
      name: '崔敏',
      title: '秘书',
      phones: ['138 0000 2222', '13900003333'],
      wechat: '同手机',
      language: 'ko',
    },
    {
      company: '法兰克福精工',
      name: 'Hans Meier',
      title: 'CEO',
      phones: ['+49 (0)30 123456'],
      email: 'hans@example.de',
      language: 'en',
    },
  ],
  skipped: {},
}

const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`

const companies: OfficeSheet = {
  title:
    '企业名录: readings of characters, formulas with their values, errors, days from 1904, full-width codes',
  name: '企业名录.xlsx',
  noun: 'company',
  bytes: () =>
    bookOf({
      date1904: true,
      texts: [
        '<r><t>株式会社</t></r><r><t>山田</t></r><rPh sb="0" eb="2"><t>ヤマダ</t></rPh>',
        '<t xml:space="preserve"> 威海远洋食品 </t>',
      ],
      styles:
        '<numFmts><numFmt numFmtId="170" formatCode="yyyy/m/d"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>',
      sheets: [
        `<sheetData><row r="2">${text('A2', '企业名称')}${text('B2', '国家')}${text('C2', '统一社会信用代码')}${text('D2', '企业性质')}${text('E2', '规模')}${text('F2', '是否区内企业')}${text('G2', '网址')}${text('H2', '成立日期')}</row>
        <row r="4"><c r="A4" t="s"><v>0</v></c>${text('B4', '日本')}${text('C4', '－')}<c r="D4" t="str"><f>IF(B4="日本","外资","")</f><v>外资</v></c>${text('E4', '大型企业')}<c r="F4" t="b"><v>0</v></c>${text('G4', 'www.example.co.jp')}<c r="H4" s="1"><v>44624</v></c></row>
        <row r="5"><c r="A5" t="s"><v>1</v></c>${text('B5', '国内')}${text('C5', '９１４４０３００ 7152 6726 xg')}<c r="D5" t="e"><f>VLOOKUP(A5,[1]Sheet1!A:B,2,0)</f><v>#N/A</v></c>${text('E5', '中小')}${text('F5', '√')}<c r="G5"><f>HYPERLINK("https://example.cn")</f></c></row></sheetData>`,
      ],
    }),
  records: [
    {
      name: '株式会社山田',
      country: { country: 'JP', province: null },
      kind: 'foreign',
      segment: 'large',
      inZone: false,
      website: 'https://www.example.co.jp',
    },
    {
      name: '威海远洋食品',
      country: { country: 'CN', province: null },
      creditCode: '9144030071526726XG',
      kind: { wrong: 'sheet.cell.error' },
      segment: 'sme',
      inZone: true,
      website: { wrong: 'sheet.cell.formula_unsaved' },
    },
  ],
  skipped: {},
  unknown: ['成立日期'],
}

const fullWidth: OfficeSheet = {
  title: 'UTF-8 with full-width commas and digits, an unknown total, a foreign currency that is not offered',
  name: '项目.csv',
  noun: 'deal',
  bytes: () =>
    Buffer.from(
      [
        '项目名称，企业，国家/地区，总投资，用地面积，批准日期',
        '海参养殖，威海海产，中国，１．１６亿，７０亩，２０２６年３月５日',
        '轴承，大韩轴承，韩国，待定，４６６６７㎡，46086',
        '橡胶，泰国橡胶，泰国，350万泰铢，3公顷，2026年13月1日',
      ].join('\n'),
    ),
  records: [
    {
      name: '海参养殖',
      company: '威海海产',
      country: { country: 'CN', province: null },
      total: cny(116_000_000),
      landM2: 46_667,
      approvalOn: '2026-03-05',
    },
    {
      name: '轴承',
      company: '大韩轴承',
      country: { country: 'KR', province: null },
      total: { money: null, notStated: true },
      landM2: 46_667,
      approvalOn: { wrong: 'date.unreadable' },
    },
    {
      name: '橡胶',
      company: '泰国橡胶',
      country: { country: 'TH', province: null },
      total: { wrong: 'sheet.cell.currency_unknown' },
      landM2: 30_000,
      approvalOn: { wrong: 'sheet.cell.no_such_day' },
    },
  ],
  skipped: {},
}

export const otherSheets = [japanese, korean, english, contacts, companies, fullWidth]
