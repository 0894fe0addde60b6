import { z } from 'zod'
import { commonPasswords } from './common'

export const shortestPassword = 10
export const longestPassword = 200

/**
 * What is wrong with a password that somebody chooses, as a message key; null when nothing is. Length counts, kinds of
 * characters do not (NIST SP 800-63B): ten or more, not the login name, not one that guessers try first.
 */
export function passwordFault(password: string, login: string): string | null {
  const plain = password.normalize('NFKC')
  const characters = [...plain]
  if (characters.length < shortestPassword) return 'account.password.too_short'
  if (characters.length > longestPassword) return 'account.password.too_long'
  if (isLogin(plain.toLowerCase(), login.toLowerCase())) return 'account.password.is_login'
  if (new Set(characters).size < 4 || commonPasswords.has(plain.toLowerCase()))
    return 'account.password.common'
  return null
}

/** The name itself, repeated, or with nothing but digits and signs around it. */
function isLogin(password: string, login: string): boolean {
  if (login.length < 2 || !password.includes(login)) return false
  return /^[\d\p{P}\p{S}\s]*$/u.test(password.replaceAll(login, ''))
}

/** As it was typed: spaces belong to it. */
export const passwordField = () => z.string().min(1, 'text.required').max(1_000, 'account.password.too_long')
