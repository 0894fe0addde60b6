/** Rows of one INSERT: so many that the statement stays far below the 65,534 parameters that it may have. */
const AT_ONCE = 100

/** What `write` answers for each chunk, put together again; one chunk after the other. */
export async function inChunksOf<R, T>(
  rows: readonly R[],
  write: (chunk: R[]) => PromiseLike<readonly T[]>,
): Promise<T[]> {
  const all: T[] = []
  for (let at = 0; at < rows.length; at += AT_ONCE)
    for (const row of await write(rows.slice(at, at + AT_ONCE))) all.push(row)
  return all
}
