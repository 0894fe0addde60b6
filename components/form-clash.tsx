'use client'
import { useState } from 'react'
import { sortOut } from './conflict'
import { ConflictChooser, type ConflictWords } from './conflict-chooser'
import { putBack, typedIn } from './draft'
import { conflictFields, readTheirs } from './form-conflict'

/** The form's fields as they stand, beside what another has saved meanwhile; what is chosen goes back into the form. */
export function FormClash(props: {
  form: HTMLFormElement
  theirs: unknown
  base: () => Record<string, string>
  words: ConflictWords
  pending: boolean
  onGiveUp: () => void
  onSettled: (version: string) => void
}) {
  const theirs = readTheirs(props.theirs)
  const [sorted] = useState(() => sortOut(conflictFields(props.form, props.base(), theirs)))
  return (
    <ConflictChooser
      sorted={sorted}
      words={props.words}
      by={theirs.by}
      at={theirs.at}
      pending={props.pending}
      onGiveUp={props.onGiveUp}
      onSave={values => {
        // the next comparison is with what the other saved
        Object.assign(
          props.base(),
          Object.fromEntries(Object.entries(theirs.values).map(([k, v]) => [k, String(v ?? '')])),
        )
        putBack(props.form, { ...typedIn(props.form), ...values, ...shownAs(values, theirs.shown) })
        props.onSettled(theirs.version)
      }}
    />
  )
}

const shownAs = (values: Record<string, string>, shown: Record<string, string>) =>
  Object.fromEntries(Object.keys(values).map(name => [`~${name}`, shown[name] ?? values[name] ?? '']))
