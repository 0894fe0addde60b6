import { cut } from '@/domain/text/cut'
import type { Limits, Sheet } from './raw'
import { FileRefusal } from './refusal'
import { readFormats } from './xlsx-format'
import { type BookParts, relations } from './xlsx-parts'
import { readXlsxSheet } from './xlsx-sheet'
import { unescaped } from './xlsx-value'
import { attribute, eachElement, isTrue } from './xml'
import { openZip, type Zip } from './zip'

/** The sheets of an .xlsx, in their order. */
export async function readXlsx(bytes: Uint8Array, limits: Limits): Promise<readonly Sheet[]> {
  const zip = await openZip(bytes, limits)
  await refuseOtherPackages(zip)
  const root =
    (await relations(zip, '')).find(({ type }) => type.endsWith('/officeDocument'))?.target ??
    'xl/workbook.xml'
  const { sheets, from1904 } = await readWorkbook(zip, root, limits)
  const related = await relations(zip, root)
  const partOf = (type: string) => related.find(one => one.type.endsWith(`/${type}`))?.target ?? ''
  const book: BookParts = {
    texts: await readTexts(zip, partOf('sharedStrings'), limits),
    formats: await readFormats(zip, partOf('styles')),
    from1904,
    left: { cells: limits.cells },
    limits,
  }
  const read: Sheet[] = []
  for (const { id, name, hidden } of sheets) {
    const part = related.find(one => one.id === id)
    if (part?.type.endsWith('/worksheet') && zip.has(part.target))
      read.push(await readXlsxSheet(zip, part.target, { name, hidden }, book))
  }
  if (read.length === 0) throw new FileRefusal('damaged')
  return read
}

/** Macros in whatever dress, and packages of other programs. */
async function refuseOtherPackages(zip: Zip): Promise<void> {
  const some = (pattern: RegExp) => zip.names.some(name => pattern.test(name))
  let macros = some(/(?:^|\/)vbaproject\.bin$|^xl\/macrosheets\//)
  await eachElement(zip, '[Content_Types].xml', {
    open: (_, attributes) => {
      if (/macroenabled|vbaproject/i.test(attribute(attributes, 'ContentType') ?? '')) macros = true
    },
  })
  if (macros) throw new FileRefusal('macro')
  if (zip.has('xl/workbook.bin')) throw new FileRefusal('binary_workbook')
  if (some(/^word\//)) throw new FileRefusal('not_a_sheet', { content: 'docx' })
  if (some(/^ppt\//)) throw new FileRefusal('not_a_sheet', { content: 'pptx' })
  if (zip.has('mimetype')) throw new FileRefusal('not_a_sheet', { content: 'ods' })
  if (!zip.has('[Content_Types].xml')) throw new FileRefusal('not_a_sheet', { content: 'zip' })
}

async function readWorkbook(zip: Zip, part: string, limits: Limits) {
  const sheets: { id: string; name: string; hidden: boolean }[] = []
  let from1904 = false
  await eachElement(zip, part, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = isTrue(attributes.date1904)
      if (name !== 'sheet') return
      if (sheets.length >= limits.sheets) throw new FileRefusal('too_many_sheets', { max: limits.sheets })
      const hidden = (attributes.state ?? 'visible') !== 'visible'
      sheets.push({
        id: attribute(attributes, 'id') ?? '',
        name: cut(attributes.name ?? '', 100),
        hidden,
      })
    },
  })
  return { sheets, from1904 }
}

/** The texts that cells share: their runs joined, without the readings of their characters. */
async function readTexts(zip: Zip, part: string, limits: Limits): Promise<readonly string[]> {
  const texts: string[] = []
  let text = ''
  let reading = 0
  let inText = false
  await eachElement(zip, part, {
    open: name => {
      if (name === 'si') text = ''
      else if (name === 'rPh') reading += 1
      else if (name === 't') inText = reading === 0
    },
    text: piece => {
      if (inText) text += piece
    },
    close: name => {
      if (name === 'rPh') reading -= 1
      else if (name === 't') inText = false
      else if (name === 'si') texts.push(unescaped(text))
      if (texts.length > limits.cells) throw new FileRefusal('too_many_cells', { max: limits.cells })
    },
  })
  return texts
}
