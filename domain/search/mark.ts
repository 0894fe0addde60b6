import { readings } from '@/domain/name/pinyin'
import { searchTerm } from '@/domain/name/search-text'

/** A text in pieces, of which some are what was looked for. */
export type Piece = { text: string; mark: boolean }

/** Where the terms stand in a text as it is written, by name or by sound. Null if one of them is not in it. */
export function marked(text: string, terms: readonly string[]): Piece[] | null {
  const characters = [...text]
  const hits = new Set<number>()
  const spellings = spellingsOf(characters)
  for (const term of terms) {
    const found = spellings.map(spelling => placesOf(spelling, term)).find(places => places.length > 0)
    if (!found) return null
    for (const place of found) hits.add(place)
  }
  return piecesOf(characters, hits)
}

/** Which of these holds the most of the terms, marked; null if none holds any. */
export function bestMarked(texts: readonly string[], terms: readonly string[]) {
  const inAll = texts.map(text => ({ text, pieces: marked(text, terms) })).find(one => one.pieces)
  const some = () =>
    texts
      .map(text => ({
        text,
        pieces: marked(
          text,
          terms.filter(term => marked(text, [term])),
        ),
      }))
      .find(({ pieces }) => pieces?.some(piece => piece.mark))
  return inAll ?? some() ?? null
}

/** What stands for each character in one way of writing the text. */
type Spelling = readonly string[]

function spellingsOf(characters: readonly string[]): Spelling[] {
  const plain = characters.map(searchTerm)
  const heard = readings(plain.map(one => one || ' ').join(''))
  return [plain, ...heard, ...heard.map(syllables => syllables.map(syllable => [...syllable][0] ?? ''))]
    .map(spelling => spelling.map(one => one.trim()))
    .filter(spelling => spelling.length === characters.length)
}

/** The characters in which the term stands, everywhere it does. */
function placesOf(spelling: Spelling, term: string): number[] {
  const owner = spelling.flatMap((written, index) => Array<number>(written.length).fill(index))
  const whole = spelling.join('')
  const places: number[] = []
  for (let at = whole.indexOf(term); at >= 0 && term; at = whole.indexOf(term, at + term.length)) {
    const [first = 0, last = first] = [owner[at], owner[at + term.length - 1]]
    // with what stands between: a hyphen, a space
    for (let place = first; place <= last; place++) places.push(place)
  }
  return places
}

function piecesOf(characters: readonly string[], hits: ReadonlySet<number>): Piece[] {
  const pieces: Piece[] = []
  for (const [index, character] of characters.entries()) {
    const mark = hits.has(index)
    const last = pieces.at(-1)
    if (last?.mark === mark) last.text += character
    else pieces.push({ text: character, mark })
  }
  return pieces
}
