const PARENT_POLL = 500

/**
 * Calls `stop` when this process is asked to end: by a signal, or because the npm that started it is gone. A signal to
 * npm reaches its shell, and the shell ends without passing it on.
 */
export function onStop(stop: () => void) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  // A terminal or a pipe that went away is no reason to crash.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  if (!process.env.npm_lifecycle_event) return
  const starter = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === starter) return
    clearInterval(watch)
    stop()
  }, PARENT_POLL)
  watch.unref()
}
