'use server'
import { action } from '@/access/action'
import { createContact, editContact } from '@/db/write/contact'
import { deleteContact, restoreContact } from '@/db/write/contact-delete'
import { contactInput, createContactInput, editContactInput } from '@/domain/contact/input'
import { withMatches } from '../look-alike-words'
import { opened, sentTo } from '../outcome-answer'

export const createContactAction = action('contact.create', createContactInput, async (permit, input) => {
  const outcome = await withMatches(await createContact(permit, input), 'contact')
  return input.company
    ? sentTo(outcome, `/companies/${input.company}`)
    : opened('/contacts', Promise.resolve(outcome))
})
export const editContactAction = action('contact.edit', editContactInput, (permit, input) =>
  opened('/contacts', editContact(permit, input), 'contact'),
)
export const deleteContactAction = action('contact.delete', contactInput, async (permit, input) =>
  sentTo(await deleteContact(permit, input), '/contacts'),
)
export const restoreContactAction = action('contact.restore', contactInput, restoreContact)
