/*
 * What one opened last, as addresses, newest first: in this browser alone, under the person's id (data-who on the frame),
 * dropped on sign-out (components/draft.ts). What they are called now, and whether one still may see them, the server
 * says when they are shown.
 */
const KEPT = 12
const record = /^\/[a-z]+\/([A-Z]-\d{4}-)?\d+/

const place = () => `recent:${document.querySelector<HTMLElement>('[data-who]')?.dataset.who}`

/** The addresses of records that were opened here before; none where the browser keeps nothing. */
export function recentlyOpened(): string[] {
  try {
    return (localStorage.getItem(place()) ?? '').split(' ').filter(Boolean)
  } catch {
    return []
  }
}

export function keepOpened(path: string): void {
  const [at] = record.exec(path) ?? []
  if (!at) return
  const all = [at, ...recentlyOpened().filter(one => one !== at)].slice(0, KEPT)
  try {
    localStorage.setItem(place(), all.join(' '))
  } catch {
    // Full or forbidden: nothing is offered then.
  }
}
