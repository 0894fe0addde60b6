import { optionalField } from '@/domain/text/optional-field'

const symbols = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** 统一社会信用代码, GB 32100-2015: 18 symbols without I, O, S, V, Z, the last one a check digit modulo 31. */
export function isCreditCode(text: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(text)) return false
  let sum = 0
  let weight = 1
  for (const symbol of text.slice(0, 17)) {
    sum += symbols.indexOf(symbol) * weight
    weight = (weight * 3) % 31
  }
  return symbols[(31 - (sum % 31)) % 31] === text[17]
}

/** As it is stored: half width, upper case, no spaces. */
export function creditCodeOf(text: string): string {
  return text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
}

/** zod: a credit code or null where there is none; else `text.credit_code`. */
export function creditCode() {
  return optionalField(raw => {
    const code = creditCodeOf(raw)
    return isCreditCode(code) ? code : null
  }, 'text.credit_code')
}
