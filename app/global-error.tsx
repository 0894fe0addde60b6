'use client'
import { ErrorPage } from './error-page'
import './globals.css'

/** When not even the frame of all pages can be drawn. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return (
    <html lang="zh-Hans">
      <body>
        <main className="grid min-h-dvh">
          <ErrorPage digest={error.digest} again={reset} />
        </main>
      </body>
    </html>
  )
}
