'use client'
import { useRouter } from 'next/navigation'
import { type DragEvent, type ReactNode, useOptimistic, useState, useTransition } from 'react'
import { Icon } from '@/components/icon'
import { toast } from '@/components/toast'
import { moveRouteAction, reorderRoutesAction } from './actions'

type Rule = { id: number; label: string; row: ReactNode; hit?: boolean }
type Words = { handle: string; up: string; down: string; refused: string }

const moved = (ids: number[], id: number, to: number) => {
  const rest = ids.filter(one => one !== id)
  return [...rest.slice(0, to), id, ...rest.slice(to)]
}

/**
 * The rules in their order. Dragged by the handle, or moved by the two buttons of each, which are forms and work
 * without JavaScript. `words.up` and `.down` carry {name}.
 */
export function RouteList({ rules, words }: { rules: readonly Rule[]; words: Words }) {
  const router = useRouter()
  const seen = rules.map(rule => rule.id)
  const [ids, show] = useOptimistic(seen)
  const [held, setHeld] = useState<number | null>(null)
  const [, start] = useTransition()

  function send(next: number[]) {
    if (next.join() === seen.join()) return
    start(async () => {
      show(next)
      const outcome = await reorderRoutesAction({ ids: next, seen })
      if (outcome.kind !== 'done') toast({ text: words.refused, tone: 'refused' })
      router.refresh()
    })
  }
  function over(event: DragEvent, id: number) {
    if (held === null) return
    event.preventDefault()
    if (held !== id) start(() => show(moved(ids, held, ids.indexOf(id))))
  }
  return (
    <ol className="rows">
      {ids.map((id, at) => {
        const rule = rules.find(one => one.id === id)
        if (!rule) return null
        return (
          <li
            key={id}
            className={`grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-2 ${held === id ? 'bg-accent-soft' : rule.hit ? 'bg-green-soft' : ''}`}
            onDragOver={event => over(event, id)}
            onDrop={event => event.preventDefault()}
          >
            <span
              draggable
              title={words.handle}
              className="cursor-grab px-1 text-ink-3"
              onDragStart={() => setHeld(id)}
              onDragEnd={() => {
                setHeld(null)
                send(ids)
              }}
            >
              <Icon name="grip-vertical" />
            </span>
            {rule.row}
            <span className="flex gap-1">
              <MoveButton
                rule={rule}
                words={words.up}
                icon="arrow-up"
                next={moved(ids, id, at - 1)}
                seen={seen}
                off={at === 0}
              />
              <MoveButton
                rule={rule}
                words={words.down}
                icon="arrow-down"
                next={moved(ids, id, at + 1)}
                seen={seen}
                off={at === ids.length - 1}
              />
            </span>
          </li>
        )
      })}
    </ol>
  )
}

function MoveButton(props: {
  rule: Rule
  words: string
  icon: 'arrow-up' | 'arrow-down'
  next: number[]
  seen: number[]
  off: boolean
}) {
  return (
    <form action={moveRouteAction}>
      {props.next.map(id => (
        <input key={`n${id}`} type="hidden" name="ids[]" value={id} />
      ))}
      {props.seen.map(id => (
        <input key={`s${id}`} type="hidden" name="seen[]" value={id} />
      ))}
      <button
        type="submit"
        className="btn btn-quiet btn-s btn-icon"
        disabled={props.off}
        aria-label={props.words.replace('{name}', props.rule.label)}
      >
        <Icon name={props.icon} small />
      </button>
    </form>
  )
}
