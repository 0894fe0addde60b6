'use server'
import { action } from '@/access/action'
import { revealContact } from '@/db/write/contact-details'
import { contactInput } from '@/domain/contact/input'

/** Phones, e-mail and WeChat of one contact, against a line in the log. Asked for by pages of several nouns. */
export const revealContactAction = action('contact.reveal', contactInput, revealContact)
