/** The first and last byte that are asked for, both included. */
export type ByteRange = { first: number; last: number }

/**
 * Where contents lie, each under its SHA-256 in hex, so that none lies there twice and none changes. It knows no records:
 * what refers to a content is in the database (`contents`), and who may have it is asked there.
 */
export type Store = {
  /** In words, for the doctor: a folder, or a bucket and its server. */
  readonly place: string
  /** Keeps what the file at `path` holds; whole or not at all, and on disk when it answers. The file may be gone after. */
  put(digest: string, path: string): Promise<void>
  /** The bytes, or null where there is no such content. */
  get(digest: string, range?: ByteRange): Promise<ReadableStream<Uint8Array> | null>
  exists(digest: string): Promise<boolean>
  /** Nothing happens where there is none. */
  delete(digest: string): Promise<void>
}
