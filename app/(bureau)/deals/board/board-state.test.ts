import { describe, expect, it } from 'vitest'
import { type DrawnCard, type DrawnColumn, withMoves } from './board-state'

const card = (number: string, stage: DrawnCard['stage'], version = 1): DrawnCard => ({
  number,
  version,
  stage,
  name: number,
  desk: 0,
  officer: '',
  movable: true,
  search: '',
  drawn: { __html: '' },
})
const column = (stage: DrawnColumn['stage'], cards: DrawnCard[]): DrawnColumn => ({
  stage,
  label: stage,
  tone: 1,
  head: null,
  foot: null,
  cards,
})
const board = (version = 1) => [
  column('negotiation', [card('D-2026-0001', 'negotiation', version), card('D-2026-0002', 'negotiation')]),
  column('entry_procedures', [card('D-2026-0003', 'entry_procedures')]),
]
const numbers = (columns: DrawnColumn[]) => columns.map(({ cards }) => cards.map(one => one.number))

describe('withMoves', () => {
  it('shows a moved card first in its new column and no longer in the old one', () => {
    const moves = { 'D-2026-0001': { to: 'entry_procedures' as const, version: 1 } }
    expect(numbers(withMoves(board(), moves))).toEqual([['D-2026-0002'], ['D-2026-0001', 'D-2026-0003']])
  })

  it('leaves the card where the server says once it has another version', () => {
    const moves = { 'D-2026-0001': { to: 'entry_procedures' as const, version: 1 } }
    expect(numbers(withMoves(board(2), moves))).toEqual(numbers(board(2)))
  })

  it('neither loses nor doubles a card', () => {
    const moves = { 'D-2026-0003': { to: 'negotiation' as const, version: 1 } }
    expect(numbers(withMoves(board(), moves)).flat().sort()).toEqual(numbers(board()).flat().sort())
  })
})
