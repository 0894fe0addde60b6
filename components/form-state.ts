import { createContext, type ReactNode } from 'react'

/**
 * What a form hears back: the shape of every action's outcome, told without knowing the product. `typed` comes with an
 * answer to a browser without JavaScript, whose page is drawn anew: what stood in the form, by input name.
 */
export type FormOutcome = { typed?: Record<string, string> } & (
  | { kind: 'done'; value?: unknown; href?: string }
  | { kind: 'invalid'; fields: Record<string, Reason>; panel?: ReactNode }
  | { kind: 'conflict'; theirs: unknown }
  | ({ kind: 'refused' } & Reason & { missing?: unknown })
  | { kind: 'gone' }
  | { kind: 'signed_out' }
)

/** `text` is the sentence in the reader's language, which the server says with its answer. */
export type Reason = { reason: string; values?: Record<string, unknown>; text?: string }

/** Fills {name} in a sentence. Plurals and selects are for the server's formatter. */
export function fill(sentence: string, values: Record<string, unknown> = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in values ? String(values[name]) : whole,
  )
}

export const sentenceOf = (said: Reason): string => said.text ?? said.reason

/** The whole of what the form has heard back, for a part that shows more of it than a sentence. */
export const FormAnswer = createContext<{ kind: string } | null>(null)

/** Sentences by field name, for the Fields inside. */
export const FormErrors = createContext<Record<string, string>>({})
