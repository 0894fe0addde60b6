import type { Tx } from '@/db/as'
import { nameable } from '@/db/nameable'
import type { ActivityKind } from '@/domain/activity/activity'
import type { LogActivityInput } from '@/domain/activity/input'
import { readMentions } from '@/domain/activity/mention'
import { readQuick } from '@/domain/activity/quick'
import type { IsoDate } from '@/domain/calendar/date'
import { invalidField, type Outcome } from '@/domain/outcome'
import type { TaskNoun } from '@/domain/task/task'
import { recordOf } from './task-lock'

/** A step and its day; both null: it was said that there is none. */
export type NextStep = { nextStep: string | null; nextStepOn: IsoDate | null }
/** What an entry says. `next` null: the step that stands stays. `mentioned`: colleagues; `contacts` and `touched`: what is linked. */
export type Said = {
  kind: ActivityKind
  text: string
  next: NextStep | null
  mentioned: number[]
  names: string[]
  contacts: number[]
  touched: { noun: TaskNoun; id: number }[]
}

/** Reads an entry: from its fields alone, or (`quick`) from its text first. What cannot be settled is asked at its field. */
export async function saidIn(
  tx: Tx,
  input: Omit<LogActivityInput, 'submission'>,
  today: IsoDate,
): Promise<Said | Outcome<never>> {
  if (!input.quick) {
    const next = nextOf(input, null)
    if (next && 'kind' in next) return next
    return { kind: input.kind, text: input.text, next, mentioned: [], names: [], contacts: [], touched: [] }
  }
  const quick = readQuick(input.text, today)
  if (!quick.text) return invalidField('text', 'text.required')
  const { named, unknown, unclear } = readMentions(input.text, await nameable(tx, input.record))
  const nobody = unknown[0] ?? unclear[0]
  if (nobody) return invalidField('text', 'activity.unknown_person', { name: nobody })
  const next = nextOf(input, quick.next)
  if (next && 'kind' in next) return next
  const links = await touchedIn(tx, quick.text)
  if ('kind' in links) return links
  const of = (kind: 'person' | 'contact') => [
    ...new Set(named.filter(({ who }) => who.kind === kind).map(({ who }) => who.id)),
  ]
  return {
    kind: quick.kind ?? input.kind,
    ...links,
    next,
    mentioned: of('person'),
    names: [...new Set(named.map(({ who }) => who.name))],
    contacts: of('contact'),
  }
}

type Answer = NextStep | null | Outcome<never>

/** Asked each time: what the text says counts first, then the step that was typed, then what was chosen. */
function nextOf(
  input: Omit<LogActivityInput, 'submission'>,
  said: ReturnType<typeof readQuick>['next'],
): Answer {
  const { next, nextStep, nextStepOn } = input
  if (said === 'none') return { nextStep: null, nextStepOn: null }
  if (said?.noSuchDay) return invalidField('text', 'activity.no_such_day', { day: said.noSuchDay })
  const step = said?.step ?? nextStep
  if (said || (step && next !== 'none')) {
    const on = said?.on ?? nextStepOn
    return on
      ? { nextStep: step, nextStepOn: on }
      : invalidField('nextStepOn', 'activity.next_step_without_date')
  }
  if (next === 'new') return invalidField('nextStep', 'activity.next_step_asked')
  return next === 'none' ? { nextStep: null, nextStepOn: null } : null
}

const NUMBER = /#?(?<![\w-])[LDCKE]-\d{4}-\d{4,7}(?![\w-])/g
const MOST = 20

/** The records whose numbers stand in the text, as far as the writer sees them; in the text their names take the place. */
async function touchedIn(
  tx: Tx,
  text: string,
): Promise<{ text: string; touched: Said['touched'] } | Outcome<never>> {
  const touched: Said['touched'] = []
  let told = text
  for (const number of [...new Set(text.match(NUMBER) ?? [])].slice(0, MOST)) {
    const found = await recordOf(tx, number.replace('#', ''))
    if (!found) return invalidField('text', 'activity.unknown_record', { number })
    touched.push({ noun: found.noun, id: found.id })
    told = told.replaceAll(number, found.name)
  }
  return { text: told, touched }
}
