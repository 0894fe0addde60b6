import { createContext, useContext } from 'react'
import { asText, type Theirs } from './form-conflict'

/*
 * A browser without JavaScript gets its page drawn anew with the answer: here the inputs find what stood in them, and
 * the fields what another person has saved meanwhile.
 */
type Brought = { typed: Record<string, string>; theirs?: Theirs; saved?: string }
export const FormTyped = createContext<Brought | null>(null)

/** What stood in the input of this name; undefined when the page is not an answer. */
export function useTyped(name: string | undefined): string | undefined {
  const brought = useContext(FormTyped)
  return brought && name ? (brought.typed[name] ?? '') : undefined
}

/** Whether the page is drawn anew with the answer to a plain post. */
export const useIsAnswer = (): boolean => useContext(FormTyped) !== null

/** Whether this box is among the values of its name, which come joined as in a draft. */
export const isTicked = (typed: string, value: unknown = 'on') =>
  typed.split('\u001f').includes(String(value))

/** In a conflict: what the other has saved in this field, in words, where it is not what stands in the form. */
export function useTheirs(name: string): string | undefined {
  const brought = useContext(FormTyped)
  const value = brought?.theirs?.values[name]
  if (!brought?.theirs || value === undefined) return undefined
  const text = asText(value)
  if (text === (brought.typed[name] ?? brought.typed[`${name}[]`] ?? '').replace(/\r\n/g, '\n'))
    return undefined
  return `${brought.saved}: ${brought.theirs.shown[name] ?? text.replaceAll('\u001f', ', ')}`
}
