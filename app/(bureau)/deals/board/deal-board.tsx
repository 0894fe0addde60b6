'use client'
import { DndContext, type DragEndEvent, DragOverlay, type DragStartEvent } from '@dnd-kit/core'
import { useRouter } from 'next/navigation'
import { lazy, Suspense, useState } from 'react'
import { fill } from '@/components/form-state'
import { toast } from '@/components/toast'
import type { DealStage } from '@/domain/deal/deal'
import { moveDealAction, undoMoveDealAction } from '../actions'
import { BoardColumn } from './board-column'
import { announcements, collision, useBoardSensors } from './board-drag'
import { type DrawnCard, type DrawnColumn, type Moves, type Refusal, withMoves } from './board-state'
import type { BoardWords } from './board-words'
import { type MoveAnswer, refusalOf } from './refusal'

/* Asked for after few moves; with it comes all that a form needs. */
const RedateDialog = lazy(async () => ({ default: (await import('./redate-dialog')).RedateDialog }))

/**
 * Moves cards between columns: at once for the eye, by one action for the record, back with the reason if that is
 * refused. Counts and sums are the server's and come with its next drawing.
 */
export function DealBoard(props: { columns: DrawnColumn[]; words: BoardWords; today: string }) {
  const { words } = props
  const router = useRouter()
  const sensors = useBoardSensors()
  const [moves, setMoves] = useState<Moves>({})
  const [refusals, setRefusals] = useState<Record<string, Refusal>>({})
  const [picked, setPicked] = useState<DrawnCard | null>(null)
  const [redated, setRedated] = useState<DrawnCard | null>(null)
  const columns = withMoves(props.columns, moves)
  const cardOf = (number: unknown) =>
    props.columns.flatMap(({ cards }) => cards).find(card => card.number === number)

  function start({ active }: DragStartEvent) {
    setPicked(cardOf(active.id) ?? null)
    setRefusals(all => without(all, String(active.id)))
  }
  function end({ active, over }: DragEndEvent) {
    setPicked(null)
    const card = cardOf(active.id)
    const to = over?.id as DealStage | undefined
    if (!card || !to || to === card.stage) return
    if (to === 'approved' && card.stage === 'entry_procedures')
      return router.push(`/deals/${card.number}${card.search}${card.search ? '&' : '?'}propose=1`)
    setMoves(all => ({ ...all, [card.number]: { to, version: card.version } }))
    void send(card, to)
  }
  async function send(card: DrawnCard, to: DealStage) {
    const { number, version } = card
    const answer = (await moveDealAction({ number, version, to }).catch(() => null)) as MoveAnswer
    if (answer?.kind === 'done') return moved(card, to)
    setMoves(all => without(all, number))
    setRefusals(all => ({ ...all, [number]: refusalOf(answer, card, to, words) }))
    if (answer?.kind === 'conflict' || answer?.kind === 'gone') router.refresh()
  }
  function moved(card: DrawnCard, to: DealStage) {
    const { number, name } = card
    toast({
      text: fill(words.said, { name, stage: words.stages[to] }),
      undo: { label: words.undo, run: () => undoMoveDealAction({ number }) },
      also: { label: words.otherDate, run: () => setRedated(card) },
    })
  }

  return (
    <DndContext
      id="deals"
      sensors={sensors}
      collisionDetection={collision}
      accessibility={{
        announcements: announcements(words, cardOf),
        screenReaderInstructions: { draggable: words.help },
      }}
      onDragStart={start}
      onDragEnd={end}
      onDragCancel={() => setPicked(null)}
    >
      <section className="board" aria-label={words.label} data-picked={picked ? '' : undefined}>
        {columns.map(column => (
          <BoardColumn
            key={column.stage}
            column={column}
            picked={picked}
            refusals={refusals}
            words={words}
            onDismiss={number => setRefusals(all => without(all, number))}
          />
        ))}
      </section>
      <DragOverlay dropAnimation={null}>
        {picked ? (
          <div className="card card-float" data-d={picked.desk} data-movable="">
            <div className="face" dangerouslySetInnerHTML={picked.drawn} />
          </div>
        ) : null}
      </DragOverlay>
      {redated ? (
        <Suspense>
          <RedateDialog card={redated} today={props.today} words={words} onClose={() => setRedated(null)} />
        </Suspense>
      ) : null}
    </DndContext>
  )
}

function without<T>(all: Record<string, T>, number: string): Record<string, T> {
  const { [number]: _, ...rest } = all
  return rest
}
