'use client'
import { useDraggable, useDroppable } from '@dnd-kit/core'
import { fill } from '@/components/form-state'
import { Icon } from '@/components/icon'
import { lackPath } from '../lack-path'
import type { DrawnCard, DrawnColumn, Refusal } from './board-state'
import type { BoardWords } from './board-words'

/** A stage: its head, its cards, where a picked card would lie. */
export function BoardColumn(props: {
  column: DrawnColumn
  picked: DrawnCard | null
  refusals: Record<string, Refusal>
  words: BoardWords
  onDismiss: (number: string) => void
}) {
  const { column, picked, refusals, words, onDismiss } = props
  const { setNodeRef, isOver } = useDroppable({ id: column.stage })
  const takes = isOver && picked && picked.stage !== column.stage
  return (
    <section
      ref={setNodeRef}
      className="col"
      data-tone={column.tone}
      data-over={takes ? '' : undefined}
      aria-label={column.label}
    >
      <header>{column.head}</header>
      <ul className="cards">
        {takes ? (
          <li className="slot slot-to" aria-hidden>
            {column.stage === 'approved' ? words.stages.approved : words.place}
          </li>
        ) : null}
        {column.cards.map(card => (
          <li key={card.number}>
            <Card
              card={card}
              hidden={picked?.number === card.number}
              refusal={refusals[card.number]}
              words={words}
              onDismiss={onDismiss}
            />
          </li>
        ))}
        {column.cards.length === 0 && !takes ? <li className="slot">{words.noCards}</li> : null}
      </ul>
      <footer>{column.foot}</footer>
    </section>
  )
}

function Card(props: {
  card: DrawnCard
  hidden: boolean
  refusal: Refusal | undefined
  words: BoardWords
  onDismiss: (number: string) => void
}) {
  const { card, refusal, words } = props
  const { setNodeRef, setActivatorNodeRef, listeners, attributes } = useDraggable({
    id: card.number,
    disabled: !card.movable,
    attributes: { roleDescription: words.role },
  })
  const { onKeyDown, ...pointer } = listeners ?? {}
  return (
    <article
      ref={setNodeRef}
      className="card"
      data-d={card.desk}
      data-movable={card.movable ? '' : undefined}
      data-picked={props.hidden ? fill(words.moving, { name: card.name }) : undefined}
      data-refused={refusal ? '' : undefined}
      {...(card.movable ? pointer : {})}
    >
      {card.movable ? (
        <button
          ref={setActivatorNodeRef}
          type="button"
          className="grip"
          aria-label={fill(words.handle, { name: card.name })}
          aria-describedby={attributes['aria-describedby']}
          aria-roledescription={attributes['aria-roledescription']}
          onKeyDown={onKeyDown as React.KeyboardEventHandler | undefined}
        >
          <Icon name="grip-vertical" small />
        </button>
      ) : null}
      <div className="face" dangerouslySetInnerHTML={card.drawn} />
      {refusal ? (
        <Why card={card} refusal={refusal} words={words} onDismiss={() => props.onDismiss(card.number)} />
      ) : null}
    </article>
  )
}

/** What is missing, each a link to its field and who settles it, until the person closes it. */
function Why(props: { card: DrawnCard; refusal: Refusal; words: BoardWords; onDismiss: () => void }) {
  const { card, refusal, words } = props
  return (
    <div className="why" role="alert">
      <p>
        <b>{fill(words.refused, { stage: words.stages[refusal.to] })}</b> {refusal.says}
      </p>
      {refusal.missing.length > 0 ? (
        <ul aria-label={words.missing}>
          {refusal.missing.map(({ field, who }) => (
            <li key={field}>
              <a className="link" href={`/deals/${card.number}${lackPath(field, card.search)}`}>
                {words.fields[field] ?? field}
              </a>
              <span>{who}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <button type="button" className="btn btn-s" onClick={props.onDismiss}>
        {words.dismiss}
      </button>
    </div>
  )
}
