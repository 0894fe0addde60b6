/*
 * One line at the foot of the page that says what was done, with its undo. A leaf calls toast(); a server action that
 * redirects leaves a `flash` cookie (components/flash.ts) that the host reads when the next page is there.
 */
export type Undo = { label: string; run: () => Promise<unknown> }
export type Toast = {
  text: string
  tone?: 'done' | 'refused'
  undo?: Undo
  /** A second thing that can be done about it. */
  also?: { label: string; run: () => void }
  link?: { label: string; href: string }
}
export type ToastEntry = Toast & { id: number }
/** What the cookie carries. */
export type Flash = Pick<Toast, 'text' | 'tone' | 'link'>
export const FLASH = 'flash'

let toasts: readonly ToastEntry[] = []
let last = 0
const listeners = new Set<() => void>()
const tell = (next: readonly ToastEntry[]) => {
  toasts = next
  for (const listener of listeners) listener()
}

export function toast(entry: Toast): void {
  tell([...toasts.slice(-2), { ...entry, id: ++last }])
}
export function dismissToast(id: number): void {
  tell(toasts.filter(entry => entry.id !== id))
}
export const toastsNow = () => toasts
export function watchToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Takes the flash cookie, once. */
export function takeFlash(): Flash | null {
  const found = document.cookie.split('; ').find(pair => pair.startsWith(`${FLASH}=`))
  if (!found) return null
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not on plain http
  document.cookie = `${FLASH}=; path=/; max-age=0; samesite=lax`
  try {
    const flash = JSON.parse(decodeURIComponent(found.slice(FLASH.length + 1))) as Flash
    return typeof flash.text === 'string' ? flash : null
  } catch {
    return null
  }
}

/** Told by forms after an answer that may have left a cookie without a change of address. */
export const FLASH_EVENT = 'flash'
