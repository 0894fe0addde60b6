import { getTranslations } from 'next-intl/server'
import type { BulkChanged, BulkKept } from '@/db/read/bulk'
import type { BulkList, BulkVerb } from '@/domain/bulk/bulk'
import { listSetting } from '../list-asked'
import { naming } from '../naming'

type Loose = ((key: string, values?: Record<string, unknown>) => string) & { has: (key: string) => boolean }
type Fields = Record<string, string | readonly string[]>

/** What becomes of a record, and why nothing does, in the reader's words. */
export async function bulkWords(list: BulkList, verb: BulkVerb, fields: Fields) {
  const [t, all, names, { tags }] = await Promise.all([
    getTranslations('bulk'),
    getTranslations() as unknown as Promise<Loose>,
    naming(),
    listSetting(list),
  ])
  const tagNames = (ids: readonly (string | number)[]) =>
    ids.map(id => tags.find(tag => tag.id === Number(id))?.name ?? String(id)).join(names.comma)
  const state = (word: string | null) =>
    word ? all(list === 'leads' ? `lead.stage.${word}` : `deal.status.${word}`) : ''
  const closed = {
    hold: 'on_hold',
    lose: 'lost',
    withdraw: 'withdrawn',
    revive: 'active',
    disqualify: 'disqualified',
  } as const
  /** From what to what; after a run the fields are not at hand, and only what was is said. */
  function change(row: BulkChanged): { from: string; to: string } {
    if (verb === 'tag') {
      const { added, removed } = row.tags ?? { added: [], removed: [] }
      const put = added.length ? t('putOn', { tags: tagNames(added) }) : ''
      const taken = removed.length ? t('takenOff', { tags: tagNames(removed) }) : ''
      return { from: '', to: [put, taken].filter(Boolean).join(names.semicolon) }
    }
    if (verb === 'assign')
      return {
        from: names.person(row.officerId) || all('lead.mark.unassigned'),
        to: names.person(Number(fields.officerId ?? 0)),
      }
    if (verb === 'hand_over' || verb === 'propose_hand_over') {
      const to = names.desk(Number(fields.deskId ?? fields.toDeskId ?? 0)).name
      const from = row.deskId ? names.desk(row.deskId).name : ''
      return { from, to: verb === 'hand_over' ? to : t('offered', { desk: to }) }
    }
    return { from: state(row.state), to: verb === 'reopen' ? t('reopened') : state(closed[verb]) }
  }
  const why = ({ reason, values }: BulkKept) => (all.has(reason) ? all(reason, values) : reason)
  return { t, change, why, verb: t(`verb.${verb}`) }
}
