import { arrive } from '@/db/file/arrival'
import { keepContent } from '@/db/file/content'
import { exportOfJob } from '@/db/read/export'
import { finishExport } from '@/db/write/export'
import type { JobRun } from '@/db/write/job'
import { exportPermission } from '@/domain/export/export'
import { gone, refused } from '@/domain/outcome'
import { ownAddress } from '@/env'
import { ERRAND, type Errand, sendErrand } from './errand'
import { job } from './job'

/** Larger files than these nobody opens, and the disk is everybody's. */
const MOST_BYTES = 8 * 1024 ** 3

/** The file of a list, written by the list's own page for whoever asked, and kept. */
export const exportJob = job('export', Object.values(exportPermission), async (permit, _, run) => {
  const asked = await exportOfJob(permit, run.id)
  if (!asked) return gone()
  const { id, list, format, search, locale } = asked
  const errand: Errand = {
    userId: permit.actor.id,
    exportId: id,
    list,
    format,
    search,
    rows: 0,
    total: null,
    name: '',
    words: '',
  }
  const { word, end } = sendErrand(errand)
  try {
    const headers = { [ERRAND]: word, 'accept-language': locale }
    const answer = await fetch(`${ownAddress()}/exports/${id}/rows`, { headers, signal: run.signal })
    if (answer.status >= 400 && answer.status < 500) return refused('common.not_permitted')
    if (!answer.ok || !answer.body) throw new Error(`the list answered ${answer.status}`)
    const arrival = await arrive(toldOf(answer.body, errand, run), MOST_BYTES)
    if (!arrival) return refused('export.refused.too_large')
    try {
      await keepContent(permit, arrival)
      const { rows, name, words } = errand
      const filter = Object.fromEntries(new URLSearchParams(search))
      const file = { id, name, words, rows, bytes: arrival.size, digest: arrival.digest, format, filter }
      return await finishExport(permit, file, run)
    } finally {
      await arrival.discard()
    }
  } finally {
    end()
  }
})

/** Says how far it is with each piece that comes. */
async function* toldOf(body: ReadableStream<Uint8Array>, errand: Errand, run: JobRun) {
  for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
    run.progress(errand.rows, errand.total)
    yield piece
  }
}
