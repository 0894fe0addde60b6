import { z } from 'zod'
import { ruledFields } from '@/domain/duplicate/input'
import {
  oneOfOrNot,
  recordNumber,
  recordNumberOrNot,
  submission,
  ticked,
  version,
} from '@/domain/record/field'
import { localeOrNot, namesFields, namesOf } from '@/domain/record/names-field'
import { cleanLine, optionalLine, optionalNote } from '@/domain/text/clean'
import { email } from '@/domain/text/email'
import { phoneOf } from '@/domain/text/phone'
import { wechat } from '@/domain/text/wechat'
import { consents } from './contact'

const MOST_PHONES = 8

/** zod: phones as people write them, one a line (or with ；、, between them). */
export function phones() {
  return z
    .string('input.wrong_kind')
    .nullish()
    .transform((raw, context) => {
      const given = (raw ?? '').slice(0, 2000).split(/[\n;；、，]|,(?!\s*\d{1,6}\s*$)/u)
      const read = given.map(text => text.trim()).filter(Boolean)
      const wrong = read.find(text => phoneOf(text) === null)
      if (read.length > MOST_PHONES) {
        context.addIssue({
          code: 'custom',
          message: 'contact.too_many_phones',
          params: { values: { max: MOST_PHONES } },
        })
        return z.NEVER
      }
      if (wrong === undefined) return [...new Set(read.map(text => phoneOf(text) as string))]
      context.addIssue({
        code: 'custom',
        message: 'contact.phone_unreadable',
        params: { values: { text: wrong.slice(0, 40) } },
      })
      return z.NEVER
    })
}

const facts = {
  company: recordNumberOrNot('C'),
  name: cleanLine(200),
  ...namesFields(),
  title: optionalLine(200),
  language: localeOrNot(),
  consent: oneOfOrNot(consents).transform(consent => consent ?? 'unknown'),
  phones: phones(),
  email: email(),
  wechat: wechat(),
  note: optionalNote(10_000),
  ...ruledFields,
}

export const createContactInput = z.object({ ...facts, submission: submission() }).transform(namesOf)
export type CreateContactInput = z.infer<typeof createContactInput>

/** `details`: the form held phones, e-mail and WeChat. Without it they were masked, and stay as they are. */
export const editContactInput = z
  .object({ ...facts, number: recordNumber('K'), version: version(), details: ticked() })
  .transform(namesOf)
export type EditContactInput = z.infer<typeof editContactInput>

export const contactInput = z.object({ number: recordNumber('K') })
export type ContactInput = z.infer<typeof contactInput>
