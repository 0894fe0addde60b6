/** The nouns of a progress review (调度): a meeting over an agenda of leads and deals. */

export const reviewStates = ['open', 'closed'] as const
export type ReviewState = (typeof reviewStates)[number]

/** Why a record stands on the agenda: what the page shows of it, what was put off last time, or a person's wish. */
export const agendaReasons = ['stuck', 'slipped', 'overdue', 'big', 'lost', 'deferred', 'added'] as const
export type AgendaReason = (typeof agendaReasons)[number]
/** Those by which an agenda is proposed. */
export const proposedReasons = ['stuck', 'slipped', 'overdue', 'big', 'lost'] as const
export type ProposedReason = (typeof proposedReasons)[number]

/** What came of a line: something to be done, taken note of, or put off to the next review. */
export const itemOutcomes = ['decided', 'noted', 'deferred'] as const
export type ItemOutcome = (typeof itemOutcomes)[number]

/** An agenda is gone through in one meeting. */
export const AGENDA_LIMIT = 60
/** Of each reason so many are proposed. */
export const PROPOSED_LIMIT = 8

/** How a record stood when the review was closed, for its minutes. */
export type ItemSnapshot = {
  stage: string
  days: number | null
  officerId: number | null
  minor: string | null
  currency: string | null
  nextStep: string | null
  nextStepOn: string | null
}
