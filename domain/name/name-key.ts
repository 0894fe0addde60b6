import { fold } from '@/domain/name/fold'
import { dropLegalForms } from '@/domain/name/legal-form'

/**
 * A company's key for comparison: without legal form, case, width, script variant, accents, punctuation and spaces. Equal
 * keys are taken for the same company until a person rules. A name of nothing but legal forms keeps them.
 */
export function nameKey(name: string): string {
  const folded = fold(name)
  return lettersOf(dropLegalForms(folded)) || lettersOf(folded)
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{M}]/gu, '')
}
