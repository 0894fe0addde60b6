/*
 * On a slow machine a page can be typed into for a moment before its code runs. React keeps such a text in some inputs
 * and not in others, and hears of none: what was typed is kept beside its form, and typed again once the form hears.
 */
type Early = HTMLFormElement & { early?: Map<Control, string | boolean>; hears?: boolean }
type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** For the head of every page, before any other script. Files and passwords stay where they are: React leaves both. */
export const earlyScript = `addEventListener('input',({target:t})=>{const f=t.form;if(!f||f.hears||/^(file|password)$/.test(t.type))return;const m=f.early??=new Map;m.delete(t);m.set(t,/^(checkbox|radio)$/.test(t.type)?t.checked:t.value)},true)`

/** `form` hears from now on. Its controls are as it was opened until the answer is called, which types again. */
export function typedEarly(form: Early): () => void {
  const early = [...(form.early ?? [])].filter(([control]) => control.isConnected)
  form.early = undefined
  form.hears = true
  for (const [control] of early) open(control)
  return () => {
    for (const [control, value] of early) type(control, value)
  }
}

const isBox = (control: Control): control is HTMLInputElement => /^(checkbox|radio)$/.test(control.type)

function open(control: Control) {
  if (control instanceof HTMLSelectElement)
    control.value = [...control.options].find(option => option.defaultSelected)?.value ?? ''
  else if (isBox(control)) control.checked = control.defaultChecked
  else control.value = control.defaultValue
}

function type(control: Control, value: string | boolean) {
  if (typeof value === 'boolean') (control as HTMLInputElement).checked = value
  // as the keyboard does it: React compares with what was set through the element itself
  else Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value')?.set?.call(control, value)
  for (const event of ['input', 'change']) control.dispatchEvent(new Event(event, { bubbles: true }))
}
