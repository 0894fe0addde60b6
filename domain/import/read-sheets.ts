import { type Done, type Refused, refused } from '@/domain/outcome'
import { type Delimiter, type Encoding, importLimits, type Limits, type SheetFile } from './raw'

/** What a person says about a text file where it is not clear by itself. */
export type Said = { encoding?: Encoding; delimiter?: Delimiter }

/**
 * The sheets of a file as they stand: .xlsx, or .csv, .tsv and .txt, given as bytes or as the path of a file; `name` is what
 * it is called, and its ending must fit its content. Formulas are never worked out, links never followed. What is refused
 * is refused whole: nothing is ever cut. Refusals, all `import.refused.…` with `values`: `empty`, `too_large` (`max` bytes),
 * `unpacks_too_large` (`max`), `too_many_sheets|rows|columns|cells` (`max`, `sheet`), `cell_too_long` (`sheet`, `cell`, `max`),
 * `encrypted`, `old_format`, `macro`, `binary_workbook`, `web_page`, `not_a_sheet` (`content`), `ending` (`ending`,
 * `content`: xlsx or text), `damaged`, `encoding_unknown` (`encodings`: those to choose from), `encoding_wrong`
 * (`encoding`), `quotes` (`row`).
 */
export async function readSheets(
  _source: Uint8Array | string,
  _name: string,
  _limits: Limits = importLimits,
  _said: Said = {},
): Promise<Done<SheetFile> | Refused> {
  return refused('import.refused.damaged')
}
