import type { Route } from 'next'
import { notFound, redirect } from 'next/navigation'
import { mergedInto } from '@/db/read/merged'
import { type MergeNoun, nounOfNumber, placeOf } from '@/domain/merge/merge'
import type { Permit } from '@/domain/policy/permit'

/** The address of a merged record leads to the one that stands for it; where the reader may not see that one, nowhere. */
export async function mergedAway(
  permit: Permit<`${MergeNoun}.read`>,
  { id, number }: { id: number; number: string },
): Promise<never> {
  const standing = await mergedInto(permit, id)
  const noun = nounOfNumber(number)
  if (standing === null || noun === null) notFound()
  redirect(`${placeOf[noun]}/${standing}?merged=${number}` as Route)
}
