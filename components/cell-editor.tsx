'use client'
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { type CellInput, type CellWords, type EditorProps, fieldOf, nextField, numberOf } from './cell'
import { Input } from './cell-input'
import { takeBack } from './cell-undo'
import { readTheirs } from './form-conflict'
import { type Said, sendForm } from './form-send'
import { fill, sentenceOf } from './form-state'
import { toast } from './toast'

/** `panel`: what looks the same, to be ruled on. */
type Trouble = { text: string; theirs?: { version: number }; panel?: ReactNode }

const INPUTS = 'input:not([type=hidden], [type=checkbox]), select, textarea'

/**
 * Over the cell that is changed. Saves upon the version that it was opened with, and stays with all that was typed when
 * it is refused or somebody was faster. Enter saves (with Ctrl in a text of several lines), Tab saves and goes on to the
 * next, Esc gives up.
 */
export function Editor({ cell, inputs, version: opened, words, edit, onLeave }: EditorProps) {
  const box = useRef<HTMLFormElement>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [busy, setBusy] = useState(false)
  // given up: leaving then saves nothing
  const over = useRef(false)
  const asked = { number: numberOf(cell), field: fieldOf(cell) ?? '' }
  useEffect(() => {
    place(cell, box.current)
    const first = box.current?.querySelector<HTMLElement>(INPUTS)
    first?.focus()
    if (first instanceof HTMLInputElement && first.type === 'text') first.select()
    if (first instanceof HTMLTextAreaElement) first.setSelectionRange(first.value.length, first.value.length)
  }, [cell])
  useEffect(() => {
    if (trouble) box.current?.scrollIntoView({ block: 'nearest' })
  }, [trouble])

  const typed = (by?: HTMLElement | null) => {
    const data = new FormData(box.current as HTMLFormElement, by)
    const names = [...new Set(data.keys())]
    return Object.fromEntries(names.map(name => [name.replace('[]', ''), data.getAll(name).join(' ')]))
  }
  const changed = () => inputs.some(({ name, value }) => (typed()[name] ?? '') !== value)

  async function save(next?: HTMLTableCellElement, version = opened, by?: HTMLElement | null) {
    if (busy) return
    if (!changed()) return onLeave(next)
    setBusy(true)
    const sent = typed(by)
    const said = await sendForm(
      () => edit.save({ ...asked, version, values: sent }),
      () => {},
    )
    setBusy(false)
    if (said.kind !== 'done') return setTrouble(troubleOf(said, inputs, words))
    const undo = () => takeBack(edit, { asked, inputs, upon: version, sent }, words)
    toast({ text: words.saved, undo: { label: words.undo, run: undo } })
    onLeave(next)
  }
  function keys(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'Escape') {
      event.preventDefault()
      over.current = true
      onLeave()
    }
    const wanted = !(event.target as Element).matches('textarea') || event.ctrlKey || event.metaKey
    if (event.key === 'Enter' && wanted && !(event.target as Element).matches('button, a')) {
      event.preventDefault()
      save()
    }
    if (event.key !== 'Tab') return
    const stops = [...(box.current?.querySelectorAll<HTMLElement>(`${INPUTS}, button`) ?? [])]
    const at = stops.indexOf(event.target as HTMLElement) + (event.shiftKey ? -1 : 1)
    if (trouble || stops[at]?.matches(INPUTS)) return
    event.preventDefault()
    save(nextField(cell, event.shiftKey) ?? cell)
  }
  function left(event: FocusEvent) {
    if (event.relatedTarget === null || box.current?.contains(event.relatedTarget)) return
    if (!trouble && !over.current) save()
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: keys of the inputs in it
    <form
      ref={box}
      className="cell-editor"
      aria-busy={busy || undefined}
      aria-label={fill(words.editing, { field: inputs[0]?.label, name: asked.number })}
      onKeyDown={keys}
      onBlur={left}
      onSubmit={event => {
        event.preventDefault()
        save(undefined, opened, (event.nativeEvent as SubmitEvent).submitter)
      }}
    >
      <input type="hidden" name="asks" value="on" />
      {inputs.map(input => (
        <Input key={input.name} {...input} words={words} invalid={trouble !== null} />
      ))}
      {trouble ? (
        <div className="trouble" role="alert">
          <p>{trouble.text}</p>
          {trouble.panel}
          {trouble.theirs ? (
            <p>
              <button
                type="button"
                className="btn btn-s"
                onClick={() => save(undefined, trouble.theirs?.version)}
              >
                {words.keepMine}
              </button>{' '}
              <button type="button" className="btn btn-s" onClick={() => onLeave()}>
                {words.takeTheirs}
              </button>
            </p>
          ) : null}
        </div>
      ) : null}
    </form>
  )
}

/** Why it was not saved, in words; what another has saved, beside what was typed. */
function troubleOf(said: Said, inputs: readonly CellInput[], words: CellWords): Trouble {
  if (said.kind === 'invalid')
    return { text: Object.values(said.fields).map(sentenceOf).join(' '), panel: said.panel }
  if (said.kind === 'refused') return { text: sentenceOf(said) }
  if (said.kind === 'gone') return { text: words.gone }
  if (said.kind === 'signed_out') return { text: words.signedOut }
  if (said.kind !== 'conflict') return { text: said.kind === 'offline' ? words.offline : words.failed }
  const { values, shown, version, by, at } = readTheirs(said.theirs)
  const read = ({ name, options }: CellInput) => {
    const value = String(values[name] ?? '')
    return shown[name] ?? options?.find(option => option.value === value)?.label ?? value
  }
  const value = inputs.map(read).filter(Boolean).join(' ') || words.empty
  return { text: fill(words.theirs, { value, by, at }), theirs: { version: Number(version) } }
}

/** Over its cell, within what scrolls: never cut off at the right. */
function place(cell: HTMLTableCellElement, form: HTMLFormElement | null) {
  const region = form?.parentElement
  if (!form || !region) return
  const [at, around] = [cell.getBoundingClientRect(), region.getBoundingClientRect()]
  form.style.minWidth = `${at.width}px`
  const left = at.left - around.left + region.scrollLeft
  form.style.top = `${at.top - around.top + region.scrollTop}px`
  form.style.left = `${Math.max(0, Math.min(left, region.scrollLeft + region.clientWidth - form.offsetWidth - 8))}px`
}
