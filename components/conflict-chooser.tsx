'use client'
import { useEffect, useRef, useState } from 'react'
import { Button } from './button'
import { type Sorted, settle, unchosen, type Whose } from './conflict'
import { fill } from './form-state'

export type ConflictWords = {
  title: string
  /** {by} and {at} may stand in it. */
  says: string
  /** {asks} and {kept} are counts. */
  counts: string
  field: string
  base: string
  mine: string
  mineNote: string
  theirs: string
  kept: string
  unchanged: string
  empty: string
  /** {fields} are the names of what is not yet chosen. */
  missing: string
  save: string
  takeTheirs: string
  giveUp: string
  /** Between the words of a list. */
  comma: string
}

/**
 * Field by field: mine or theirs. Nothing is preselected; saving stays possible and names what is missing. `onSave`
 * gets the values of the other's that go into the form.
 */
export function ConflictChooser(props: {
  sorted: Sorted
  words: ConflictWords
  by?: string
  at?: string
  pending?: boolean
  onSave: (values: Record<string, string>) => void
  onGiveUp: () => void
}) {
  const { sorted, words, by = '', at = '' } = props
  const [chosen, setChosen] = useState<Record<string, Whose>>({})
  const [asked, setAsked] = useState(false)
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  const open = unchosen(sorted, chosen)
  const choose = (key: string, whose: Whose) => setChosen(before => ({ ...before, [key]: whose }))

  function save() {
    if (open.length === 0) return props.onSave(settle(sorted, chosen))
    setAsked(true)
    document.getElementById(`conflict-${open[0]?.key}`)?.focus()
  }
  return (
    <section aria-labelledby="conflict-title">
      <h2 id="conflict-title" ref={head} tabIndex={-1} className="text-16">
        {words.title}
      </h2>
      <p className="text-13 text-ink-2 mb-3">{fill(words.says, { by, at })}</p>
      <p className="note note-amber mb-3">
        {fill(words.counts, { asks: sorted.asks.length, kept: sorted.kept.length })}
      </p>
      <table className="conflict">
        <thead>
          <tr>
            <th scope="col" className="w-[13%]">
              {words.field}
            </th>
            <th scope="col" className="w-[19%]">
              {words.base}
            </th>
            <th scope="col">
              <b>{words.mine}</b>
              {words.mineNote}
            </th>
            <th scope="col">
              <b>{words.theirs}</b>
              {[by, at].filter(Boolean).join(' · ')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.asks.map(field => (
            <tr key={field.key}>
              <th scope="row">{field.label}</th>
              <td className="text-ink-3" data-label={words.base}>
                {field.base.text || words.empty}
              </td>
              {(['mine', 'theirs'] as const).map((whose, index) => (
                <td key={whose} className="choice">
                  <label>
                    <input
                      type="radio"
                      id={index === 0 ? `conflict-${field.key}` : undefined}
                      name={`conflict-${field.key}`}
                      aria-label={`${field.label}: ${words[whose]}: ${field[whose].text || words.empty}`}
                      checked={chosen[field.key] === whose}
                      onChange={() => choose(field.key, whose)}
                    />
                    <span className="min-w-0">{field[whose].text || words.empty}</span>
                  </label>
                </td>
              ))}
            </tr>
          ))}
          {sorted.kept.length > 0 ? (
            <tr>
              <td colSpan={4} className="text-12 text-ink-3">
                {words.kept}
              </td>
            </tr>
          ) : null}
          {sorted.kept.map(({ field, whose }) => (
            <tr key={field.key}>
              <th scope="row">{field.label}</th>
              <td className="text-ink-3" data-label={words.base}>
                {field.base.text || words.empty}
              </td>
              <td data-label={words.mine} className={whose === 'mine' ? '' : 'text-ink-3'}>
                {whose === 'mine' ? `✓ ${field.mine.text || words.empty}` : words.unchanged}
              </td>
              <td data-label={words.theirs} className={whose === 'theirs' ? '' : 'text-ink-3'}>
                {whose === 'theirs' ? `✓ ${field.theirs.text || words.empty}` : words.unchanged}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="choice-foot">
        <p role="status" className={asked ? 'text-red' : 'text-ink-2'}>
          {open.length > 0
            ? fill(words.missing, { fields: open.map(field => field.label).join(words.comma) })
            : null}
        </p>
        <Button look="quiet" onClick={props.onGiveUp}>
          {words.giveUp}
        </Button>
        {sorted.asks.length > 1 ? (
          <Button
            onClick={() =>
              setChosen(Object.fromEntries(sorted.asks.map(field => [field.key, 'theirs' as const])))
            }
          >
            {words.takeTheirs}
          </Button>
        ) : null}
        <Button look="primary" pending={props.pending} onClick={save}>
          {words.save}
        </Button>
      </div>
    </section>
  )
}
