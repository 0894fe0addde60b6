import { z } from 'zod'
import { daysBetween, isIsoDate } from '@/domain/calendar/date'
import { isoDate } from '@/domain/calendar/date-field'
import { chosenCountry, provinceOrNot } from '@/domain/country/field'
import { recordNumber, submission, version } from '@/domain/record/field'
import { namesFields, namesOf } from '@/domain/record/names-field'
import { cleanLine, optionalLine, optionalNote } from '@/domain/text/clean'
import { eventKinds } from './event'

const LONGEST_DAYS = 366

const ids = () => z.preprocess(list, z.array(z.coerce.number('input.not_offered').int().positive()).max(200))
const list = (value: unknown) =>
  value === undefined || value === null || value === '' ? [] : Array.isArray(value) ? value : [value]

const facts = {
  kind: z.enum(eventKinds, 'input.required'),
  name: cleanLine(200),
  ...namesFields(),
  startsOn: isoDate(),
  /** Left empty: it ends on the day it starts. */
  endsOn: z.string('input.wrong_kind').nullish(),
  country: chosenCountry(),
  province: provinceOrNot(),
  city: cleanLine(100),
  venue: optionalLine(200),
  organiser: optionalLine(200),
  note: optionalNote(10_000),
  deskIds: ids().refine(desks => desks.length > 0, 'event.desk_required'),
  staffIds: ids(),
}

type Days = { startsOn: string; endsOn?: string | null; country: string; province: string | null }

function daysInOrder({ startsOn, endsOn, country, province }: Days, context: z.core.$RefinementCtx) {
  const say = (path: string, message: string) =>
    context.addIssue({ code: 'custom', message, path: [path], input: endsOn })
  if (province && country !== 'CN') say('province', 'company.province_of_mainland')
  if (!endsOn) return
  if (!isIsoDate(endsOn)) say('endsOn', 'date.unreadable')
  else if (endsOn < startsOn) say('endsOn', 'event.ends_before_start')
  else if (daysBetween(startsOn, endsOn) > LONGEST_DAYS) say('endsOn', 'event.too_long')
}

const whole = <T extends Days>(input: T) => ({ ...input, endsOn: input.endsOn || input.startsOn })

export const createEventInput = z
  .object({ ...facts, submission: submission() })
  .superRefine(daysInOrder)
  .transform(input => namesOf(whole(input)))
export type CreateEventInput = z.infer<typeof createEventInput>

export const editEventInput = z
  .object({ ...facts, number: recordNumber('E'), version: version() })
  .superRefine(daysInOrder)
  .transform(input => namesOf(whole(input)))
export type EditEventInput = z.infer<typeof editEventInput>

export const eventInput = z.object({ number: recordNumber('E') })
export type EventInput = z.infer<typeof eventInput>
