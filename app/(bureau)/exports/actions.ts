'use server'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { type ActionOutcome, action, answered } from '@/access/action'
import { exportSources } from '@/app/(bureau)/export-sources'
import { flash } from '@/components/flash'
import { startExport } from '@/db/write/export'
import {
  createSchedule,
  deleteSchedule,
  editSchedule,
  type ScheduleNext,
  switchSchedule,
} from '@/db/write/export-schedule'
import { cancelJob, retryJob } from '@/db/write/job'
import { type ExportList, exportLists } from '@/domain/export/export'
import {
  createScheduleInput,
  deleteScheduleInput,
  editScheduleInput,
  startExportInput,
  switchScheduleInput,
} from '@/domain/export/input'
import { SCHEDULE_HOUR } from '@/domain/export/schedule'
import { jobInput } from '@/domain/job/input'
import { naming } from '../naming'
import { told } from '../outcome-answer'
import { saidAt } from '../said'

const starts = {
  deals: action('deal.export', startExportInput, startExport),
  leads: action('lead.export', startExportInput, startExport),
  companies: action('company.export', startExportInput, startExport),
  contacts: action('contact.export', startExportInput, startExport),
  events: action('event.export', startExportInput, startExport),
  clocks: action('clock.export', startExportInput, startExport),
} satisfies Record<ExportList, (input: unknown) => Promise<ActionOutcome>>
const create = action('export.schedule', createScheduleInput, createSchedule)
const edit = action('export.schedule', editScheduleInput, editSchedule)
const turn = action('export.schedule', switchScheduleInput, switchSchedule)
const cancel = action('job.cancel', jobInput, cancelJob)
const retry = action('job.retry', jobInput, retryJob)

/** Each goes to the page of exports, where what was asked for stands on top. */
export async function startExportAction(form: FormData): Promise<void> {
  const { list, input } = await asked(form)
  const [t, nav] = await Promise.all([getTranslations('export'), getTranslations('frame.nav')])
  await saidAt(await starts[list]({ ...input, name: nav(list) }), '/exports', t('said.started'))
}
export async function createScheduleAction(_: unknown, form: FormData): Promise<ActionOutcome> {
  return kept(await create((await asked(form)).input), form, 'scheduled')
}
export async function editScheduleAction(_: unknown, form: FormData): Promise<ActionOutcome> {
  return kept(await told(await edit((await asked(form)).input)), form, 'edited')
}
export async function switchScheduleAction(form: FormData): Promise<void> {
  const outcome = await turn(null, form)
  await saidAt(outcome, '/exports', await said(form.get('active') === '1' ? 'on' : 'off', outcome))
}
export const deleteScheduleAction = action('export.schedule', deleteScheduleInput, deleteSchedule)
export const restoreScheduleAction = async (id: number) => deleteScheduleAction({ id, restore: '1' })
export async function cancelExportAction(form: FormData): Promise<void> {
  const t = await getTranslations('job.said')
  await saidAt(await cancel(null, form), '/exports', t('cancelled'))
}
export async function retryExportAction(form: FormData): Promise<void> {
  const t = await getTranslations('job.said')
  await saidAt(await retry(null, form), '/exports', t('retried'))
}

/** Done: the page of exports says so. Anything else stays with the form. */
async function kept(
  outcome: ActionOutcome<ScheduleNext>,
  form: FormData,
  what: 'scheduled' | 'edited',
): Promise<ActionOutcome> {
  if (outcome.kind !== 'done') return answered(outcome, form)
  await flash({ text: await said(what, outcome) })
  redirect('/exports#schedules')
}

/** What was done with a schedule, and when it makes its next file. */
async function said(what: 'scheduled' | 'edited' | 'on' | 'off', outcome: ActionOutcome<ScheduleNext>) {
  const [t, names] = await Promise.all([getTranslations('export.said'), naming()])
  const nextOn = outcome.kind === 'done' ? outcome.value.nextOn : null
  return nextOn ? t('next', { said: t(what), date: names.day(nextOn), hour: SCHEDULE_HOUR }) : t(what)
}

/** What the form asks for, with the filter in words as the server says it. */
async function asked(form: FormData) {
  const fields = Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'))
  const list = exportLists.find(one => one === fields.list)
  if (!list) redirect('/exports')
  const { search, words } = await exportSources[list].asked(String(fields.search ?? ''))
  return { list, input: { ...fields, search, words } }
}
