'use client'
import { useRouter } from 'next/navigation'
import { startTransition, useEffect, useState, useSyncExternalStore } from 'react'
import { Button, LinkButton } from '@/components/button'
import { errorLocale, errorWords } from './error-words'

const EVERY_MS = 1_000
/** The digest of db/outage.ts: nothing need be asked to know what happened. */
const GONE = 'database_gone'
const unchanging = () => () => {}

/**
 * Something threw. It asks whether the database answers: if not, it says so, keeps asking, and draws the page again by
 * itself when it is back. Anything else is a fault of ours, with its number for whoever looks it up.
 */
export function ErrorPage({ digest, again }: { digest?: string; again: () => void }) {
  const router = useRouter()
  const [database, setDatabase] = useState<'unknown' | 'gone' | 'here'>(digest === GONE ? 'gone' : 'unknown')
  const locale = useSyncExternalStore(unchanging, errorLocale, () => 'zh-Hans')
  const words = errorWords(locale)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let over = false
    let wasGone = digest === GONE
    async function look() {
      const up = await fetch('/api/health', { cache: 'no-store' }).then(
        answer => answer.ok,
        () => false,
      )
      if (over) return
      if (up && wasGone) retry()
      else if (up) setDatabase('here')
      else {
        wasGone = true
        setDatabase('gone')
        timer = setTimeout(look, EVERY_MS)
      }
    }
    function retry() {
      startTransition(() => {
        router.refresh()
        again()
      })
    }
    void look()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [router, again, digest])

  const gone = database === 'gone'
  const title = gone ? words.database_title : words.title
  useEffect(() => {
    const before = document.title
    // the office's name ends each title
    document.title = [title, before.split(' · ').at(-1)].filter(Boolean).join(' · ')
    return () => {
      document.title = before
    }
  }, [title])
  return (
    <div className="nil" lang={locale} role={gone ? 'status' : 'alert'}>
      <div>
        <h1 className="text-18">{title}</h1>
        <p className="text-ink-2">{gone ? words.database_says : words.says}</p>
        {gone ? null : (
          <div className="mt-3 flex flex-wrap gap-2">
            <Button look="primary" onClick={() => startTransition(() => (router.refresh(), again()))}>
              {words.retry}
            </Button>
            <LinkButton href="/" data-hard>
              {words.home}
            </LinkButton>
          </div>
        )}
        {digest && !gone ? (
          <p className="mt-3 text-12 text-ink-3">
            {words.digest} <code>{digest}</code>
          </p>
        ) : null}
      </div>
    </div>
  )
}
