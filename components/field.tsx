'use client'
import { createContext, type ReactNode, useContext, useId } from 'react'
import { FormErrors } from './form-state'
import { useIsAnswer, useTheirs } from './form-typed'

export type FieldSlot = {
  id: string
  name: string
  describedBy?: string
  invalid?: boolean
  required?: boolean
}
const Slot = createContext<FieldSlot | null>(null)

/** What an input inside a Field takes from it; null outside (a filter, a column chooser). */
export function useField(): FieldSlot | null {
  return useContext(Slot)
}

/**
 * One question: label above, one input, hint and error below. `name` is the input's name; an error that the server
 * gives under it appears here. `optional` and `required` are the words to show (an office marks one of the two).
 * `group`: several controls (radios, checkboxes) under one legend.
 */
export function Field(props: {
  name: string
  label: ReactNode
  /** The label in plain text, where `label` is more than text; used by the error summary and the conflict page. */
  plainLabel?: string
  hint?: ReactNode
  aside?: ReactNode
  required?: string
  optional?: string
  error?: string
  group?: boolean
  className?: string
  children: ReactNode
}) {
  const { name, label, hint, aside, required, optional, group, children } = props
  const base = useId()
  const theirs = useTheirs(name)
  const isAnswer = useIsAnswer()
  const error = useContext(FormErrors)[name] ?? props.error
  const id = `f${base}`
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  const slot = { id, name, describedBy, invalid: Boolean(error), required: Boolean(required) }
  const text = props.plainLabel ?? (typeof label === 'string' ? label : name)
  const words = (
    <>
      <span id={`${id}-label`}>{label}</span>
      {required ? <span className="text-red text-12">{required}</span> : null}
      {optional ? <span className="text-ink-3 text-12">{optional}</span> : null}
      {aside ? <span className="aside">{aside}</span> : null}
    </>
  )
  const below = (
    <>
      {hint ? (
        <div id={`${id}-hint`} className="field-hint">
          {hint}
        </div>
      ) : null}
      {/* without JavaScript the summary's link leads here, and opens what is folded round it */}
      {error && isAnswer ? <span id={name} /> : null}
      {error ? (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      ) : null}
      {theirs ? <p className="field-hint">{theirs}</p> : null}
    </>
  )
  const className = `field${props.className ? ` ${props.className}` : ''}`
  if (group) {
    return (
      <fieldset
        className={className}
        data-field={name}
        data-label={text}
        aria-describedby={describedBy}
        id={id}
        tabIndex={-1}
      >
        <legend className="field-label w-full">{words}</legend>
        <Slot value={slot}>{children}</Slot>
        {below}
      </fieldset>
    )
  }
  return (
    <div className={className} data-field={name} data-label={text}>
      <label className="field-label" htmlFor={id}>
        {words}
      </label>
      <Slot value={slot}>{children}</Slot>
      {below}
    </div>
  )
}
