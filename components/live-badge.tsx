'use client'
import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useState } from 'react'

type Said = { shown: string; says: string }

/**
 * A link with a number on it, which follows the events of `source` while the page is seen. On its own page a new one
 * draws the page again. What listens is loaded once the page stands.
 */
export function LiveBadge(props: Said & { href: string; source: string; children: ReactNode }) {
  const { shown, says, href, source, children } = props
  const router = useRouter()
  const [heard, hear] = useState<Said | null>(null)
  // what was heard counts until the server draws the frame with another number
  const [drawn, draw] = useState(says)
  if (drawn !== says) {
    draw(says)
    hear(null)
  }
  const now = heard ?? { shown, says }
  useEffect(() => {
    let stop = () => {}
    let gone = false
    import('./live-source').then(({ listen }) => {
      if (gone) return
      stop = listen(source, said => {
        hear(said)
        if (said.news && location.pathname === href) router.refresh()
      })
    })
    return () => {
      gone = true
      stop()
    }
  }, [source, href, router])
  return (
    <a className="btn btn-quiet btn-icon bell" href={href} aria-label={now.says} title={now.says}>
      {children}
      {now.shown ? (
        <span className="badge" aria-hidden>
          {now.shown}
        </span>
      ) : null}
    </a>
  )
}
