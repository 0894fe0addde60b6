import type { IsoDate } from '@/domain/calendar/date'
import type { DealForm } from '@/domain/deal/deal'
import type { Source } from '@/domain/lead/lead'
import type { Money } from '@/domain/money/money'
import type { Names } from '@/domain/user/user'
import { contentOf } from './content'
import type { DealPlan, Step } from './deal-plan'
import type { DealSpec } from './deal-spec'
import type { Kit } from './kit'
import type { Product } from './product'
import { staff } from './staff'

const taken = new WeakMap<Kit, Map<string, number>>()

/** A deal around what is fixed of it: company, product, people, form, source; `steps` say when. */
export function draftDeal(kit: Kit, spec: DealSpec, steps: Step[]): DealPlan {
  const { random } = kit
  const on = (steps[0] as Step).on
  const product = kit.makeProduct(spec.country, spec.industry)
  const local = spec.company?.province ? 'CN' : spec.country
  const company = kit.makeCompany(local, product, spec.company)
  const form = spec.form ?? formOf(kit, spec.country)
  const event =
    spec.event ?? (random.chance(0.6) ? kit.eventBefore(spec.desk, spec.country, on)?.key : null) ?? null
  const officer = spec.officer ?? kit.officerOf(spec.desk, on)
  const named = spec.name ? { name: spec.name, names: spec.names ?? {} } : namesOf(kit, product, spec.country)
  return {
    ...named,
    company,
    product: spec.name ? null : product,
    country: spec.country,
    province: spec.country === 'CN' ? company.province : null,
    industry: spec.industry ?? product.industry,
    desk: spec.desk,
    officer,
    members: membersOf(kit, spec, officer, on),
    form,
    content:
      spec.content ??
      contentOf(random, spec.name?.replace(/项目$/, '') ?? product.zh, spec.industry ?? product.industry),
    highTech: random.pick([true, false, false, null]),
    partner: spec.partner ?? null,
    target: spec.target ?? null,
    source: event ? 'event' : random.pick(sources),
    event,
    foreign: spec.foreign ?? foreignOf(kit, spec, form),
    fromLead: Boolean(spec.event) || random.chance(0.36),
    opening: false,
    steps,
  }
}

const sources: readonly Source[] = [
  'referral',
  'visit',
  'agency',
  'government',
  'own_research',
  'web_form',
  'referral',
]

function formOf({ random }: Kit, country: string): DealForm {
  if (country === 'CN')
    return random.pick(['wholly_owned', 'wholly_owned', 'wholly_owned', 'cooperation', 'capital_increase'])
  return random.pick(['wholly_owned', 'wholly_owned', 'joint_venture', 'joint_venture', 'capital_increase'])
}

/** The whole of what a foreign owner invests; of a joint venture a round share, in whole ten thousands. */
function foreignOf({ random }: Kit, { country, amount }: DealSpec, form: DealForm): Money | null {
  if (country === 'CN' || !amount || form === 'cooperation') return null
  if (form !== 'joint_venture') return amount
  const unit = amount.currency === 'JPY' || amount.currency === 'KRW' ? 10_000n : 1_000_000n
  return { ...amount, minor: ((amount.minor * BigInt(random.int(45, 70))) / 100n / unit) * unit }
}

function namesOf(
  kit: Kit,
  { zh, en, ja, ko, industry }: Product,
  country: string,
): { name: string; names: Names } {
  const counts = taken.get(kit) ?? new Map<string, number>()
  taken.set(kit, counts)
  const kind = industry === 'logistics' ? '' : kit.random.pick(['', '', '生产', '生产线', '制造'])
  const times = (counts.get(zh) ?? 0) + 1
  counts.set(zh, times)
  const phase = ['', '', '二期', '三期', '扩能'][times] ?? `${times}期`
  const names: Names = {
    en: en.charAt(0).toUpperCase() + en.slice(1) + (times > 1 ? `, phase ${times}` : ''),
  }
  if (country === 'JP' && ja) names.ja = `${ja}プロジェクト${times > 1 ? `（第${times}期）` : ''}`
  if (country === 'KR' && ko) names.ko = `${ko} 사업${times > 1 ? ` (${times}기)` : ''}`
  return { name: `${zh}${kind}${phase}项目`, names }
}

/** Now and then a colleague works along, seldom one of another desk. */
function membersOf({ random, officerOf }: Kit, { desk }: DealSpec, officer: string, on: IsoDate): string[] {
  if (!random.chance(0.22)) return []
  const other = random.chance(0.3)
  const from = other ? random.pick(['domestic', 'japan_korea', 'europe_us', 'general'] as const) : desk
  const colleague = officerOf(from, on)
  return colleague === officer || !staff.some(({ name }) => name === colleague) ? [] : [colleague]
}
