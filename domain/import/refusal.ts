import { type Refused, refused } from '@/domain/outcome'

/** Breaks off the reading of a file; readSheets() turns it into the refusal that it carries. */
export class FileRefusal extends Error {
  readonly refused: Refused
  constructor(reason: string, values?: Record<string, string | number>) {
    super(reason)
    this.refused = refused(`sheet.refused.${reason}`, { values })
  }
}
