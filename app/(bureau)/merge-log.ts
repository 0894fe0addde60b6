import { getTranslations } from 'next-intl/server'

type Line = { verb: string; details: Record<string, unknown> }

/** What the log says of a merge and of its undo, on both records, and what an undo left as it was. */
export async function mergeLog() {
  const [log, here] = await Promise.all([getTranslations('merge.log'), getTranslations('merge.here')])
  return {
    /** Null for any other line. */
    said({ verb, details }: Line): string | null {
      const stem = verb.split('.')[1]
      if (stem !== 'merge' && stem !== 'undo_merge') return null
      const { other, into, apart, name } = details
      const values = { number: String(other ?? into ?? apart ?? ''), name: String(name ?? '') }
      if (other !== undefined) return log(stem === 'merge' ? 'kept' : 'undoneKept', values)
      return log(stem === 'merge' ? 'merged' : 'undoneMerged', values)
    },
    /** `label` names a field. Null when nothing stayed. */
    stayed(fields: unknown, links: unknown, label: (key: string) => string, comma: string): string | null {
      const keys = Array.isArray(fields) ? fields.map(String) : []
      const told = [
        keys.length > 0 ? here('stayed', { fields: keys.map(label).join(comma) }) : null,
        Number(links ?? 0) > 0 ? here('linksStayed', { count: Number(links) }) : null,
      ].filter(one => one !== null)
      return told.length > 0 ? told.join(' ') : null
    },
  }
}
