import { mergeCompany, mergeContact, mergeDeal, mergeLead } from '@/db/write/merge'
import { undoMergeCompany, undoMergeContact, undoMergeDeal, undoMergeLead } from '@/db/write/merge-undo'
import type { MergeNoun } from '@/domain/merge/merge'
import { aDeal, aLead, type Door, type Scene, type Who } from './door'
import { merging, recordsOf } from './merge'

type Made = { number: string; version: number }
type Two = readonly [Made, Made]

const heads: Who[] = ['director', 'headOfDesk']
/** Companies and contacts on which nobody's lead or deal hangs are merged by any head. */
const everyHead: Who[] = [...heads, 'headElsewhere']

async function one(noun: MergeNoun, scene: Scene): Promise<Made> {
  if (noun === 'lead') return aLead(scene)
  if (noun === 'deal') return aDeal(scene)
  const { number } = await recordsOf(scene.office)[noun](`名称${crypto.randomUUID()}`)
  return { number, version: 1 }
}

const two = (noun: MergeNoun) => async (scene: Scene) => [await one(noun, scene), await one(noun, scene)]

/** The number of a merge that the director made. */
const undoable = (noun: MergeNoun) => async (scene: Scene) => {
  const [kept, other] = (await two(noun)(scene)) as unknown as Two
  const done = await merging(scene.cast.director, noun, { kept: kept.number, other: other.number })
  if (done.kind !== 'done') throw new Error(JSON.stringify(done))
  return { merge: (done.value as { merge: number }).merge }
}

const asSeen = ([kept, other]: Two) => ({
  kept: kept.number,
  other: other.number,
  version: kept.version,
  otherVersion: other.version,
  choices: {},
  submission: undefined,
})
const merge = (
  noun: MergeNoun,
  may: Who[],
  write: (permit: never, input: ReturnType<typeof asSeen>) => unknown,
): Door => ({
  permission: `${noun}.merge`,
  may,
  given: two(noun),
  call: (permit, pair: Two) => write(permit, asSeen(pair)),
})
const undo = (
  noun: MergeNoun,
  may: Who[],
  write: (permit: never, input: { merge: number }) => unknown,
): Door => ({
  permission: `${noun}.undo_merge`,
  may,
  given: undoable(noun),
  call: (permit, made: { merge: number }) => write(permit, made),
})

export const mergeDoors: Record<string, Door> = {
  mergeCompany: merge('company', everyHead, mergeCompany),
  mergeContact: merge('contact', everyHead, mergeContact),
  mergeLead: merge('lead', heads, mergeLead),
  mergeDeal: merge('deal', heads, mergeDeal),
  undoMergeCompany: undo('company', everyHead, undoMergeCompany),
  undoMergeContact: undo('contact', everyHead, undoMergeContact),
  undoMergeLead: undo('lead', heads, undoMergeLead),
  undoMergeDeal: undo('deal', heads, undoMergeDeal),
}
