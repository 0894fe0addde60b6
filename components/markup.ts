import { Fragment, isValidElement, type ReactNode } from 'react'

/**
 * What these elements draw, as HTML: for what a page has hundreds of and that no script touches (rows of a list, the
 * choices of a filter). React draws a page twice, as HTML and as what the browser keeps; such a part is one string in
 * both instead of thousands of elements. Takes elements of HTML and SVG and functions of them that are not async (their
 * hooks of the server are those of the component that calls); a handler or a component of the client throws. Everything
 * is escaped.
 */
export function markup(node: ReactNode): string {
  if (node === null || node === undefined || typeof node === 'boolean') return ''
  if (typeof node === 'string') return escaped(node)
  if (typeof node === 'number' || typeof node === 'bigint') return String(node)
  if (Array.isArray(node)) return node.map(markup).join('')
  if (!isValidElement<Props>(node)) throw new Error('markup() draws elements, texts and lists of them')
  const { type, props } = node
  if (type === Fragment) return markup(props.children)
  if (typeof type === 'function' && !('$$typeof' in type))
    return markup((type as (props: Props) => ReactNode)(props))
  if (typeof type !== 'string') throw new Error('markup() draws no component of the client')
  const inner = props.dangerouslySetInnerHTML?.__html ?? markup(props.children)
  const open = `<${type}${attributes(props)}>`
  return empty.has(type) ? open : `${open}${inner}</${type}>`
}

/** The same as the props of the element that holds it. */
export const drawn = (node: ReactNode) => ({ dangerouslySetInnerHTML: { __html: markup(node) } })

type Props = Record<string, unknown> & {
  children?: ReactNode
  dangerouslySetInnerHTML?: { __html: string }
}

const empty = new Set(['br', 'hr', 'img', 'input'])
const names: Record<string, string> = {
  className: 'class',
  htmlFor: 'for',
  defaultValue: 'value',
  defaultChecked: 'checked',
  viewBox: 'viewBox',
  textAnchor: 'text-anchor',
}
const skipped = new Set(['children', 'dangerouslySetInnerHTML', 'suppressHydrationWarning'])

function attributes(props: Props): string {
  let text = ''
  for (const [key, value] of Object.entries(props)) {
    if (skipped.has(key) || value === undefined || value === null) continue
    if (typeof value === 'boolean' && !/^(aria|data)-/.test(key)) {
      if (value) text += ` ${nameOf(key)}`
    } else if (typeof value === 'object' || typeof value === 'function')
      throw new Error(`markup() draws no attribute ${key} that is no text`)
    else text += ` ${nameOf(key)}="${escaped(String(value))}"`
  }
  return text
}

/* Of HTML, written as React does; of SVG those with a hyphen (stroke-width) come so from the drawings. */
const nameOf = (key: string) => names[key] ?? (key.includes('-') ? key : key.toLowerCase())

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) =>
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, sign => signs[sign] as string) : text
