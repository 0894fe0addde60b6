import { createContext } from 'react'

/** What a form hears back: the shape of every action's outcome, told without knowing the product. */
export type FormOutcome =
  | { kind: 'done'; value?: unknown; href?: string }
  | { kind: 'invalid'; fields: Record<string, Reason> }
  | { kind: 'conflict'; theirs: unknown }
  | ({ kind: 'refused' } & Reason & { missing?: unknown })
  | { kind: 'gone' }
  | { kind: 'signed_out' }

/** `text` is the sentence, where the server has said it; else `reason` is looked up in the form's `reasons`. */
export type Reason = { reason: string; values?: Record<string, unknown>; text?: string }

/** Fills {name} in a sentence. Plurals and selects are for the server's formatter. */
export function fill(sentence: string, values: Record<string, unknown> = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in values ? String(values[name]) : whole,
  )
}

export function sentenceOf(said: Reason, reasons: Record<string, string> = {}): string {
  return said.text ?? fill(reasons[said.reason] ?? said.reason, said.values)
}

/** Sentences by field name, for the Fields inside. */
export const FormErrors = createContext<Record<string, string>>({})
