import type { ConflictField, Side } from './conflict'
import { type Control, controlsOf, type Typed, typedIn } from './draft'

/**
 * What the other person has saved: values by input name in the form's own notation, the version to save upon, who and
 * when in words, and `shown` where a value is not fit to be read (a picker's id).
 */
export type Theirs = {
  values: Record<string, unknown>
  shown: Record<string, string>
  version: string
  by?: string
  at?: string
}

/** Reads an outcome's `theirs`: either {values, version, …} or a flat record with `version` among its fields. */
export function readTheirs(theirs: unknown): Theirs {
  const record = (theirs ?? {}) as Record<string, unknown>
  const values = (record.values ?? record) as Record<string, unknown>
  const text = (key: string) =>
    record[key] === null || record[key] === undefined ? undefined : String(record[key])
  return {
    values,
    shown: (record.shown ?? {}) as Record<string, string>,
    version: String(record.version ?? values.version ?? ''),
    by: text('by'),
    at: text('at'),
  }
}

/** One entry for each Field of the form that holds values: as opened, as typed, as the other saved it. */
export function conflictFields(
  form: HTMLFormElement,
  base: Typed,
  theirs: Theirs,
  comma: string,
): ConflictField[] {
  const mine = typedIn(form)
  const fields: ConflictField[] = []
  for (const box of form.querySelectorAll<HTMLElement>('[data-field]')) {
    const controls = controlsOf(form).filter(control => control.closest('[data-field]') === box)
    if (controls.length === 0) continue
    const names = [...new Set(controls.map(control => control.name))]
    const their: Typed = {}
    for (const name of names) {
      const value = theirs.values[name.replace(/\[\]$/, '')]
      their[name] = value === undefined ? (base[name] ?? '') : asText(value)
    }
    const side = (values: Typed, shown: Record<string, string>): Side => ({
      values: Object.fromEntries(names.map(name => [name, values[name] ?? ''])),
      text: names
        .map(name => textOf(controls, name, values[name] ?? '', shown).join(comma))
        .filter(Boolean)
        .join(' '),
    })
    fields.push({
      key: box.dataset.field as string,
      label: box.dataset.label ?? (box.dataset.field as string),
      base: side(base, labelsIn(base)),
      mine: side(mine, labelsIn(mine)),
      theirs: side(their, theirs.shown),
    })
  }
  return fields
}

/** A value in the form's own notation; several values of one name are joined as in a draft. */
export const asText = (value: unknown) =>
  value === null ? '' : Array.isArray(value) ? value.join('\u001f') : String(value)

const labelsIn = (typed: Typed) =>
  Object.fromEntries(
    Object.entries(typed)
      .filter(([name]) => name.startsWith('~'))
      .map(([name, label]) => [name.slice(1), label]),
  )

/** A value as a person reads it: the words of the option, the box or the picker. */
function textOf(controls: Control[], name: string, value: string, shown: Record<string, string>): string[] {
  if (shown[name] !== undefined) return [shown[name]]
  const mine = controls.filter(control => control.name === name)
  const first = mine[0]
  if (first instanceof HTMLSelectElement) {
    return value ? [[...first.options].find(option => option.value === value)?.text ?? value] : []
  }
  if (first?.type === 'radio' || first?.type === 'checkbox') {
    return mine
      .filter(control => value.split('\u001f').includes(control.value))
      .map(control => control.labels?.[0]?.textContent ?? control.value)
  }
  return [value]
}
