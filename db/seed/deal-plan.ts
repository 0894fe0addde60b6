import type { IsoDate } from '@/domain/calendar/date'
import type { DealForm, EndReason } from '@/domain/deal/deal'
import type { Source } from '@/domain/lead/lead'
import type { Money } from '@/domain/money/money'
import type { Names } from '@/domain/user/user'
import type { CompanySpec } from './company'
import type { ActivityLine, DealSpec } from './deal-spec'
import type { IndustryKey } from './product-line'
import type { DeskKey } from './zone'

/** One thing that happened to a deal. `on` is the effective date; recorded on the same day unless said otherwise. */
export type Step = { on: IsoDate; recordedOn?: IsoDate } & (
  | { kind: 'create'; total: Money | null }
  | { kind: 'amount'; total: Money | null; reason: string }
  | { kind: 'hand_over'; from: DeskKey; officer: string }
  | { kind: 'enter' }
  | { kind: 'return'; reason: string }
  | { kind: 'propose' }
  | { kind: 'approve' }
  | { kind: 'hold'; code: EndReason; text: string; reviewOn: IsoDate }
  | { kind: 'lose' | 'withdraw'; code: EndReason; text: string; lostTo: string | null }
)

/** The whole life of a deal, made up before a single row is. */
export type DealPlan = {
  name: string
  names: Names
  company: CompanySpec
  /** What it is about, in a word, for sentences. */
  what: string
  /** What was done on it before the closing date, where that is told. */
  told: readonly ActivityLine[]
  after: DealSpec['after']
  country: string
  province: string | null
  industry: IndustryKey
  desk: DeskKey
  officer: string
  members: string[]
  form: DealForm
  content: string
  highTech: boolean | null
  partner: string | null
  target: string | null
  source: Source
  event: string | null
  foreign: Money | null
  /** The foreign owner's share is the whole. */
  ownsAll: boolean
  fromLead: boolean
  steps: Step[]
}

export const stepOf = <K extends Step['kind']>(plan: DealPlan, kind: K) =>
  plan.steps.findLast(step => step.kind === kind) as Extract<Step, { kind: K }> | undefined

export const createdOn = (plan: DealPlan): IsoDate => (plan.steps[0] as Step).on
export const lastStep = (plan: DealPlan): Step => plan.steps.at(-1) as Step

/** Where it stands after all its steps. */
export function standing(plan: DealPlan) {
  const ended = plan.steps.findLast(({ kind }) => ['hold', 'lose', 'withdraw'].includes(kind))
  const stage = stepOf(plan, 'approve')
    ? ('approved' as const)
    : stepOf(plan, 'enter')
      ? ('entry_procedures' as const)
      : ('negotiation' as const)
  return { stage, active: !ended, pending: lastStep(plan).kind === 'propose' }
}
