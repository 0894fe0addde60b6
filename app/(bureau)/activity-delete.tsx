'use client'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { toast } from '@/components/toast'
import { deleteActivityAction, restoreActivityAction } from './activity-action'

/** Strikes one's own activity; the notice takes it back. */
export function ActivityDelete(props: {
  id: number
  words: { delete: string; said: string; undo: string; failed: string }
}) {
  const { id, words } = props
  const router = useRouter()
  const [pending, start] = useTransition()
  const strike = () =>
    start(async () => {
      const outcome = await deleteActivityAction({ id })
      if (outcome.kind !== 'done') return toast({ text: words.failed, tone: 'refused' })
      toast({ text: words.said, undo: { label: words.undo, run: () => restoreActivityAction({ id }) } })
      router.refresh()
    })
  return (
    <Button
      look="quiet"
      small
      square
      pending={pending}
      aria-label={words.delete}
      title={words.delete}
      onClick={strike}
    >
      <Icon name="trash-2" small />
    </Button>
  )
}
