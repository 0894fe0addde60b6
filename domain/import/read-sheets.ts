import { readFile, stat } from 'node:fs/promises'
import { type Done, done, type Refused } from '@/domain/outcome'
import { cut } from '@/domain/text/cut'
import { contentOf, isEncryptedOle } from './content'
import { delimiterOf, readCsv } from './csv-sheet'
import { decode } from './encoding'
import { type Delimiter, type Encoding, importLimits, type Limits, type SheetFile } from './raw'
import { FileRefusal } from './refusal'
import { readXlsx } from './xlsx-book'

/** What a person says about a text file where it is not clear by itself. */
export type Said = { encoding?: Encoding; delimiter?: Delimiter }

/**
 * The sheets of a file as they stand: .xlsx, or .csv, .tsv and .txt, given as bytes or as the path of a file; `name` is what
 * it is called, and its ending must fit its content. Formulas are never worked out, links never followed. What is refused
 * is refused whole: nothing is ever cut. Refusals, all `sheet.refused.…` with `values`: `empty`, `too_large` (`max` MB),
 * `unpacks_too_large` (`max` MB), `too_many_sheets|rows|columns|cells` (`max`, `sheet`, `cell`), `cell_too_long` (`max`,
 * `sheet`, `cell`), `encrypted`, `old_format`, `macro`, `binary_workbook`, `web_page`, `not_a_sheet` (`content`), `ending`
 * (`ending`, `content`), `damaged`, `encoding_unknown` (`encodings`: those to choose from), `encoding_wrong` (`encoding`),
 * `quotes` (`row`). A path that cannot be read throws.
 */
export async function readSheets(
  source: Uint8Array | string,
  name: string,
  limits: Limits = importLimits,
  said: Said = {},
): Promise<Done<SheetFile> | Refused> {
  const size = typeof source === 'string' ? (await stat(source)).size : source.byteLength
  const max = Math.round(limits.bytes / 1_000_000)
  if (size > limits.bytes) return new FileRefusal('too_large', { max }).refused
  if (size === 0) return new FileRefusal('empty').refused
  const bytes = typeof source === 'string' ? await readFile(source) : source
  try {
    return done(await read(bytes, name, limits, said))
  } catch (error) {
    // whatever a reader of zips, XML or lines cannot make sense of, is no sound file
    return (error instanceof FileRefusal ? error : new FileRefusal('damaged')).refused
  }
}

const texts = new Set(['csv', 'tsv', 'txt'])
const workbooks = new Set(['xlsx', 'xltx'])

async function read(bytes: Uint8Array, name: string, limits: Limits, said: Said): Promise<SheetFile> {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? ''
  const content = contentOf(bytes)
  if (content === 'ole') throw new FileRefusal(isEncryptedOle(bytes) ? 'encrypted' : 'old_format')
  if (content === 'page') throw new FileRefusal('web_page')
  const isText = content === 'text' || (content === 'binary' && said.encoding?.startsWith('utf-16'))
  if (content !== 'zip' && !isText) throw new FileRefusal('not_a_sheet', { content })
  if (/^(?:xlsm|xltm|xlam)$/.test(ending)) throw new FileRefusal('macro')
  if (ending === 'xlsb') throw new FileRefusal('binary_workbook')
  if (!(content === 'zip' ? workbooks : texts).has(ending)) {
    // what it is comes first, where it is something else altogether
    if (content === 'zip') await readXlsx(bytes, limits)
    throw new FileRefusal('ending', {
      ending: ending ? `.${ending}` : '—',
      content: content === 'zip' ? 'xlsx' : 'text',
    })
  }
  if (content === 'zip') return { kind: 'xlsx', sheets: await readXlsx(bytes, limits) }
  const { text, encoding, guessed } = decode(bytes, said.encoding)
  if (text.includes('\0')) throw new FileRefusal('not_a_sheet', { content: 'binary' })
  const found = delimiterOf(text)
  const delimiter = said.delimiter ?? found.delimiter
  const title = cut(name.replace(/\.[^.]*$/, ''), 100)
  return {
    kind: 'csv',
    sheets: [await readCsv(found.text, title, delimiter, limits)],
    encoding,
    guessed,
    delimiter,
  }
}
