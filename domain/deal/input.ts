import { z } from 'zod'
import { dealStages, dealStatuses, endReasons } from '@/domain/deal/deal'
import { ruledFields } from '@/domain/duplicate/input'
import {
  chosen,
  chosenOrNot,
  dateOrNot,
  oneOfOrNot,
  recordNumber,
  submission,
  version,
} from '@/domain/record/field'
import { optionalLine, optionalNote } from '@/domain/text/clean'
import { type DealFields, dealFieldShape, dealFields } from './fields'
import { withIntent } from './intent'

const whose = {
  /** Without `companyId`: the name of a company that is entered with the deal. */
  companyId: chosenOrNot(),
  companyName: optionalLine(200),
  deskId: chosen(),
  /** Left out, the one who enters it, where that is an officer or a head. */
  officerId: chosenOrNot(),
  nextStep: optionalLine(500),
  nextStepOn: dateOrNot(),
  submission: submission(),
  ...ruledFields,
}

type Company = { companyId: number | null; companyName: string | null }
/** A company is chosen or named; said together with what else is missing. */
const companySaid = (): [
  (raw: Company) => boolean,
  { error: string; path: string[]; when: () => boolean },
] => [
  ({ companyId, companyName }) => Boolean(companyId ?? companyName),
  { error: 'input.required', path: ['companyId'], when: () => true },
]

/** `effectiveOn`: in negotiation since (today); `statedOn`: the day on which the amounts were stated (the same). */
export const createDealInput = z
  .object({ ...dealFieldShape, ...whose, effectiveOn: dateOrNot(), statedOn: dateOrNot() })
  .refine(...companySaid())
  .transform((raw, context) => withFields(raw, context))
export type CreateDealInput = z.infer<typeof createDealInput>

/**
 * An opening entry: a record that already stands somewhere. The days on which it reached each stage, as far as known;
 * the last may be left out (today).
 */
export const openDealInput = z
  .object({
    ...dealFieldShape,
    ...whose,
    statedOn: dateOrNot(),
    stage: z.enum(dealStages),
    negotiationOn: dateOrNot(),
    entryProceduresOn: dateOrNot(),
    approvedOn: dateOrNot(),
    approvalAuthority: optionalLine(200),
    approvalNumber: optionalLine(200),
    approvalOn: dateOrNot(),
    status: z.enum(dealStatuses).default('active'),
    statusOn: dateOrNot(),
    reasonCode: oneOfOrNot(endReasons),
    reason: optionalNote(2_000),
    lostTo: optionalLine(200),
    reviewOn: dateOrNot(),
  })
  .refine(...companySaid())
  .transform((raw, context) => withFields(raw, context))
export type OpenDealInput = z.infer<typeof openDealInput>

/**
 * Only the fields that are sent are changed. `version` is the one that was on the screen. A changed total investment
 * holds from `statedOn` (today).
 */
export const editDealInput = z
  .looseObject({ number: recordNumber('D'), version: version(), statedOn: dateOrNot(), ...ruledFields })
  .transform(({ number, version, statedOn, ruled, attach, different, asks, ...sent }, context) => {
    const names = Object.keys(dealFieldShape).filter(name => Object.hasOwn(sent, name))
    const parsed = shapeOf(names).safeParse(sent, { reportInput: true })
    if (!parsed.success) {
      for (const issue of parsed.error.issues) context.issues.push({ ...issue, input: issue.input } as never)
      return z.NEVER
    }
    const said = { ruled, attach, different, asks }
    return { number, version, statedOn, said, fields: dealFields(parsed.data, context) }
  })
export type EditDealInput = z.infer<typeof editDealInput>

const picked = (names: readonly string[]) =>
  z.object(dealFieldShape).pick(Object.fromEntries(names.map(name => [name, true])) as never)
/* The rows of a sheet change the same few fields, and a schema takes longer to make than to ask. */
const shapes = new Map<string, ReturnType<typeof picked>>()

function shapeOf(names: readonly string[]) {
  const key = names.join()
  const shape = shapes.get(key) ?? picked(names)
  if (shapes.size < 100) shapes.set(key, shape)
  return shape
}

type Sent = Omit<z.infer<z.ZodObject<typeof dealFieldShape>>, 'companyId'> & {
  companyId: number | null
  companyName: string | null
}

/** Splits what was sent into the deal's fields and the rest. */
function withFields<T extends Sent>({ companyId, companyName, ...raw }: T, context: z.core.$RefinementCtx) {
  const [own, rest]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}]
  for (const [name, value] of Object.entries(raw))
    (Object.hasOwn(dealFieldShape, name) ? own : rest)[name] = value
  return {
    ...(rest as Omit<T, keyof typeof dealFieldShape | 'companyName'>),
    company: (companyId ? { id: companyId } : { name: companyName ?? '' }) as
      | { id: number }
      | { name: string },
    fields: withIntent(dealFields(own, context)) as Omit<DealFields, 'companyId'>,
  }
}
