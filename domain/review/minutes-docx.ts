import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  type IFontAttributesProperties,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Locale } from '@/domain/user/user'

/** The minutes in words, ready to be set: all texts are in the language of the document. */
export type MinutesText = {
  locale: Locale
  title: string
  /** Number, date, who was there: label and text. */
  about: readonly (readonly [string, string])[]
  agenda: {
    title: string
    head: readonly string[]
    rows: readonly (readonly string[])[]
    widths: readonly number[]
  }
  note: { title: string; text: string } | null
  figures: { title: string; head: readonly string[]; rows: readonly (readonly string[])[] }
  /** At the foot: whose document it is. */
  foot: string
}

/* Fonts that an office there has and expects: the East Asian one is named apart, or Word takes any. */
const fonts: Record<Locale, { body: IFontAttributesProperties; head: IFontAttributesProperties }> = {
  'zh-Hans': { body: named('仿宋', 'Times New Roman'), head: named('宋体', 'Times New Roman') },
  'zh-Hant': { body: named('標楷體', 'Times New Roman'), head: named('新細明體', 'Times New Roman') },
  en: { body: named('SimSun', 'Calibri'), head: named('SimSun', 'Calibri') },
  ja: { body: named('MS Mincho', 'Times New Roman'), head: named('MS Gothic', 'Arial') },
  ko: { body: named('바탕', 'Times New Roman'), head: named('맑은 고딕', 'Arial') },
}
function named(eastAsia: string, latin: string): IFontAttributesProperties {
  return { ascii: latin, hAnsi: latin, cs: latin, eastAsia }
}
const language: Record<Locale, string> = {
  'zh-Hans': 'zh-CN',
  'zh-Hant': 'zh-TW',
  en: 'en-GB',
  ja: 'ja-JP',
  ko: 'ko-KR',
}

/* Half points: 三号 is 16 pt, 小四 12 pt. */
const TITLE = 32
const HEAD = 26
const BODY = 24
const CELL = 21

/** The minutes as a .docx: title, what the meeting was, the agenda with its decisions, the figures on a page of their own. */
export async function minutesDocx(text: MinutesText): Promise<Uint8Array> {
  const { body, head } = fonts[text.locale]
  const line = (content: string, size = BODY, bold = false) =>
    content
      .split('\n')
      .map(part => new Paragraph({ children: [new TextRun({ text: part, size, bold, font: body })] }))
  const heading = (content: string, pageBreakBefore = false) =>
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      pageBreakBefore,
      spacing: { before: 240, after: 120 },
      children: [new TextRun({ text: content, size: HEAD, bold: true, font: head, color: '000000' })],
    })
  const cell = (content: string, width: number, bold: boolean) =>
    new TableCell({
      width: { size: width, type: WidthType.PERCENTAGE },
      margins: { top: 60, bottom: 60, left: 90, right: 90 },
      children: line(content, CELL, bold),
    })
  const table = (head: readonly string[], rows: readonly (readonly string[])[], widths: readonly number[]) =>
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [head, ...rows].map(
        (cells, place) =>
          new TableRow({
            tableHeader: place === 0,
            cantSplit: true,
            children: cells.map((content, column) => cell(content, widths[column] ?? 10, place === 0)),
          }),
      ),
    })
  const even = text.figures.head.map(() => Math.floor(100 / text.figures.head.length))
  const document = new Document({
    title: text.title,
    creator: text.foot,
    styles: {
      default: {
        document: {
          run: {
            font: body,
            size: BODY,
            language: { value: language[text.locale], eastAsia: language[text.locale] },
          },
        },
      },
    },
    sections: [
      {
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [
                  new TextRun({
                    children: [`${text.foot}  `, PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
                    size: 18,
                    font: body,
                  }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            alignment: AlignmentType.CENTER,
            spacing: { after: 240 },
            children: [new TextRun({ text: text.title, size: TITLE, bold: true, font: head })],
          }),
          ...text.about.map(
            ([label, said]) =>
              new Paragraph({
                spacing: { after: 60 },
                children: [
                  new TextRun({ text: label, bold: true, size: BODY, font: body }),
                  new TextRun({ text: said, size: BODY, font: body }),
                ],
              }),
          ),
          heading(text.agenda.title),
          table(text.agenda.head, text.agenda.rows, text.agenda.widths),
          ...(text.note ? [heading(text.note.title), ...line(text.note.text)] : []),
          heading(text.figures.title, true),
          table(text.figures.head, text.figures.rows, even),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
