import type { Limits } from './raw'
import { FileRefusal } from './refusal'
import type { Format } from './xlsx-format'
import { eachElement } from './xml'
import type { Zip } from './zip'

/** What the cells of all sheets refer to. */
export type BookParts = {
  texts: readonly string[]
  formats: readonly Format[]
  from1904: boolean
  /** Cells that may still come, of the whole file. */
  left: { cells: number }
  limits: Limits
}

type Relation = { id: string; type: string; target: string }

/** What a part refers to, by names within the package. */
export async function relations(zip: Zip, part: string): Promise<readonly Relation[]> {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const found: Relation[] = []
  await eachElement(zip, `${folder}_rels/${part.slice(slash)}.rels`, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return
      if (found.length > 10_000) throw new FileRefusal('damaged')
      const target = attributes.Target ?? ''
      found.push({ id: attributes.Id ?? '', type: attributes.Type ?? '', target: resolved(folder, target) })
    },
  })
  return found
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path = folder.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.') path.push(step)
  }
  return path.join('/')
}
