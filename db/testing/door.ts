import type { Sql } from 'postgres'
import { getDeal } from '@/db/read/deal-record'
import { getLead } from '@/db/read/lead'
import { createLead } from '@/db/write/lead-create'
import { createLeadInput } from '@/domain/lead/input'
import { parseInput } from '@/domain/outcome'
import type { Actor } from '@/domain/policy/actor'
import { Permit } from '@/domain/policy/grant'
import type { Permission } from '@/domain/policy/table'
import { newDeal } from './deal'
import { type Office, permit, sayDifferent } from './office'

/** Everybody in relation to one record of the domestic desk, entered by its case officer today. */
export const people = [
  'admin',
  'director',
  'viewer',
  'headOfDesk',
  'headElsewhere',
  'caseOfficer',
  'member',
  'colleague',
  'outsider',
] as const
export type Who = (typeof people)[number]
export type Cast = Record<Who, Actor>

/** A function of db/read or db/write, as a test can try it: who may (domain.md §5), and the call. */
export type Door = {
  permission: Permission
  may: readonly Who[]
  /** Prepares what the call needs, as the owner of the tables or as somebody who may; its result goes to the call. */
  given?: (scene: Scene) => Promise<never> | Promise<unknown>
  call: (permit: never, given: never, scene: Scene) => unknown
}
export type Scene = { office: Office; cast: Cast; owner: Sql; today: string }

/** One deal and one lead of the domestic desk, with an activity each, that are the only ones there. */
export type Seen = {
  deal: { id: number; number: string }
  lead: { id: number; number: string }
  company: number
  /** On the deal, of its case officer, due today. */
  task: number
  /** On the deal. */
  file: number
  /** On the deal, of its case officer. */
  issue: number
  today: string
}

/** The cast: the office's people, and an officer of another desk who is a member of the records. */
export async function castOf(office: Office): Promise<Cast> {
  const { actors, desks, owner } = office
  const [row] =
    await owner`insert into users (login, name, role, password_hash) values ('member', 'member', 'officer', 'x') returning id`
  const member: Actor = {
    ...actors.outsider,
    id: Number(row?.id),
    login: 'member',
    name: 'member',
    deskIds: [desks.general],
  }
  await owner`insert into desk_members (user_id, desk_id) values (${member.id}, ${desks.general})`
  const {
    admin,
    director,
    viewer,
    headDomestic: headOfDesk,
    headAsia: headElsewhere,
    officer: caseOfficer,
    colleague,
    outsider,
  } = actors
  return { admin, director, viewer, headOfDesk, headElsewhere, caseOfficer, member, colleague, outsider }
}

/** A deal of the domestic desk with its case officer (who entered it) and the member. */
export async function aDeal({ office, cast, owner }: Scene, changes: Record<string, unknown> = {}) {
  const { id, number } = await newDeal(office, { effectiveOn: '2026-01-05', ...changes })
  await owner`update deals set team_ids = team_ids || ${cast.member.id}::bigint where id = ${id}`
  return { id, number, version: (await getDeal(permit(cast.director, 'deal.read'), number))?.version ?? 0 }
}

let entered = 10_000_000
/** What no other record of the test has: eight digits for a name or a phone. */
export const unlike = () => String((entered += 7919))

/** A lead of the domestic desk in the same shape. */
export async function aLead({ office, cast, owner, today }: Scene) {
  const form = {
    name: '来访客商',
    contactName: '王女士',
    reachAt: '13800138000',
    country: 'CN',
    need: '找厂房',
    nextStep: '回电',
    nextStepOn: today,
    deskId: office.desks.domestic,
    industryId: office.industryId,
  }
  const created = await sayDifferent<unknown>(said => {
    const parsed = parseInput(createLeadInput, { ...form, ...said })
    if (parsed.kind !== 'done') throw new Error(JSON.stringify(parsed))
    return createLead(permit(cast.caseOfficer, 'lead.create'), parsed.value)
  })
  if (created.kind !== 'done') throw new Error(JSON.stringify(created))
  const { number } = created.value as { number: string }
  await owner`update leads set case_officer_id = ${cast.caseOfficer.id},
    team_ids = array[${cast.caseOfficer.id}, ${cast.member.id}]::bigint[] where number = ${number}`
  const lead = await getLead(permit(cast.director, 'lead.read'), number)
  if (!lead) throw new Error('no lead')
  return { id: lead.id, number, version: lead.version, contactId: lead.contact?.id ?? 0 }
}

/** The permit that access/ would grant, or null. */
export const grant = (actor: Actor, permission: Permission) => Permit.grant(permission, actor)

const watched = [
  'companies',
  'contacts',
  'contact_details',
  'events',
  'leads',
  'lead_facts',
  'lead_appraisals',
  'clock_results',
  'work_days',
  'deals',
  'deal_facts',
  'stage_proposals',
  'capital_structures',
  'capital_parts',
  'planned_arrivals',
  'arrivals',
  'procedure_templates',
  'procedures',
  'issues',
  'activities',
  'tags',
  'lead_tags',
  'deal_tags',
  'company_tags',
  'views',
  'hand_overs',
  'covers',
  'activity_links',
  'attachments',
  'contents',
  'tasks',
  'reviews',
  'review_items',
  'review_figures',
  'calendar_feeds',
  'log_entries',
  'merges',
  'merge_values',
  'merge_links',
  'users',
  'desk_members',
  'desks',
  'desk_routes',
  'industries',
  'country_names',
  'rates',
  'zones',
  'duplicate_rulings',
  'notifications',
  'notification_choices',
  'imports',
  'import_files',
  'import_rows',
  'import_records',
  'import_mappings',
]

/** One value for everything that is stored; equal before and after what must have no effect. */
export async function fingerprint(owner: Sql): Promise<string> {
  const parts = watched.map(
    table =>
      // in whatever order they come: to sort them takes longer than all the rest
      `select '${table}' as name, count(*) as n, sum(hashtextextended(t::text, 0)::numeric) as h from ${table} t`,
  )
  const [row] = await owner.unsafe(
    `select string_agg(n || ' ' || coalesce(h, 0), ',' order by name) as all from (${parts.join(' union all ')}) x`,
  )
  return String(row?.all)
}
