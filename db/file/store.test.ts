import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bucketSettings, env } from '@/env'
import { bucketStore } from './bucket'
import { diskStore } from './disk'
import type { Store } from './store'
import { tryStore } from './try'

const KEY = { keyId: 'S3RVER', secret: 'S3RVER', region: 'us-east-1', bucket: 'zone-files' }
let folder: string
let server: S3rver
let endpoint: string
const stores: Record<string, () => Store> = {
  'a folder': () => diskStore(join(folder, 'files')),
  'a bucket': () => bucketStore({ ...KEY, endpoint }),
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhaoshang-files-'))
  const bucket = { name: KEY.bucket, configs: [] as [] }
  const options = { address: '127.0.0.1', port: 0, silent: true, directory: join(folder, 's3') }
  server = new S3rver({ ...options, configureBuckets: [bucket] })
  endpoint = `http://127.0.0.1:${(await server.run()).port}`
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')
async function written(text: string) {
  const path = join(folder, `in-${digestOf(text).slice(0, 8)}`)
  await writeFile(path, text)
  return { path, digest: digestOf(text) }
}
const textOf = async (stream: ReadableStream<Uint8Array> | null) => stream && new Response(stream).text()

describe.each(Object.keys(stores))('%s', name => {
  const open = () => (stores[name] as () => Store)()

  test('keeps a content under its digest, gives it whole or in part, and forgets it', async () => {
    const { path, digest } = await written(`${name} 投资协议`)
    const store = open()
    expect(await store.exists(digest)).toBe(false)
    expect(await store.get(digest)).toBeNull()
    await store.put(digest, path)
    expect(await store.exists(digest)).toBe(true)
    expect(await textOf(await store.get(digest))).toBe(`${name} 投资协议`)
    expect(await textOf(await store.get(digest, { first: 2, last: 4 }))).toBe(name.slice(2, 5))
    await store.delete(digest)
    expect(await store.get(digest)).toBeNull()
    await store.delete(digest)
  })

  test('takes the same content again', async () => {
    const store = open()
    const { digest } = await written('same')
    for (const _ of [1, 2]) await store.put(digest, (await written('same')).path)
    expect(await textOf(await store.get(digest))).toBe('same')
  })

  test('keeps several megabytes byte for byte', async () => {
    const text = 'zone'.repeat(1_500_000)
    const { path, digest } = await written(text)
    await open().put(digest, path)
    const kept = await textOf(await open().get(digest))
    expect(kept && digestOf(kept)).toBe(digest)
  })
})

test('a folder is the app’s alone, by first letters of the digest', async () => {
  const { path, digest } = await written('0600')
  await diskStore(join(folder, 'files')).put(digest, path)
  const kept = join(folder, 'files', digest.slice(0, 2), digest)
  expect(await readFile(kept, 'utf8')).toBe('0600')
  expect((await stat(join(folder, 'files', digest.slice(0, 2)))).mode & 0o077).toBe(0)
})

test('a bucket that is not there, and a wrong key, are said with the call that met them', async () => {
  const { path, digest } = await written('nowhere')
  const wrong = bucketStore({ ...KEY, endpoint, keyId: 'SOMEBODY' })
  await expect(wrong.put(digest, path)).rejects.toThrow(
    /bucket zone-files at 127.0.0.1:\d+: PUT answered 403/,
  )
  const none = bucketStore({ ...KEY, endpoint, bucket: 'no-such' })
  await expect(none.put(digest, path)).rejects.toThrow(/bucket no-such .*: PUT answered 404/)
  const nobody = bucketStore({ ...KEY, endpoint: 'http://127.0.0.1:9' })
  await expect(nobody.get(digest)).rejects.toThrow(/GET .*(ECONNREFUSED|bad port)/)
})

test('a server in trouble is asked three times, and no more', async () => {
  const answers = [503, 500, 200, 503, 503, 503, 503]
  let asked = 0
  const moody: Server = createServer((_, response) => response.writeHead(answers[asked++] ?? 500).end())
  await new Promise<void>(done => moody.listen(0, '127.0.0.1', done))
  const store = bucketStore({ ...KEY, endpoint: `http://127.0.0.1:${(moody.address() as AddressInfo).port}` })
  expect(await store.exists(digestOf('x'))).toBe(true)
  expect(asked).toBe(3)
  await expect(store.exists(digestOf('x'))).rejects.toThrow('answered 503')
  expect(asked).toBe(6)
  moody.close()
})

test('the doctor tries a bucket and leaves nothing in it', async () => {
  const settings = { S3_ENDPOINT: endpoint, S3_BUCKET: KEY.bucket, S3_ACCESS_KEY_ID: 'S3RVER' }
  Object.assign(process.env, settings, { S3_SECRET_ACCESS_KEY: 'S3RVER' })
  try {
    expect(await tryStore()).toMatch(/^bucket zone-files at 127.0.0.1:\d+$/)
    process.env.S3_BUCKET = 'no-such'
    await expect(tryStore()).rejects.toThrow('PUT answered 404')
  } finally {
    for (const name of [...Object.keys(settings), 'S3_SECRET_ACCESS_KEY']) delete process.env[name]
  }
})

test('half of a bucket is refused in words; none is the folder', () => {
  expect(bucketSettings(env({}))).toBeNull()
  expect(() =>
    bucketSettings(env({ S3_ENDPOINT: 'https://s3.example.cn/', S3_BUCKET: 'zone-files' })),
  ).toThrow('a bucket for files needs also S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY')
  const whole = { S3_ENDPOINT: 'https://s3.example.cn/', S3_BUCKET: 'zone-files', S3_ACCESS_KEY_ID: 'a' }
  expect(bucketSettings(env({ ...whole, S3_SECRET_ACCESS_KEY: 'b' }))).toEqual({
    endpoint: 'https://s3.example.cn',
    bucket: 'zone-files',
    region: 'us-east-1',
    keyId: 'a',
    secret: 'b',
  })
})
