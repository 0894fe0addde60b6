import { record, type Tx } from '@/db/as'
import { sayer } from '@/db/merge-said'
import { mergeFields } from '@/domain/merge/field'
import type { MergeNoun } from '@/domain/merge/merge'
import type { Row } from '@/domain/merge/value'
import { changesBetween } from './change'

type Changes = Record<string, [unknown, unknown]>
/** For the log: `masked` are phones, e-mail and WeChat, whose lines are seen where the details are. */
export type ChangesSaid = { open: Changes; masked: Changes }

const details = new Set(['phones', 'email', 'wechat'])

/** Old and new of these fields, in the words of the log. */
export async function changesSaid(
  tx: Tx,
  noun: MergeNoun,
  before: Row,
  after: Row,
  keys: readonly string[],
): Promise<ChangesSaid> {
  const say = await sayer(tx, noun, [before, after])
  const fields = mergeFields[noun].filter(({ key }) => keys.includes(key))
  const all = (row: Row) => Object.fromEntries(fields.flatMap(field => say(field, row)))
  const changes = Object.entries(changesBetween(all(before), all(after)))
  return {
    open: Object.fromEntries(changes.filter(([name]) => noun !== 'contact' || !details.has(name))),
    masked: Object.fromEntries(changes.filter(([name]) => noun === 'contact' && details.has(name))),
  }
}

export async function tellDetails(tx: Tx, contactId: number, { masked }: ChangesSaid) {
  if (Object.keys(masked).length > 0) await record(tx, 'contact_detail', contactId, { changes: masked })
}
