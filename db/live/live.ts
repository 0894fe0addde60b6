import { type Account, LiveConnection } from './connection'

/** What an open screen is told: how many wait unread, and whether there is one that it has not heard of. */
export type Unread = { unread: number; newest: number; news: boolean }
export type Screen = {
  hear: (state: Unread) => void
  /** The session has ended, or the server is about to. */
  end: () => void
}

/** A burst is told once. */
const GATHER_MS = 50
/** So often everything is asked again: who may still look, and what a lost message would have told. */
const LOOK_MS = 20_000

type Open = Screen & { userId: number; last: Account | null; newest: number | null }

/** All open screens of this process, over one connection, which is there as long as one of them is. */
class Live {
  #screens = new Set<Open>()
  #connection: LiveConnection | undefined
  #look: ReturnType<typeof setInterval> | undefined
  #gathering: Set<number> | undefined
  #closed = false

  /** `newest`: what this screen had heard of before a break, or null. Answers how to stop. */
  open(userId: number, newest: number | null, screen: Screen): () => void {
    if (this.#closed) {
      screen.end()
      return () => {}
    }
    const open: Open = { ...screen, userId, last: null, newest }
    this.#screens.add(open)
    this.#connection ??= new LiveConnection(ids => this.#gather(ids))
    this.#look ??= setInterval(() => this.#gather(null), LOOK_MS).unref()
    this.#gather([userId])
    return () => this.#leave(open)
  }

  /** Ends all of them, and lets no new one in: the server is stopping. */
  close() {
    this.#closed = true
    for (const screen of [...this.#screens]) this.#finish(screen)
  }

  #finish(screen: Open) {
    this.#leave(screen)
    screen.end()
  }

  #leave(screen: Open) {
    this.#screens.delete(screen)
    if (this.#screens.size > 0) return
    clearInterval(this.#look)
    this.#look = undefined
    void this.#connection?.end()
    this.#connection = undefined
  }

  /** These people, or with null all: asked for together, a moment later. */
  #gather(userIds: number[] | null) {
    const watched = new Set([...this.#screens].map(screen => screen.userId))
    const ids = userIds ? userIds.filter(id => watched.has(id)) : [...watched]
    if (ids.length === 0) return
    if (!this.#gathering) {
      this.#gathering = new Set()
      setTimeout(() => void this.#tell(), GATHER_MS).unref()
    }
    for (const id of ids) this.#gathering.add(id)
  }

  async #tell() {
    const ids = [...(this.#gathering ?? [])]
    this.#gathering = undefined
    const accounts = await this.#connection?.ask(ids)
    // the database is not there: whoever reconnects asks again
    if (!accounts) return
    for (const screen of [...this.#screens])
      if (ids.includes(screen.userId)) this.#tellOne(screen, accounts.get(screen.userId))
  }

  #tellOne(screen: Open, now: Account | undefined) {
    const { last } = screen
    if (!now || (last && last.sessionVersion !== now.sessionVersion)) return this.#finish(screen)
    if (last?.unread === now.unread && last.newest === now.newest) return
    const heard = last?.newest ?? screen.newest
    screen.last = now
    screen.hear({ unread: now.unread, newest: now.newest, news: heard !== null && now.newest > heard })
  }
}

const kept = globalThis as { zhaoshangLive?: Live }
/** One a process, kept across the reloads of development. */
export const live = (kept.zhaoshangLive ??= new Live())
