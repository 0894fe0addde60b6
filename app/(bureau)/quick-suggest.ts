import { type ActivityKind, activityKinds } from '@/domain/activity/activity'
import { fold, type Nameable } from '@/domain/activity/mention'
import { kindWords } from '@/domain/activity/quick'
import { listNameableAction } from './mention-action'
import { type QuickWords, readBack } from './quick-read'

type Help = { record?: string; words: QuickWords; today: string }
type Offer = { insert: string; label: string; note?: string }
type Field = HTMLTextAreaElement | HTMLInputElement

const MOST = 8

/**
 * Suggests while one types: kinds behind a slash, people behind an @; arrows choose, Enter and Tab take, Esc closes. Keys
 * belong to an input method while it composes. Below, how the line is read. Plain DOM in `host`, which nobody else draws.
 */
export function attach(field: Field, host: HTMLElement, help: Help): void {
  const list = document.createElement('ul')
  const echo = document.createElement('p')
  const id = `quick${Math.random().toString(36).slice(2)}`
  let offers: Offer[] = []
  let active = 0
  let people: readonly Nameable[] | null = null
  Object.assign(list, { id, role: 'listbox', className: 'suggest', hidden: true, ariaLabel: help.words.list })
  Object.assign(echo, { className: 'echo', role: 'status', hidden: true })
  host.append(list, echo)
  field.setAttribute('aria-autocomplete', 'list')
  field.setAttribute('aria-controls', id)

  async function look() {
    const token = tokenAt(field)
    if (token?.sign === '@') people ??= await listNameableAction(help.record ?? '').catch(() => null)
    const now = tokenAt(field)
    show(now ? offersFor(now, people ?? [], help.words) : [])
    const said = readBack(field.value, people ?? [], help)
    echo.hidden = !said
    echo.textContent = said ?? ''
  }
  function show(next: Offer[]) {
    offers = next
    active = 0
    list.hidden = offers.length === 0
    list.replaceChildren(...offers.map(item))
    mark()
  }
  function item({ label, note }: Offer, index: number) {
    const line = document.createElement('li')
    Object.assign(line, { id: `${id}-${index}`, role: 'option', textContent: label })
    if (note) line.append(Object.assign(document.createElement('small'), { textContent: note }))
    line.addEventListener('pointerdown', event => {
      event.preventDefault()
      take(index)
    })
    return line
  }
  function mark() {
    for (const [index, line] of [...list.children].entries()) line.ariaSelected = String(index === active)
    if (list.hidden) field.removeAttribute('aria-activedescendant')
    else field.setAttribute('aria-activedescendant', `${id}-${active}`)
    list.children[active]?.scrollIntoView({ block: 'nearest' })
  }
  function take(index: number) {
    const token = tokenAt(field)
    const offer = offers[index]
    if (!token || !offer) return
    field.setRangeText(`${token.sign}${offer.insert} `, token.from, token.to, 'end')
    show([])
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  field.addEventListener('input', event => {
    if (!(event as InputEvent).isComposing) void look()
  })
  field.addEventListener('compositionend', () => void look())
  field.addEventListener('blur', () => show([]))
  field.addEventListener('keydown', event => {
    const { key, isComposing, keyCode, ctrlKey, metaKey } = event as KeyboardEvent
    if (list.hidden || isComposing || keyCode === 229 || ctrlKey || metaKey) return
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      active = (active + (key === 'ArrowDown' ? 1 : -1) + offers.length) % offers.length
      mark()
    } else if (key === 'Enter' || key === 'Tab') take(active)
    else if (key === 'Escape') show([])
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  void look()
}

type Token = { sign: '/' | '@'; typed: string; from: number; to: number }

/** What is being typed before the caret, behind its sign. */
function tokenAt({ value, selectionStart }: Field): Token | null {
  const to = selectionStart ?? value.length
  const found = /(?:(?<=^|\s)[/／]|(?<![A-Za-z0-9._%+-])[@＠])([^\s@＠/／]{0,20})$/u.exec(value.slice(0, to))
  if (!found) return null
  return { sign: /[@＠]/.test(found[0]) ? '@' : '/', typed: fold(found[1] ?? ''), from: found.index, to }
}

function offersFor({ sign, typed }: Token, people: readonly Nameable[], words: QuickWords): Offer[] {
  if (sign === '/') {
    const { kinds } = words
    if (!kinds) return []
    const begins = (kind: ActivityKind) =>
      [kinds[kind], ...kindWords[kind]].some(word => fold(word).startsWith(typed))
    return activityKinds.filter(begins).map(kind => {
      const known = kindWords[kind].includes(kinds[kind])
      return { insert: known ? kinds[kind] : (kindWords[kind][0] ?? kind), label: kinds[kind] }
    })
  }
  const hits = people.filter(({ keys }) => keys.some(key => key.startsWith(typed)))
  // somebody who is named in full needs no list
  if (hits.length === 1 && hits[0]?.keys.includes(typed)) return []
  return hits.slice(0, MOST).map(({ name, kind }) => ({
    insert: name,
    label: name,
    note: kind === 'contact' ? words.contact : undefined,
  }))
}
