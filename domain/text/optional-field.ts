import { z } from 'zod'

/** zod: nothing at all is null; else what `read` makes of it, or `reason` where it makes nothing. */
export function optionalField(read: (raw: string) => string | null, reason: string) {
  return z
    .string('input.wrong_kind')
    .nullish()
    .transform((raw, context) => {
      if (!raw?.trim()) return null
      const value = raw.length > 1000 ? null : read(raw)
      if (value !== null) return value
      context.addIssue({ code: 'custom', message: reason })
      return z.NEVER
    })
}
