/** So long a sheet keeps others waiting: a page takes a dozen turns, and each may meet one of these. */
const TURN_MS = 3

/**
 * For work of many rows in the process that also answers pages: asked after each row, it lets others have their turn when
 * this one has had its time.
 */
export function breathing(): () => Promise<void> | undefined {
  let since = performance.now()
  return () => {
    if (performance.now() - since < TURN_MS) return undefined
    return new Promise<void>(resolve => setImmediate(resolve)).then(() => {
      since = performance.now()
    })
  }
}
