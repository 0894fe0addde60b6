import { sentenceOf } from '@/components/form-state'
import type { DealStage } from '@/domain/deal/deal'
import type { Outcome } from '@/domain/outcome'
import type { DrawnCard, Refusal } from './board-state'
import type { BoardWords } from './board-words'

/** Null: no answer came. */
export type MoveAnswer = Outcome<unknown, unknown> | { kind: 'signed_out' } | null

/** Why the card went back, in words, and what is missing with whoever settles it by name. */
export function refusalOf(answer: MoveAnswer, card: DrawnCard, to: DealStage, words: BoardWords): Refusal {
  const missing = answer?.kind === 'refused' ? (answer.missing ?? []) : []
  const settles = (who: string | undefined) =>
    who === 'case_officer' ? card.officer || words.who.case_officer : words.who.manager
  return {
    to,
    says: saysOf(answer, words),
    missing: missing.map(({ field, who }) => ({ field, who: settles(who) })),
  }
}

function saysOf(answer: MoveAnswer, words: BoardWords): string {
  switch (answer?.kind) {
    case 'refused':
      return sentenceOf(answer)
    case 'invalid':
      return Object.values(answer.fields).map(sentenceOf).join(' ')
    case 'conflict':
      return words.changed
    case 'gone':
      return words.gone
    case 'signed_out':
      return words.signedOut
    default:
      return words.offline
  }
}
