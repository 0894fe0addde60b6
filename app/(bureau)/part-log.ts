import { getTranslations } from 'next-intl/server'
import { naming } from './naming'
import { logWords } from './timeline-value'

/* What is added to a case and has verbs of its own; its lines stand in the log of the lead or deal. */
const logged = {
  procedure: ['create', 'edit', 'complete', 'waive', 'reopen', 'delete'],
  issue: ['create', 'edit', 'close', 'reopen', 'delete'],
  task: ['create', 'edit', 'complete', 'reopen', 'delete'],
} as const

const people = new Set(['officerId', 'ownerId', 'assigneeId'])
const saidAtOnce = ['assigneeId', 'dueOn', 'nextOn'] as const

/** `from` is null for what was said at once: whose a new task is, and until when. */
type PartChange = { field: string; label: string; from: string | null; to: string }
/** A translator for keys that are put together at run time. */
type Loose = { (key: string, values?: Record<string, number>): string; has: (key: string) => boolean }

/** Lines of the log about procedures, issues and tasks, in the reader's words: what was done (null for any other line), and what changed. */
export async function partLog() {
  const [procedure, issue, task, { comma, person }, log, ...nouns] = await Promise.all([
    getTranslations('procedure.log'),
    getTranslations('issue.log'),
    getTranslations('task.log'),
    naming(),
    logWords(),
    getTranslations('procedure') as unknown as Promise<Loose>,
    getTranslations('issue') as unknown as Promise<Loose>,
    getTranslations('task') as unknown as Promise<Loose>,
  ])
  const words: Record<string, Loose> = { procedure: nouns[0], issue: nouns[1], task: nouns[2] }

  function value(t: Loose, field: string, raw: unknown): string {
    if (raw && people.has(field)) return person(Number(raw)) || String(raw)
    if (field === 'kind' && t.has(`kind.${raw}`)) return t(`kind.${raw}`)
    if (field === 'repeat') return t(`repeat.${raw ?? 'none'}`)
    if (field === 'remindDays') return raw === null ? t('remind.none') : t('remind.on', { days: Number(raw) })
    return log.value('deal', field, raw)
  }
  return {
    changes(verb: string, { changes, ...said }: Record<string, unknown>): PartChange[] {
      const t = words[verb.split('.')[0] ?? '']
      if (!t) return []
      // earlier lines name the steps before one by ids that say nothing to a reader
      const told = Object.entries((changes ?? {}) as Record<string, [unknown, unknown]>).filter(([field]) =>
        t.has(`field.${field}`),
      )
      return [
        ...told.map(([field, [from, to]]) => ({
          field,
          label: t(`field.${field}`),
          from: value(t, field, from),
          to: value(t, field, to),
        })),
        ...saidAtOnce
          .filter(field => verb.startsWith('task.') && said[field])
          .map(field => ({
            field,
            label: t(`field.${field}`),
            from: null,
            to: value(t, field, said[field]),
          })),
      ]
    },
    said(verb: string, details: Record<string, unknown>): string | null {
      const [noun, stem] = verb.split('.')
      const names = Array.isArray(details.procedures) ? details.procedures.join(comma) : ''
      const name = String(details.procedure ?? details.issue ?? details.task ?? names)
      const restored = details.restored === true
      if (noun === 'procedure') {
        const of = logged.procedure.find(one => one === stem)
        const document = details.documentNumber
        const told = of && procedure(restored ? 'restore' : of, { name })
        return told && document
          ? `${told} · ${procedure('document', { number: String(document) })}`
          : (told ?? null)
      }
      if (noun === 'task') {
        const of = logged.task.find(one => one === stem)
        return of ? task(restored ? 'restore' : of, { name }) : null
      }
      if (noun !== 'issue') return null
      const of = logged.issue.find(one => one === stem)
      return of ? issue(restored ? 'restore' : of, { name }) : null
    },
  }
}
