import { z } from 'zod'
import { isIsoDate } from '@/domain/calendar/date'

/* What the forms of all records have in common. '' is how a form says nothing. */
const nothing = (value: unknown) => (value === '' || value === undefined ? null : value)

const wholeNumber = z.coerce
  .number('input.not_offered')
  .int('input.not_offered')
  .positive('input.not_offered')

/** The id of something that was chosen. */
export const chosen = () =>
  z
    .preprocess(value => (value === '' || value === undefined ? null : value), wholeNumber.nullable())
    .refine((id): id is number => id !== null, 'input.required')

/** The id of something that may be chosen; '' is null. */
export const chosenOrNot = () => z.preprocess(nothing, wholeNumber.nullable())

/** The version that was on the screen. */
export const version = () => z.coerce.number().int().positive()

/** The random id of one sending of a form. */
export const submission = () => z.preprocess(value => (value === '' ? undefined : value), z.uuid().optional())

/** A box that was ticked; unticked, a form sends nothing. */
export const ticked = () =>
  z.preprocess(value => value === true || value === 'on' || value === '1' || value === 'true', z.boolean())

/** One of a few words, or nothing. */
export const oneOfOrNot = <const W extends readonly [string, ...string[]]>(words: W) =>
  z.preprocess(nothing, z.enum(words).nullable())

/** A date, or nothing. */
export const dateOrNot = () =>
  z.preprocess(nothing, z.string().refine(isIsoDate, 'date.unreadable').nullable())

/** `L-2026-0001`: the readable number of a record of these nouns. */
export const recordNumber = (letters: string) =>
  z
    .string('input.required')
    .trim()
    .toUpperCase()
    .regex(new RegExp(`^[${letters}]-\\d{4}-\\d{1,7}$`), 'input.not_offered')

export const recordNumberOrNot = (letters: string) => z.preprocess(nothing, recordNumber(letters).nullable())
