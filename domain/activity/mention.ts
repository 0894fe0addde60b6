/** Somebody who can be named behind an @: a colleague or a contact; `keys` as fold() makes them. */
export type Nameable = { kind: 'person' | 'contact'; id: number; name: string; keys: readonly string[] }
/** Where in the text somebody is named, the @ included. */
export type Named = { from: number; to: number; who: Nameable }
/** `unknown`: what stands behind an @ and is nobody's; `unclear`: what is the name of more than one. */
export type Mentions = { named: Named[]; unknown: string[]; unclear: string[] }

/** As names are compared: full and half width alike, no case. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase()

const MOST = 20
/* Not behind a Latin letter, a digit or a sign of an address: that is an e-mail. */
const sign = /(?<![A-Za-z0-9._%+-])[@＠]/gu
const latin = /[a-z0-9]/

/**
 * Who is named in a text. Chinese, Japanese and Korean set no space behind a name, so the longest name with which the
 * text goes on counts: @林晓明天回电 is 林晓. An @ with nothing behind it is an @.
 */
export function readMentions(text: string, people: readonly Nameable[]): Mentions {
  const found: Mentions = { named: [], unknown: [], unclear: [] }
  for (const { index } of [...text.matchAll(sign)].slice(0, MOST)) {
    const rest = text.slice(index + 1)
    const said = /^[^\s,，。、;；:：!！?？()（）@＠]{1,20}/u.exec(rest)?.[0]
    if (!said) continue
    const hits = longest(rest, people)
    const [first] = hits
    if (!first) found.unknown.push(said)
    else if (hits.some(hit => hit.who !== first.who)) found.unclear.push(rest.slice(0, first.length))
    else found.named.push({ from: index, to: index + 1 + first.length, who: first.who })
  }
  return found
}

function longest(rest: string, people: readonly Nameable[]): { who: Nameable; length: number }[] {
  let best: { who: Nameable; length: number }[] = []
  for (const who of people)
    for (const key of who.keys) {
      const length = goesOn(rest, key)
      if (length === 0 || length < (best[0]?.length ?? 0)) continue
      best = length === best[0]?.length ? [...best, { who, length }] : [{ who, length }]
    }
  return best
}

/** How much of the text the key takes, 0 when it does not begin with it; a Latin name ends where its word ends. */
function goesOn(rest: string, key: string): number {
  const begun = rest.slice(0, key.length)
  if (!key || fold(begun) !== key) return 0
  const after = fold(rest.charAt(key.length))
  return latin.test(key.at(-1) ?? '') && latin.test(after) ? 0 : key.length
}

/** The text without these places, spaces closed up. */
export function without(text: string, places: readonly { from: number; to: number }[]): string {
  const kept = [...places].sort((a, b) => b.from - a.from)
  return kept
    .reduce((left, { from, to }) => `${left.slice(0, from)} ${left.slice(to)}`, text)
    .replace(/[ \t]{2,}/g, ' ')
    .trim()
}
