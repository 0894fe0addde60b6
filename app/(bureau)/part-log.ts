import { getTranslations } from 'next-intl/server'
import { naming } from './naming'

/* What is added to a case and has verbs of its own; its lines stand in the log of the lead or deal. */
const logged = {
  procedure: ['create', 'edit', 'complete', 'waive', 'reopen', 'delete'],
  issue: ['create', 'edit', 'close', 'reopen', 'delete'],
} as const

/** Lines of the log about procedures and issues, in the reader's words; null for any other line. */
export async function partLog() {
  const [procedure, issue, { comma }] = await Promise.all([
    getTranslations('procedure.log'),
    getTranslations('issue.log'),
    naming(),
  ])
  return {
    said(verb: string, details: Record<string, unknown>): string | null {
      const [noun, stem] = verb.split('.')
      const names = Array.isArray(details.procedures) ? details.procedures.join(comma) : ''
      const name = String(details.procedure ?? details.issue ?? names)
      const restored = details.restored === true
      if (noun === 'procedure') {
        const of = logged.procedure.find(one => one === stem)
        const document = details.documentNumber
        const told = of && procedure(restored ? 'restore' : of, { name })
        return told && document
          ? `${told} · ${procedure('document', { number: String(document) })}`
          : (told ?? null)
      }
      if (noun !== 'issue') return null
      const of = logged.issue.find(one => one === stem)
      return of ? issue(restored ? 'restore' : of, { name }) : null
    },
  }
}
