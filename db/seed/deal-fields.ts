import { addDays, type IsoDate, yearOf } from '@/domain/calendar/date'
import type { EntryDocumentKind } from '@/domain/deal/deal'
import { officeDay } from './days'
import { createdOn, type DealPlan } from './deal-plan'
import type { Kit } from './kit'

const authorities = ['东港经济开发区管理委员会', '东港经济开发区行政审批局', '市发展和改革委员会', '市商务局']
const serials = new WeakMap<Kit, Map<string, number>>()

/** 东开审〔2026〕17号: one series a year and kind of paper. */
function serial(kit: Kit, kind: string, on: IsoDate): string {
  const counts = serials.get(kit) ?? new Map<string, number>()
  serials.set(kit, counts)
  const key = `${kind}〔${yearOf(on)}〕`
  counts.set(key, (counts.get(key) ?? 0) + 1)
  return `${key}${counts.get(key)}号`
}

/** What lets a deal enter the procedures. */
export function entryDocumentOf(kit: Kit, on: IsoDate) {
  const kind: EntryDocumentKind = kit.random.chance(0.7) ? 'application' : 'intent'
  const entryDocumentOn = officeDay(addDays(on, -kit.random.int(0, 3)))
  const entryDocumentReference = serial(kit, kind === 'application' ? '东招入申' : '东招意', on)
  const entry = { entryDocumentKind: kind, entryDocumentOn, entryDocumentReference }
  if (kind === 'intent')
    return { ...entry, intentOn: entryDocumentOn, intentReference: entryDocumentReference }
  // many who hand in an application have signed an intent some weeks before
  if (Number(entryDocumentOn.slice(-2)) % 3 > 0) return entry
  const intentOn = officeDay(addDays(entryDocumentOn, -24))
  return { ...entry, intentOn, intentReference: serial(kit, '东招意', intentOn) }
}

/** What an approval is proposed with. */
export function approvalOf(kit: Kit, on: IsoDate) {
  return {
    approvalAuthority: kit.random.pick(authorities),
    approvalNumber: serial(kit, '东开审', on),
    approvalOn: on,
    agreementOn: officeDay(addDays(on, -kit.random.int(4, 12))),
    agreementReference: serial(kit, '东招协', on),
  }
}

/** Land, jobs, output and tax expected: known of two in three. */
export function sizeOf({ random }: Kit, plan: DealPlan) {
  const known = createdOn(plan) && random.chance(0.66)
  if (!known) return { landM2: null, jobs: null, outputCny: null, taxCny: null }
  const output = BigInt(random.int(6, 90)) * 200_000_000n
  return {
    landM2: random.chance(0.7) ? Math.round(random.int(8, 90) * 666.67) : null,
    jobs: random.int(3, 45) * 10,
    outputCny: output,
    taxCny: (output * BigInt(random.int(3, 7))) / 100n,
  }
}
