'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'

type Far = { percent: number | null; says: string }

/**
 * How far something is that runs elsewhere: asks `source` for `{open, percent, says}` once a second, and has the page
 * drawn anew when it is not open any more.
 */
export function LiveProgress({ source, percent, says }: Far & { source: string }) {
  const [far, setFar] = useState<Far>({ percent, says })
  const router = useRouter()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let left = false
    const look = async () => {
      const answer = await fetch(source).then(
        found => (found.ok ? found.json() : null),
        () => null,
      )
      if (left) return
      if (answer) setFar(answer)
      if (answer && !answer.open) router.refresh()
      else timer = setTimeout(look, document.hidden ? 5000 : 1000)
    }
    timer = setTimeout(look, 1000)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [source, router])
  return (
    <span className="grid gap-1 max-w-48">
      <progress className="far-line" max={100} value={far.percent ?? undefined} aria-label={far.says} />
      <span className="text-12 text-ink-2">{far.says}</span>
    </span>
  )
}
