import type { CellAsked, CellEdit, CellInput, CellWords } from './cell'
import { sentenceOf } from './form-state'

type Saved = { asked: CellAsked; inputs: readonly CellInput[]; upon: number; sent: Record<string, string> }

/** What stood in a cell stands there again, unless the record was changed once more since. Tags go by themselves. */
export async function takeBack(
  edit: CellEdit,
  { asked, inputs, upon, sent }: Saved,
  words: CellWords,
): Promise<{ kind: string; text?: string }> {
  const [answer] = await edit.open(asked)
  if (!answer) return { kind: 'gone', text: words.gone }
  const { opened } = answer
  if ('refused' in opened) return { kind: 'refused', text: opened.refused }
  const tags = inputs.some(({ kind }) => kind === 'tags')
  if (!tags && opened.version !== upon + 1) return { kind: 'conflict', text: words.changedSince }
  const values = Object.fromEntries(inputs.map(({ name, value }) => [name, value]))
  if (tags) values.was = sent.tags ?? ''
  const said = await edit.save({ ...asked, version: opened.version, values })
  if (said.kind === 'invalid')
    return { kind: said.kind, text: Object.values(said.fields).map(sentenceOf).join(' ') }
  return { kind: said.kind, ...(said.kind === 'refused' && { text: sentenceOf(said) }) }
}
