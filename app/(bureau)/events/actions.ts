'use server'
import { action } from '@/access/action'
import { createEvent, editEvent } from '@/db/write/event'
import { deleteEvent, restoreEvent } from '@/db/write/event-delete'
import { createEventInput, editEventInput, eventInput } from '@/domain/event/input'
import { opened, sentTo } from '../outcome-answer'

export const createEventAction = action('event.create', createEventInput, (permit, input) =>
  opened('/events', createEvent(permit, input)),
)
export const editEventAction = action('event.edit', editEventInput, (permit, input) =>
  opened('/events', editEvent(permit, input)),
)
export const deleteEventAction = action('event.delete', eventInput, async (permit, input) =>
  sentTo(await deleteEvent(permit, input), '/events'),
)
export const restoreEventAction = action('event.restore', eventInput, restoreEvent)
