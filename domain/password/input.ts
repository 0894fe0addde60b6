import { z } from 'zod'
import { passwordField } from './password'

/** One's own password: the present one, and the new one twice, since nobody can read it. */
export const changePasswordInput = z
  .object({ current: passwordField(), password: passwordField(), again: passwordField() })
  .superRefine(({ password, again }, context) => {
    if (password !== again)
      context.addIssue({ code: 'custom', path: ['again'], message: 'account.password.not_the_same' })
  })
export type ChangePasswordInput = z.output<typeof changePasswordInput>
