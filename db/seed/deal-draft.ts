import type { IsoDate } from '@/domain/calendar/date'
import type { DealForm } from '@/domain/deal/deal'
import type { Source } from '@/domain/lead/lead'
import type { Money } from '@/domain/money/money'
import type { Names } from '@/domain/user/user'
import type { CompanySpec } from './company'
import { contentOf } from './content'
import type { DealPlan, Step } from './deal-plan'
import type { DealSpec } from './deal-spec'
import type { Kit } from './kit'
import type { Product } from './product'
import { staff } from './staff'

const taken = new WeakMap<Kit, Set<string>>()

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
  const foreign = spec.foreign ?? foreignOf(kit, spec, form)
  const what = spec.what ?? (spec.name ? spec.name.replace(/(生产线|生产|产业园)?项目$/, '') : product.zh)
  const named = spec.name
    ? { name: spec.name, names: spec.names ?? {} }
    : namesOf(kit, product, spec.country, company)
  return {
    ...named,
    company,
    what,
    told: spec.told ?? [],
    after: spec.after,
    country: spec.country,
    province: spec.country === 'CN' ? company.province : null,
    industry: spec.industry ?? product.industry,
    desk: spec.desk,
    officer,
    members: membersOf(kit, spec, officer, on),
    form,
    content: spec.content ?? contentOf(random, what, spec.industry ?? product.industry),
    highTech: random.pick([true, false, false, null]),
    partner: spec.partner ?? null,
    target: spec.target ?? null,
    source: event ? 'event' : random.pick(sources),
    event,
    foreign,
    ownsAll: Boolean(foreign) && foreign === spec.amount,
    fromLead: Boolean(spec.event) || random.chance(0.36),
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

/** After the product; the second one of a product carries its investor's name as well. */
function namesOf(kit: Kit, { zh, en, ja, ko, industry }: Product, country: string, company: CompanySpec) {
  const used = taken.get(kit) ?? new Set<string>()
  taken.set(kit, used)
  const kind = industry === 'logistics' ? '' : kit.random.pick(['', '', '生产', '生产线', '制造'])
  const capital = kit.random.chance(0.4) ? (capitals[country] ?? '') : ''
  const again = used.has(zh) ? `${company.short}${/[a-z]$/i.test(company.short) ? ' ' : ''}` : ''
  used.add(zh)
  const investor = again ? ` (${company.names.en ?? company.name})` : ''
  const names: Names = { en: en.charAt(0).toUpperCase() + en.slice(1) + investor }
  if (country === 'JP' && ja) names.ja = `${again}${ja}プロジェクト`
  if (country === 'KR' && ko)
    names.ko = `${again && `${company.name.replace('주식회사', '').trim()} `}${ko} 사업`
  return { name: `${again || capital}${zh}${kind}项目`, names }
}

/** As a bureau says whose money it is. */
const capitals: Record<string, string> = {
  JP: '日资',
  KR: '韩资',
  HK: '港资',
  TW: '台资',
  US: '美资',
  DE: '德资',
  SG: '新资',
}

/** Now and then a colleague works along, seldom one of another desk. */
function membersOf({ random, officerOf }: Kit, { desk }: DealSpec, officer: string, on: IsoDate): string[] {
  if (!random.chance(0.22)) return []
  const other = random.chance(0.3)
  const from = other ? random.pick(['domestic', 'japan_korea', 'europe_us', 'general'] as const) : desk
  const colleague = officerOf(from, on)
  return colleague === officer || !staff.some(({ name }) => name === colleague) ? [] : [colleague]
}
