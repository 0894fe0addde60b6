import { FileRefusal } from './refusal'

/** The number of a row; nothing for nothing. */
export function rowOf(text: string | undefined): number | null {
  const number = Number(text)
  if (text !== undefined && !(number >= 1 && number <= 1_048_576)) throw new FileRefusal('damaged')
  return text === undefined ? null : number
}

/** 0 for A1, 26 for AA7; nothing for nothing. */
export function columnOf(ref: string | undefined): number | null {
  if (ref === undefined) return null
  let column = 0
  for (let at = 0; at < 3; at += 1) {
    const code = ref.charCodeAt(at)
    if (code >= 65 && code <= 90) column = column * 26 + code - 64
    else break
  }
  if (column === 0 || column > 16_384) throw new FileRefusal('damaged')
  return column - 1
}

/** A for 0, AA for 26. */
export function lettersOf(column: number): string {
  const before = column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : ''
  return before + String.fromCharCode(65 + (column % 26))
}
