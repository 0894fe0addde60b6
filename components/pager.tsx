import type { ReactNode } from 'react'
import { Icon } from './icon'

/** The page numbers to offer: first, last, those round the present one; 0 stands for a gap. */
export function pageWindow(page: number, pages: number, around = 2): number[] {
  const wanted = new Set([1, pages])
  for (let near = page - around; near <= page + around; near++)
    if (near >= 1 && near <= pages) wanted.add(near)
  const shown: number[] = []
  for (const one of [...wanted].sort((a, b) => a - b)) {
    const before = shown.at(-1) ?? 0
    // a gap of one page is shorter as its number
    if (one - before === 2) shown.push(one - 1)
    else if (one - before > 2) shown.push(0)
    shown.push(one)
  }
  return shown
}

/**
 * Numbered pages; `[` and `]` turn them. `href` gives the address of a page, `says` the line at the left ("1–50 of 92").
 */
export function Pager(props: {
  page: number
  pages: number
  href: (page: number) => string
  says: ReactNode
  words: { label: string; previous: string; next: string }
  children?: ReactNode
}) {
  const { page, pages, href, words } = props
  // on a phone only the neighbours, first and last are shown
  const far = (number: number) => number > 1 && number < pages && Math.abs(number - page) > 1
  const turn = (to: number, label: string, icon: 'chevron-left' | 'chevron-right') => (
    <li>
      {to >= 1 && to <= pages ? (
        <a
          href={href(to)}
          aria-label={label}
          title={`${label} ${to < page ? '[' : ']'}`}
          rel={to < page ? 'prev' : 'next'}
          data-key={to < page ? '[' : ']'}
        >
          <Icon name={icon} />
        </a>
      ) : (
        <span className="off">
          <Icon name={icon} />
        </span>
      )}
    </li>
  )
  return (
    <nav className="pager" aria-label={words.label}>
      <p>{props.says}</p>
      {pages > 1 ? (
        <ol>
          {turn(page - 1, words.previous, 'chevron-left')}
          {pageWindow(page, pages).map((number, index) => (
            <li key={number || `gap-${index}`} className={far(number) ? 'far' : undefined}>
              {number ? (
                <a href={href(number)} aria-current={number === page ? 'page' : undefined}>
                  {number}
                </a>
              ) : (
                <span aria-hidden>…</span>
              )}
            </li>
          ))}
          {turn(page + 1, words.next, 'chevron-right')}
        </ol>
      ) : null}
      {props.children}
    </nav>
  )
}
