import { getLocale, getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import type { AuditLine } from '@/db/read/audit-log'
import { punctuation } from '@/domain/user/punctuation'
import type { Locale } from '@/domain/user/user'
import { detailTexts } from './detail-texts'

/* Fields whose values are words of their noun. */
const coded = new Set(['kind', 'repeat'])

type Line = Pick<AuditLine, 'verb' | 'noun'>

/** What somebody did, in words: "deal.move" is 招商项目, 推进阶段. What has no words stands as it is written. */
export async function auditWords() {
  const [t, locale, names] = await Promise.all([getTranslations(), getLocale() as Promise<Locale>, naming()])
  const named = (key: string, id: number) => {
    if (/^(desk|headOf|fromDesk|toDesk)/.test(key)) return names.desk(id).name
    if (key === 'industryId') return names.industry(id)
    if (key === 'remindDays') return t('task.remind.on', { days: id })
    return /officer|member|team|reader|absent|colleague|assignee|By$/i.test(key) ? names.person(id) : ''
  }
  const word = (keys: string[], fallback: string) => {
    const known = keys.find(key => /^[\w.]+$/.test(key) && t.has(key as 'error.title'))
    return known ? t(known as 'error.title') : fallback
  }
  // what hangs on a record (a task, a procedure) has words of its own, and its line stands in the log of the record
  const nounsOf = ({ verb, noun }: Line) => [...new Set([verb.split('.')[0] ?? '', noun])]
  const nounOf = ({ verb, noun }: Line) => (noun === 'export' ? (verb.split('.')[0] ?? '') : noun)
  return {
    noun: (line: Line) => word([`setting.noun.${nounOf(line)}`], nounOf(line)),
    verb: ({ verb }: Pick<Line, 'verb'>) =>
      word([`setting.verb.${verb.replace('.', '_')}`, `setting.verb.${verb.split('.')[1] ?? verb}`], verb),
    outcome: (outcome: string | null) => (outcome ? word([`setting.outcome.${outcome}`], outcome) : ''),
    /** A try inside a session has no address of its own. */
    address: (address: string | null) => (address === '0.0.0.0' ? t('setting.user.inside') : (address ?? '')),
    /** For whom it was done, by whoever stood in. */
    coverFor: ({ details }: Pick<AuditLine, 'details'>) =>
      typeof details.coverFor === 'number' ? t('cover.for', { name: names.person(details.coverFor) }) : '',
    details: (line: Line & Pick<AuditLine, 'details'>) =>
      detailTexts(line.details, {
        field: key =>
          word(
            [
              ...nounsOf(line).map(noun => `${noun}.field.${key}`),
              `setting.${line.noun}.${key}`,
              `setting.audit.field.${key}`,
            ],
            key,
          ),
        value: (value, key) =>
          word(
            [
              ...(coded.has(key) ? nounsOf(line).map(noun => `${noun}.${key}.${value}`) : []),
              `${line.noun}.stage.${value}`,
              `${line.noun}.status.${value}`,
              `frame.role.${value}`,
              `activity.kind.${value}`,
            ],
            value,
          ),
        named,
        yes: t('common.say.yes'),
        no: t('common.say.no'),
        ...punctuation(locale),
      }),
  }
}
