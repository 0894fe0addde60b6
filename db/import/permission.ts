import type { LookAlikeNoun } from '@/domain/duplicate/look-alike'
import type { Permit } from '@/domain/policy/permit'

export type ImportPermission = `${LookAlikeNoun}.import`
export type UndoPermission = `${LookAlikeNoun}.undo_import`

/** The noun that a permit is for. */
export const nounOf = ({ permission }: Permit<ImportPermission | UndoPermission>): LookAlikeNoun =>
  permission.split('.')[0] as LookAlikeNoun
