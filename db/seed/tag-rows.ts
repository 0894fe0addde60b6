import type { tags } from '@/db/schema/tag'
import type { views } from '@/db/schema/view'
import { tagKey } from '@/domain/tag/tag'
import type { People } from './people'
import type { CompanyRow, DealRow, LeadRow } from './world'

type Id = { id: number }
type Deals = readonly (Id & Pick<DealRow, 'totalCny' | 'highTech' | 'status' | 'stage'>)[]
type Leads = readonly (Id & Pick<LeadRow, 'intendedCny' | 'landAsked' | 'stage'>)[]
type Companies = readonly (Id & Pick<CompanyRow, 'segment'>)[]

const words = ['重点跟进', '高新技术', '需要土地', '拟上会研究', '行业龙头', '待补资料'] as const
const colours = [4, 7, 2, 1, 3, 5] as const
const idOf = (word: (typeof words)[number]) => words.indexOf(word) + 1
const YI = 10_000_000_000n

/** The bureau's words, and the records that bear them: by what is known of each, so that a tag means something. */
export function tagRows(now: Date, people: People, of: { deals: Deals; leads: Leads; companies: Companies }) {
  const made = { version: 1, createdAt: now, createdBy: people.director, updatedAt: now }
  const rows: (typeof tags.$inferSelect)[] = words.map((name, at) => ({
    ...made,
    id: at + 1,
    name,
    key: tagKey(name),
    colour: colours[at] ?? 0,
  }))
  const borne = <R extends Id>(
    records: readonly R[],
    word: (typeof words)[number],
    when: (row: R) => boolean,
  ) => records.filter(when).map(({ id }) => ({ id, tagId: idOf(word) }))
  const dealTags = [
    ...borne(of.deals, '重点跟进', ({ totalCny, status }) => status === 'active' && (totalCny ?? 0n) >= YI),
    ...borne(of.deals, '高新技术', ({ highTech }) => highTech === true),
    ...borne(
      of.deals,
      '拟上会研究',
      ({ id, stage, status }) => status === 'active' && stage === 'entry_procedures' && id % 4 === 0,
    ),
  ]
  const leadTags = [
    ...borne(of.leads, '需要土地', ({ landAsked }) => landAsked),
    ...borne(of.leads, '重点跟进', ({ intendedCny }) => (intendedCny ?? 0n) >= YI / 2n),
    ...borne(of.leads, '待补资料', ({ id, stage }) => stage === 'new' && id % 3 === 0),
  ]
  return {
    tags: rows,
    dealTags: dealTags.map(({ id, tagId }) => ({ dealId: id, tagId })),
    leadTags: leadTags.map(({ id, tagId }) => ({ leadId: id, tagId })),
    companyTags: borne(of.companies, '行业龙头', ({ segment }) => segment === 'large').map(
      ({ id, tagId }) => ({
        companyId: id,
        tagId,
      }),
    ),
  }
}

/** A few kept views: the bureau's, a desk's, an officer's own. */
export function viewRows(now: Date, people: People): (typeof views.$inferSelect)[] {
  const officer = people.id('林晓')
  const at = { version: 1, createdAt: now, updatedAt: now }
  const own = { ...at, scope: 'mine' as const, deskId: null, userId: officer }
  const bureau = { ...at, scope: 'bureau' as const, deskId: null, userId: people.director }
  const desk = {
    ...at,
    scope: 'desk' as const,
    deskId: people.desk('domestic'),
    userId: people.id(people.headOf('domestic')),
  }
  return [
    { ...bureau, id: 1, list: 'deals', name: '重点跟进', search: `?tag=${idOf('重点跟进')}&sort=-total` },
    { ...bureau, id: 2, list: 'companies', name: '行业龙头', search: `?tag=${idOf('行业龙头')}` },
    {
      ...desk,
      id: 3,
      list: 'deals',
      name: '本部入区手续',
      search: '?desk=domestic&stage=entry_procedures&sort=stage_since',
    },
    { ...desk, id: 4, list: 'leads', name: '本部待指派', search: '?desk=domestic&officer=none' },
    { ...own, id: 5, list: 'leads', name: '我的线索', search: `?officer=${officer}&sort=next_step` },
  ]
}
