import { z } from 'zod'
import { recordNumber, version } from '@/domain/record/field'

export const openCellInput = z.object({ number: recordNumber('LDC'), field: z.string().max(40) })
export type OpenCellInput = z.infer<typeof openCellInput>

/** Some fields of a record's edit form, by their names there; all others stay as they are. */
export const editFieldsInput = z.object({
  number: recordNumber('LC'),
  version: version(),
  values: z.record(z.string().max(40), z.string().max(20_000)),
})
export type EditFieldsInput = z.infer<typeof editFieldsInput>
