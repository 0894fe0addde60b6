import { expect, test } from 'vitest'
import { fromBuffer } from 'yauzl'
import { locales } from '@/domain/user/user'
import { taskTitle } from './minutes'
import { type MinutesText, minutesDocx } from './minutes-docx'

const text = (locale: MinutesText['locale']): MinutesText => ({
  locale,
  title: '日韩部调度会议纪要',
  about: [['会议日期：', '2026年7月13日']],
  agenda: {
    title: '议定事项',
    head: ['序号', '项目', '议定事项', '责任人', '完成时限'],
    rows: [['1', '马氏铸造 & <新材料>\nD-2026-0003', '一周内约谈\n带上清单', '林晓', '2026年7月20日']],
    widths: [7, 33, 34, 12, 14],
  },
  note: { title: '其他事项', text: '下次提前一天。' },
  figures: { title: '数据', head: ['项目', '项数', '金额'], rows: [['在谈', '12', '8.6亿元']] },
  foot: '东港经济开发区',
})

/** The parts of a file as a program would open it that trusts its directory. */
async function partsOf(file: Uint8Array): Promise<Record<string, string>> {
  const parts: Record<string, string> = {}
  await new Promise<void>((resolve, reject) =>
    fromBuffer(Buffer.from(file), { lazyEntries: true }, (fault, zip) => {
      if (fault) return reject(fault)
      zip.on('entry', entry =>
        zip.openReadStream(entry, async (broken, stream) => {
          if (broken) return reject(broken)
          const chunks: Buffer[] = []
          for await (const chunk of stream) chunks.push(chunk as Buffer)
          parts[entry.fileName] = Buffer.concat(chunks).toString('utf8')
          zip.readEntry()
        }),
      )
      zip.on('end', () => resolve())
      zip.readEntry()
    }),
  )
  return parts
}

test('the minutes are a Word document: agenda and figures as tables, what people typed as text', async () => {
  const parts = await partsOf(await minutesDocx(text('zh-Hans')))
  expect(parts['[Content_Types].xml']).toContain('wordprocessingml.document.main+xml')
  const body = parts['word/document.xml'] ?? ''
  expect(body.match(/<w:tbl>/g)).toHaveLength(2)
  expect(body).toContain('马氏铸造 &amp; &lt;新材料&gt;')
  for (const said of [
    '日韩部调度会议纪要',
    '一周内约谈',
    '带上清单',
    '林晓',
    '2026年7月20日',
    '8.6亿元',
    '下次提前一天。',
  ])
    expect(body).toContain(said)
  // the figures begin a page, the head of the agenda is repeated on each
  expect(body).toContain('<w:pageBreakBefore/>')
  expect(body).toContain('<w:tblHeader/>')
  expect(Object.keys(parts).filter(name => name.startsWith('word/footer'))).toHaveLength(1)
})

test('Chinese is set in 仿宋 and 宋体, named as East Asian fonts; each language has its own', async () => {
  const fonts: Record<string, string> = {}
  for (const locale of locales) {
    const body = (await partsOf(await minutesDocx(text(locale))))['word/document.xml'] ?? ''
    fonts[locale] = [...new Set(body.match(/w:eastAsia="[^"]+"/g))].join(' ')
  }
  expect(fonts['zh-Hans']).toBe('w:eastAsia="宋体" w:eastAsia="仿宋"')
  expect(fonts['zh-Hant']).toBe('w:eastAsia="新細明體" w:eastAsia="標楷體"')
  expect(fonts.ja).toContain('MS Mincho')
  expect(fonts.ko).toContain('바탕')
})

test('a task is called after the first line of the decision, and no longer than a title may be', () => {
  expect(taskTitle('  约谈对方总部\n带上清单')).toBe('约谈对方总部')
  expect([...taskTitle('谈'.repeat(400))]).toHaveLength(300)
})
