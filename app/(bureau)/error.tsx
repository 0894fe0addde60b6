'use client'
import { ErrorPage } from '../error-page'

/** Within the frame: the nouns stay in reach. */
export default function BureauError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  return <ErrorPage digest={error.digest} again={reset} />
}
