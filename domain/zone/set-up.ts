import { z } from 'zod'
import { firstDesks } from '@/domain/desk/desk'
import { passwordFault, passwordField } from '@/domain/password/password'
import { cleanLine } from '@/domain/text/clean'
import { createUserInput } from '@/domain/user/input'
import { zoneFields } from './input'

/** Of 32 letters without I, L, O, U (Crockford), so that reading it from a screen goes well: 60 bits. */
export const codeLetters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
export const codeLength = 12
/** Wrong codes until the office has to be started again for a new one. */
export const codeTries = 5

/** The code as it is compared: spaces, hyphens and case do not count, O is 0, I and L are 1. */
export function plainCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}

const deskNames = Object.fromEntries(firstDesks.map(({ key }) => [`desk_${key}`, cleanLine(60)])) as {
  [K in (typeof firstDesks)[number]['key'] as `desk_${K}`]: ReturnType<typeof cleanLine>
}

/** An empty office: the code from the start, its name, its four desks as they are called here, the first administrator. */
export const setUpInput = z
  .object({
    code: z.string().max(100).transform(plainCode).refine(Boolean, 'text.required'),
    ...zoneFields,
    ...deskNames,
    login: createUserInput.shape.login,
    person: cleanLine(200),
    password: passwordField(),
    again: passwordField(),
  })
  .superRefine(({ login, password, again }, context) => {
    const fault = passwordFault(password, login)
    if (fault) context.addIssue({ code: 'custom', path: ['password'], message: fault })
    if (password !== again)
      context.addIssue({ code: 'custom', path: ['again'], message: 'account.password.not_the_same' })
  })
export type SetUpInput = z.output<typeof setUpInput>
