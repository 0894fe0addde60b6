import { PassThrough } from 'node:stream'
import ExcelJS from 'exceljs'
import type { Sql } from 'postgres'
import { newName } from '@/bench/load'

export type SheetRows = {
  rows: number
  /** Of so many rows the amount is a word, and the officer somebody whom nobody knows. */
  wrong?: number
  /** The rows after those name companies that are on file. */
  known?: readonly string[]
}

const heads = [
  '项目名称',
  '企业',
  '国家/地区',
  '重点产业',
  '来源',
  '拟建内容',
  '总投资（万元）',
  '用地（亩）',
  '预计就业',
  '部',
  '负责人',
  '阶段',
  '在谈开始',
  '入区手续开始',
  '下一步',
  '下一步日期',
]

/** A ledger of deals as a desk keeps it, each with a company of its own, as .xlsx. */
export async function dealSheet(sql: Sql, { rows, wrong = 0, known = [] }: SheetRows): Promise<Buffer> {
  const industries = await sql<{ name: string }[]>`select name from industries order by id`
  const staff = await sql<{ login: string; key: string }[]>`
    select u.login, min(d.key) as key from users u join desk_members m on m.user_id = u.id join desks d on d.id = m.desk_id
    where u.role = 'officer' and u.disabled_at is null and d.active group by u.login order by u.login`
  const out = new PassThrough()
  const pieces: Buffer[] = []
  out.on('data', piece => pieces.push(piece))
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useSharedStrings: true } as never)
  const sheet = book.addWorksheet('在谈项目')
  sheet.addRow(heads).commit()
  const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)
  for (let row = 0; row < rows; row++) {
    const isWrong = row < wrong
    const { login = '', key = '' } = staff[row % staff.length] ?? {}
    const entered = row % 3 === 0
    sheet
      .addRow([
        `${newName().slice(0, 6)}生产基地`,
        known[row - wrong] ?? newName(),
        ['中国', '日本', '韩国', '德国'][row % 4],
        industries[row % industries.length]?.name,
        ['来访考察', '委托招商', '以商招商'][row % 3],
        `建设生产线 ${1 + (row % 6)} 条，年产 ${100 + (row % 900)} 万件`,
        isWrong ? '见附件' : 1000 + (row % 9000),
        10 + (row % 300),
        20 + (row % 800),
        key,
        isWrong ? '查无此人' : login,
        entered ? '入区手续' : '在谈',
        day(-(row % 300) - 200),
        entered ? day(-(row % 190) - 5) : null,
        '安排实地考察',
        day(10 + (row % 90)),
      ])
      .commit()
  }
  await book.commit()
  return Buffer.concat(pieces)
}
