import type { ReactNode } from 'react'
import type { DealStage } from '@/domain/deal/deal'

/** A card and a column, drawn by the server; what the client must know to move them. */
export type DrawnCard = {
  number: string
  version: number
  stage: DealStage
  name: string
  /** The desk's colour. */
  desk: number
  /** The case officer by name; '' for nobody. */
  officer: string
  movable: boolean
  /** The filter, to be carried on to the record. */
  search: string
  /** Its three lines, as HTML (components/markup.ts). */
  drawn: { __html: string }
}
export type DrawnColumn = {
  stage: DealStage
  label: string
  tone: number
  head: ReactNode
  foot: ReactNode
  cards: DrawnCard[]
}

/** Moves that were made here and that the server's columns do not show yet: by number, with the version moved. */
export type Moves = Record<string, { to: DealStage; version: number }>

/** Why a card is back in its column. */
export type Refusal = { to: DealStage; says: string; missing: { field: string; who: string }[] }

/** The columns as the person sees them: moved cards first in their new column, until the server shows them itself. */
export function withMoves(columns: readonly DrawnColumn[], moves: Moves): DrawnColumn[] {
  const moved = (card: DrawnCard) => {
    const move = moves[card.number]
    return move && move.version === card.version && move.to !== card.stage ? move.to : null
  }
  const all = columns.flatMap(column => column.cards)
  return columns.map(column => ({
    ...column,
    cards: [
      ...all.filter(card => moved(card) === column.stage),
      ...column.cards.filter(card => moved(card) === null),
    ],
  }))
}
