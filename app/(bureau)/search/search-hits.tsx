import type { Piece } from '@/domain/search/mark'
import type { ShownHit } from './search-shown'

/** What was found of one kind; each row opens its record. */
export function SearchHits({ hits }: { hits: readonly ShownHit[] }) {
  return (
    <ul className="hits">
      {hits.map(({ href, title, number, lang, matched, facts }) => (
        <li key={href}>
          <a href={href}>
            <span className="hit-name" lang={lang}>
              <Pieces of={title} />
            </span>
            {matched ? (
              <span className="hit-matched">
                <Pieces of={matched} />
              </span>
            ) : null}
            <span className="hit-facts">
              {number.length > 0 ? (
                <span className="no">
                  <Pieces of={number} />
                </span>
              ) : null}
              {facts.map(fact => (
                <span key={fact}>{fact}</span>
              ))}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

function Pieces({ of }: { of: readonly Piece[] }) {
  return of.map((piece, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name
    piece.mark ? <mark key={index}>{piece.text}</mark> : piece.text,
  )
}
