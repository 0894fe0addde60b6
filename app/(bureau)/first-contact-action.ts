'use server'
import { action } from '@/access/action'
import { contestFirstContact, ruleFirstContact, stateFirstContact } from '@/db/write/first-contact'
import {
  contestFirstContactInput,
  ruleFirstContactInput,
  stateFirstContactInput,
} from '@/domain/first-contact/input'
import { sentTo } from './outcome-answer'

export const contestFirstContactAction = action(
  'first_contact.contest',
  contestFirstContactInput,
  async (permit, input) => sentTo(await contestFirstContact(permit, input), '/cases'),
)
export const stateFirstContactAction = action(
  'first_contact.state',
  stateFirstContactInput,
  stateFirstContact,
)
export const ruleFirstContactAction = action('first_contact.rule', ruleFirstContactInput, ruleFirstContact)
