import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import ExcelJS from 'exceljs'
import type { Bench } from '@/bench/bench-state'
import type { Task } from '@/bench/measure'
import { dealColumns } from '@/domain/deal/column'

/** The table as PostgreSQL writes it, read to its end by this process. */
export const copyTask = ({ sql, database }: Bench): Task => ({
  app: process.pid,
  database,
  run: async () => {
    let bytes = 0
    const stream = await sql`copy (
      select d.number, d.name, c.name, d.country, d.province, d.industry_id, d.high_tech, d.form, d.content, d.source, e.name, d.case_officer_id,
        d.stage, d.stage_since, d.status, d.total_minor, d.total_cny, d.foreign_minor, d.foreign_cny, d.agreement_on, d.approval_on, d.land_m_2,
        d.jobs, d.next_step, d.next_step_on, d.created_at, d.updated_at
      from deals d join companies c on c.id = d.company_id left join events e on e.id = d.event_id
      where d.deleted_at is null order by d.updated_at desc, d.id desc) to stdout csv`.readable()
    // never paused: a COPY that is made to wait hangs in this driver
    stream.on('data', chunk => {
      bytes += chunk.length
    })
    await once(stream, 'end')
    return { bytes }
  },
})

/** The writer with the same settings, given as many cells of text. */
export const sheetTask = (rows: number): Task => ({
  app: process.pid,
  database: null,
  run: async () => {
    const out = new PassThrough()
    let bytes = 0
    out.on('data', chunk => {
      bytes += chunk.length
    })
    const options = { stream: out, useStyles: true, useSharedStrings: false, zip: { zlib: { level: 5 } } }
    const book = new ExcelJS.stream.xlsx.WorkbookWriter(options as never)
    const sheet = book.addWorksheet('1')
    const cells = dealColumns.map((_, at) => (at % 3 ? `苏州华瑞精密机械 ${at}` : at * 1000))
    for (let row = 0; row < rows; row++) {
      sheet.addRow(cells).commit()
      if (row % 200 === 0) await new Promise(resolve => setImmediate(resolve))
    }
    await book.commit()
    return { bytes }
  },
})
