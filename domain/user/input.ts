import { z } from 'zod'
import { isIsoDate } from '@/domain/calendar/date'
import { cleanLine } from '@/domain/text/clean'
import { email } from '@/domain/text/email'
import { optionalField } from '@/domain/text/optional-field'
import { nameFields } from './names-input'
import { locales, roles, themes } from './user'

const id = z.coerce.number().int().positive()
const ids = z.array(id).max(100).default([])
const version = z.coerce.number().int().positive()

/** What one types to come in: letters, digits, dot, hyphen; case does not count. */
const login = z
  .string()
  .transform(text => text.normalize('NFKC').trim().toLowerCase())
  .refine(text => /^[a-z0-9][a-z0-9._-]{1,39}$/.test(text), 'admin.user.login_unreadable')

const account = {
  login,
  name: cleanLine(200),
  ...nameFields(),
  role: z.enum(roles),
  deskIds: ids,
  headOf: ids,
  email: email(),
  hiredOn: optionalField(raw => (isIsoDate(raw.trim()) ? raw.trim() : null), 'date.unreadable'),
}

export const createUserInput = z.object(account)
export type CreateUserInput = z.output<typeof createUserInput>

export const editUserInput = z.object({ id, version, ...account })
export type EditUserInput = z.output<typeof editUserInput>

/** Disabling, enabling, resetting: which account, as it stood when one looked. */
export const userRefInput = z.object({ id, version })
export type UserRefInput = z.output<typeof userRefInput>

export const ownSettingsInput = z.object({
  locale: z.enum(locales),
  theme: z.enum(themes),
  /** Whether single keys act; a form without the question leaves it as it was. */
  keys: z.enum(['on', 'off']).optional(),
})
export type OwnSettingsInput = z.output<typeof ownSettingsInput>
