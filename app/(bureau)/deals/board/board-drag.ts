'use client'
import {
  type Announcements,
  type CollisionDetection,
  KeyboardCode,
  type KeyboardCoordinateGetter,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { fill } from '@/components/form-state'
import type { DrawnCard } from './board-state'
import type { BoardWords } from './board-words'

/** A mouse drags from the whole card after a few pixels, a finger after a moment (else it scrolls), keys from the handle. */
export function useBoardSensors() {
  return useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: toNeighbour,
      keyboardCodes: {
        start: [KeyboardCode.Space, KeyboardCode.Enter],
        cancel: [KeyboardCode.Esc],
        end: [KeyboardCode.Space, KeyboardCode.Enter],
      },
    }),
  )
}

/** The column under the pointer; moved by keys, the one whose left edge is nearest. */
export const collision: CollisionDetection = args => {
  if (args.pointerCoordinates) return pointerWithin(args)
  const { left } = args.collisionRect
  const away = (id: string | number) => Math.abs((args.droppableRects.get(id)?.left ?? Infinity) - left)
  const [nearest] = [...args.droppableContainers].sort((one, other) => away(one.id) - away(other.id))
  return nearest ? [{ id: nearest.id }] : []
}

/* Left and right lead to the next column; up and down are swallowed, since cards stand in the order of the filter. */
const toNeighbour: KeyboardCoordinateGetter = (event, { context }) => {
  const step = { [KeyboardCode.Right]: 1, [KeyboardCode.Left]: -1 }[event.code]
  if (event.code.startsWith('Arrow')) event.preventDefault()
  if (!step) return undefined
  const columns = context.droppableContainers
    .getEnabled()
    .flatMap(({ id }) => {
      const rect = context.droppableRects.get(id)
      return rect ? [{ id, rect }] : []
    })
    .sort((one, other) => one.rect.left - other.rect.left)
  const now = columns.findIndex(({ id }) => id === context.over?.id)
  const next = columns[now + step]
  return next && { x: next.rect.left + 8, y: next.rect.top + 64 }
}

/** What a screen reader hears at each step, in the reader's language. */
export function announcements(
  words: BoardWords,
  cardOf: (number: unknown) => DrawnCard | undefined,
): Announcements {
  const name = (id: unknown) => cardOf(id)?.name ?? ''
  const stage = (id: unknown) => words.stages[String(id)] ?? ''
  const cancelled = (id: unknown) => fill(words.cancelled, { name: name(id) })
  return {
    onDragStart: ({ active }) =>
      fill(words.picked, { name: name(active.id), stage: stage(cardOf(active.id)?.stage) }),
    // picked up, it is over its own column at once: the same sentence, or the first would never be heard
    onDragOver: ({ active, over }) =>
      over &&
      (over.id === cardOf(active.id)?.stage
        ? fill(words.picked, { name: name(active.id), stage: stage(over.id) })
        : fill(words.over, { stage: stage(over.id) })),
    onDragEnd: ({ active, over }) =>
      !over || over.id === cardOf(active.id)?.stage
        ? cancelled(active.id)
        : fill(words.dropped, { name: name(active.id), stage: stage(over.id) }),
    onDragCancel: ({ active }) => cancelled(active.id),
  } as Announcements
}
