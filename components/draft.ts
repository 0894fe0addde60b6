import { type RefObject, useEffect, useEffectEvent } from 'react'

/*
 * What one has typed survives a lost session, a lost network and a closed tab: kept in localStorage under the
 * person's id (data-who on the frame) and the form's own key, dropped when the save is confirmed, on sign-out, and
 * after seven days. Never kept: passwords, files, the submission id and the record's version.
 */
export type Typed = Record<string, string>
/** Only what was changed, with what stood there and the record's version then: others' later changes stay. */
export type Draft = { at: number; typed: Typed; base: Typed; version?: string }

const PREFIX = 'draft:'
const WEEK = 7 * 24 * 60 * 60 * 1000
const NOT_KEPT = new Set(['submission', 'version'])
const MANY = '\u001f'

/** A form's named values as text; several values of one name are joined, labels of pickers come as `~name`. */
export function typedIn(form: HTMLFormElement): Typed {
  const typed: Typed = {}
  for (const control of controlsOf(form)) {
    if ((control.type === 'checkbox' || control.type === 'radio') && !(control as HTMLInputElement).checked) {
      if (!(control.name in typed)) typed[control.name] = ''
      continue
    }
    const before = typed[control.name]
    typed[control.name] =
      before && control.type === 'checkbox' ? before + MANY + control.value : control.value
  }
  for (const shown of form.querySelectorAll<HTMLInputElement>('[data-shows]')) {
    typed[`~${shown.dataset.shows}`] = shown.value
  }
  return typed
}

export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
/** The controls that carry what a person typed, without buttons, files and what is not kept. */
export function controlsOf(form: HTMLFormElement): Control[] {
  return ([...form.elements] as Control[]).filter(
    control =>
      control.name &&
      !/^[$~]/.test(control.name) &&
      !NOT_KEPT.has(control.name) &&
      !['submit', 'button', 'reset', 'password', 'file', 'fieldset'].includes(control.type),
  )
}

/** Puts values back, and tells controlled inputs (amounts, pickers) by a `draft` event on the form. */
export function putBack(form: HTMLFormElement, typed: Typed): void {
  for (const control of controlsOf(form)) {
    const value = typed[control.name]
    if (value === undefined) continue
    if (control.type === 'checkbox' || control.type === 'radio') {
      ;(control as HTMLInputElement).checked = value.split(MANY).includes(control.value)
    } else control.value = value
  }
  form.dispatchEvent(new CustomEvent<Typed>('draft', { detail: typed }))
  // folded parts that hold something must not hide it
  for (const folded of form.querySelectorAll('details')) {
    if (
      controlsOf(form).some(control => folded.contains(control) && control.value && control.type !== 'hidden')
    )
      folded.open = true
  }
}

/** For controlled inputs: called with the values when a draft is put back into their form. */
export function useRestored(inside: RefObject<HTMLElement | null>, restore: (typed: Typed) => void): void {
  const hear = useEffectEvent((event: Event) => restore((event as CustomEvent<Typed>).detail))
  useEffect(() => {
    const form = inside.current?.closest('form')
    const listen = (event: Event) => hear(event)
    form?.addEventListener('draft', listen)
    return () => form?.removeEventListener('draft', listen)
  }, [inside])
}

export function draftName(form: HTMLElement, key: string): string {
  return `${PREFIX}${form.closest<HTMLElement>('[data-who]')?.dataset.who ?? ''}:${key}`
}

export function keepDraft(name: string, form: HTMLFormElement, opened: Typed): void {
  const now = typedIn(form)
  const changed = Object.keys(now).filter(key => (now[key] ?? '') !== (opened[key] ?? ''))
  if (changed.length === 0) return dropDraft(name)
  const pick = (from: Typed) => Object.fromEntries(changed.map(key => [key, from[key] ?? '']))
  const version = (form.elements.namedItem('version') as HTMLInputElement | null)?.value
  const draft: Draft = { at: Date.now(), typed: pick(now), base: pick(opened), version }
  safely(store => store.setItem(name, JSON.stringify(draft)))
}

export function dropDraft(name: string): void {
  safely(store => store.removeItem(name))
}

/** The draft under this name, unless it is a week old or says what the form says already. */
export function draftFor(name: string, now: Typed): Draft | null {
  return safely(store => {
    const kept = JSON.parse(store.getItem(name) ?? 'null') as Draft | null
    if (!kept || Date.now() - kept.at > WEEK) return null
    return Object.keys(kept.typed).some(key => key in now && kept.typed[key] !== now[key]) ? kept : null
  })
}

/** On a deliberate sign-out nothing stays behind on a shared machine, nor what was opened last (search/recent.ts). */
export function dropAllDrafts(): void {
  safely(store => {
    for (const name of Object.keys(store)) if (/^(draft|recent):/.test(name)) store.removeItem(name)
  })
}

/* Storage may be full or forbidden; typing must go on all the same. */
function safely<T>(run: (store: Storage) => T): T | null {
  try {
    return run(localStorage)
  } catch {
    return null
  }
}
