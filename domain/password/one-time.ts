/** Without what is mistaken for something else when it is read out or written down: 0 O 1 l I. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 4
const GROUP = 4

/** How many random bytes `oneTimePassword` takes. */
export const oneTimeBytes = GROUPS * GROUP

/** 'k7fp-x2mq-h9tw-ab3c': 79 bits, to be typed once. One random byte a character. */
export function oneTimePassword(random: Uint8Array): string {
  const letters = Array.from(random.slice(0, oneTimeBytes), byte => ALPHABET[byte % ALPHABET.length])
  const groups = Array.from({ length: GROUPS }, (_, group) =>
    letters.slice(group * GROUP, (group + 1) * GROUP).join(''),
  )
  return groups.join('-')
}
