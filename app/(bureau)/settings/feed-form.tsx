'use client'
import { useActionState } from 'react'
import { Button } from '@/components/button'
import { type FormOutcome, sentenceOf } from '@/components/form-state'
import type { FormAction } from '@/components/use-form'

type Words = { make: string; says: string; shown: string; once: string; failed: string }

/** Makes the address and shows it this once, also without JavaScript. */
export function FeedForm({ share, words }: { share: FormAction; words: Words }) {
  const [said, make, pending] = useActionState<FormOutcome | null, FormData>(share, null)
  if (said?.kind === 'done')
    return (
      <div className="box box-next" role="status">
        <h3>{words.shown}</h3>
        <p className="mt-1 text-13 text-ink-2">{words.once}</p>
        <code className="mt-2 block select-all break-all" data-testid="feed-address">
          {String(said.value)}
        </code>
      </div>
    )
  return (
    <form action={make} className="grid justify-items-start gap-2">
      {said ? (
        <p className="field-error" role="alert">
          {said.kind === 'refused' ? sentenceOf(said) : words.failed}
        </p>
      ) : null}
      <Button type="submit" look="outlined" pending={pending}>
        {words.make}
      </Button>
      <p className="text-12 text-ink-2">{words.says}</p>
    </form>
  )
}
