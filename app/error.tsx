'use client'
import { ErrorPage } from './error-page'

export default function RootError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <main className="grid min-h-dvh">
      <ErrorPage digest={error.digest} again={reset} />
    </main>
  )
}
