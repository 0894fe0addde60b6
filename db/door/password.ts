import { hash, verify } from '@node-rs/argon2'

/** argon2id at 19 MiB and two passes: about 75 ms (OWASP's first choice for a server that also does other work). */
const ARGON2ID = 2
const cost = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Longer than any password that the rule accepts; what is longer is cut before it costs anything. */
const MOST = 1_000

/** What is stored for a password; the same characters typed on another keyboard (full width, composed) are the same. */
export function hashPassword(password: string): Promise<string> {
  return hash(plain(password), cost)
}

/** True when this is the password of the stored hash. A hash of nobody (null) takes the same time and is false. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  const right = await verify(stored ?? (await nobody()), plain(password)).catch(() => false)
  return right && stored !== null
}

const plain = (password: string) => password.normalize('NFKC').slice(0, MOST)

let ofNobody: Promise<string> | undefined
const nobody = () => (ofNobody ??= hashPassword(crypto.randomUUID()))
