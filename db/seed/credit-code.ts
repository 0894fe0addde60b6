import type { Random } from './random'

const symbols = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** A code whose check digit is right, of a place that GB/T 2260 does not give out (139900): no firm can have it. */
export function creditCodeFrom(random: Random): string {
  const body = `91139900${Array.from({ length: 9 }, () => symbols[random.int(0, 30)]).join('')}`
  let sum = 0
  let weight = 1
  for (const symbol of body) {
    sum += symbols.indexOf(symbol) * weight
    weight = (weight * 3) % 31
  }
  return body + symbols[(31 - (sum % 31)) % 31]
}
