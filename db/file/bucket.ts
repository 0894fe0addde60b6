import { openAsBlob } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { AwsClient } from 'aws4fetch'
import type { BucketSettings } from '@/env'
import type { Store } from './store'

/** How long the server may take until it begins to answer; a content on its way may take as long as it takes to send. */
const ANSWER_MS = 10_000
const SEND_MS = 120_000
const TRIES = 3
const PAUSE_MS = 200

/** Contents in an S3-compatible bucket, addressed by path, as `files/ab/abcd…`. What fails says which call and how. */
export function bucketStore({ endpoint, bucket, region, keyId, secret }: BucketSettings): Store {
  const client = new AwsClient({ accessKeyId: keyId, secretAccessKey: secret, region, service: 's3' })
  const place = `bucket ${bucket} at ${new URL(endpoint).host}`
  const url = (digest: string) => `${endpoint}/${bucket}/files/${digest.slice(0, 2)}/${digest}`

  /** The answer, asked for again when the server is not to be reached or has trouble of its own. */
  async function call(method: string, digest: string, init: { body?: Blob; headers?: HeadersInit } = {}) {
    for (let attempt = 1; ; attempt++) {
      const answer = await once(method, digest, init).catch((error: Error) => error)
      const failed = answer instanceof Error || answer.status >= 500 || answer.status === 429
      if (!failed) return answer
      if (attempt === TRIES) throw trouble(method, answer)
      if (!(answer instanceof Error)) await answer.body?.cancel()
      await delay(PAUSE_MS * 2 ** attempt)
    }
  }

  async function once(method: string, digest: string, init: { body?: Blob; headers?: HeadersInit }) {
    const giveUp = new AbortController()
    const timer = setTimeout(() => giveUp.abort(), init.body ? SEND_MS : ANSWER_MS)
    try {
      return await fetch(await client.sign(url(digest), { method, ...init }), { signal: giveUp.signal })
    } finally {
      clearTimeout(timer)
    }
  }

  function trouble(method: string, answer: Response | Error): Error {
    const why = answer instanceof Error ? String(answer.cause ?? answer.message) : `answered ${answer.status}`
    return new Error(`${place}: ${method} ${why}`, answer instanceof Error ? { cause: answer } : {})
  }

  /** Ends with an error unless the status is one of these. */
  async function expecting(statuses: readonly number[], method: string, answer: Response) {
    if (!statuses.includes(answer.status)) throw trouble(method, answer)
    if (method !== 'GET') await answer.body?.cancel()
    return answer
  }

  return {
    place,
    async put(digest, path) {
      const body = await openAsBlob(path)
      // the server refuses what does not come to this digest
      const headers = { 'x-amz-content-sha256': digest, 'content-type': 'application/octet-stream' }
      await expecting([200], 'PUT', await call('PUT', digest, { body, headers }))
    },
    async get(digest, range) {
      const headers: HeadersInit = range ? { range: `bytes=${range.first}-${range.last}` } : {}
      const answer = await expecting([200, 206, 404], 'GET', await call('GET', digest, { headers }))
      if (answer.status !== 404) return answer.body
      await answer.body?.cancel()
      return null
    },
    async exists(digest) {
      return (await expecting([200, 404], 'HEAD', await call('HEAD', digest))).status === 200
    },
    async delete(digest) {
      await expecting([200, 204, 404], 'DELETE', await call('DELETE', digest))
    },
  }
}
