import type { LookAlikeNoun } from '@/domain/duplicate/look-alike'
import type { Made } from './row'

/** What an import has made, for its undo. */
export const madeOf = (
  noun: LookAlikeNoun,
  rows: readonly { at: number }[],
  made: readonly { id: number }[],
): Made[] =>
  made.map(({ id }, index) => ({
    at: rows[index]?.at ?? 0,
    noun,
    id,
    version: 1,
    created: true,
    before: null,
  }))

/** What it has changed, with what stood there before. */
export const savedOf = (
  noun: LookAlikeNoun,
  at: number,
  found: { id: number; version: number },
  before: Record<string, unknown>,
): Made => ({ at, noun, id: found.id, version: found.version + 1, created: false, before })
