export type Heard = { shown: string; says: string; news: boolean }

const CALM_MS = 1_500
const AGAIN_MS = 5_000
const LONGEST_MS = 300_000

/**
 * Follows a stream of events while the page is seen: a hidden one hangs up, since a browser has few connections to one
 * host, and says when it comes back what it heard last. Answers how to stop.
 */
export function listen(source: string, hear: (heard: Heard) => void): () => void {
  let stream: EventSource | undefined
  let last = ''
  let timer: ReturnType<typeof setTimeout>
  let pause = AGAIN_MS

  const hangUp = () => {
    clearTimeout(timer)
    stream?.close()
    stream = undefined
  }
  const open = () => {
    stream = new EventSource(last ? `${source}?after=${last}` : source)
    stream.onmessage = event => {
      last = event.lastEventId
      pause = AGAIN_MS
      hear(JSON.parse(event.data) as Heard)
    }
    // a break is mended by the browser; a refusal (an ended session, a proxy's error page) is tried again ever later
    stream.onerror = () => {
      if (stream?.readyState !== EventSource.CLOSED) return
      hangUp()
      timer = setTimeout(open, pause)
      pause = Math.min(pause * 2, LONGEST_MS)
    }
  }
  const turn = () => {
    hangUp()
    if (document.visibilityState === 'visible') timer = setTimeout(open, CALM_MS)
  }
  document.addEventListener('visibilitychange', turn)
  turn()
  return () => {
    document.removeEventListener('visibilitychange', turn)
    hangUp()
  }
}
