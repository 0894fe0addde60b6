import { type Actor, writingDesks } from '@/domain/policy/actor'
import { type Permission, reachOf } from '@/domain/policy/table'
import { within } from '@/domain/policy/within'
import type { AttachmentNoun } from './attachment'

/** A record as far as it decides who puts files on it: a case has a desk and a team, an event its desks, a company neither. */
export type FileRecord = { noun: AttachmentNoun; deskId?: number; teamIds?: number[]; deskIds?: number[] }

/** What this person may do with files of this record, as the row policies will ask. */
export function attachmentRights(actor: Actor, record: FileRecord) {
  const may = (permission: Permission, createdBy?: number): boolean => {
    const { deskId, teamIds, deskIds } = record
    if (deskId !== undefined && teamIds) return within(actor, permission, { deskId, teamIds })
    const reach = reachOf(permission, actor.role)
    if (reach === 'own') return createdBy === actor.id
    if (reach === 'desk' && deskIds) return deskIds.some(id => writingDesks(actor).includes(id))
    return reach !== 'none'
  }
  const edit = (row: { createdBy: number }) => may('attachment.edit', row.createdBy)
  return {
    add: may('attachment.create'),
    edit,
    /** With the reach `own` one strikes, and brings back, what one put there. */
    strike: (row: { createdBy: number }) =>
      may('attachment.delete', row.createdBy) &&
      (reachOf('attachment.delete', actor.role) !== 'own' || row.createdBy === actor.id),
  }
}
