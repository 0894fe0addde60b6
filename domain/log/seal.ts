import { createHash } from 'node:crypto'

/**
 * The seal of a line of the log: SHA-256 over the seal before it in the chain of its record ('' for the first), its
 * position in that chain, and all that the line says. Hexadecimal.
 */
export const sealOf = (previous: string, position: number, content: string): string =>
  sha256(`${previous}\n${position}\n${content}`)

export type Batch = { id: number; at: string; lines: readonly { entryId: number; seal: string }[] }

/**
 * The seal of one run of sealing, over the one before it ('' for the first) and every seal of the run: without it a
 * line could be taken out together with its seal and the head of its chain.
 */
export const batchSealOf = (previous: string, { id, at, lines }: Batch): string =>
  sha256([previous, id, at, ...lines.map(({ entryId, seal }) => `${entryId} ${seal}`)].join('\n'))

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
