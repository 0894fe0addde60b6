import { getTranslations } from 'next-intl/server'
import { isIsoDate } from '@/domain/calendar/date'
import { isCurrency } from '@/domain/money/currency'
import { words } from '@/domain/money/words'
import { teamChange } from '@/domain/record/team'
import { naming } from './naming'

/** A translator for keys that are put together at run time. */
type Loose = { (key: string): string; has: (key: string) => boolean }
export type CaseNoun = 'lead' | 'deal'

/* Fields of the log whose values are words of the noun. */
const wordsOf: Record<string, string> = {
  stage: 'stage',
  status: 'status',
  source: 'source',
  form: 'form',
  verdict: 'verdict',
  askedVerdict: 'verdict',
  toldHow: 'toldHow',
  entryDocumentKind: 'entryDocumentKind',
}

/** How the log's fields and values are said: labels by `<noun>.field.<field>`, ids by their names. */
export async function logWords() {
  const [names, lead, deal, say, timeline] = await Promise.all([
    naming(),
    getTranslations('lead') as unknown as Promise<Loose>,
    getTranslations('deal') as unknown as Promise<Loose>,
    getTranslations('common.say'),
    getTranslations('activity.timeline'),
  ])
  const noun = { lead, deal }
  const word = (of: CaseNoun, key: string) =>
    noun[of].has(key) ? noun[of](key) : lead.has(key) ? lead(key) : null
  const person = (id: unknown) => names.person(Number(id)) || String(id)

  function object(value: object): string {
    const { minor, currency, notStated, money } = value as Record<string, unknown>
    if (isCurrency(currency) && minor !== undefined && minor !== null)
      return words({ minor: BigInt(String(minor)), currency }, names.locale)
    if (notStated === true) return say('notStated')
    if (money !== undefined) return money ? object(money) : say('notStated')
    return Object.values(value).filter(Boolean).join(names.comma) || say('notStated')
  }

  function value(of: CaseNoun, field: string, raw: unknown): string {
    if (raw === null || raw === undefined || raw === '') return say('notStated')
    if (Array.isArray(raw)) return raw.map(one => value(of, field, one)).join(names.comma) || say('none')
    if (typeof raw === 'boolean') return say(raw ? 'yes' : 'no')
    if (typeof raw === 'object') return object(raw)
    const text = String(raw)
    if (wordsOf[field]) return word(of, `${wordsOf[field]}.${text}`) ?? text
    switch (field) {
      case 'desk':
      case 'deskId':
        return names.desk(Number(raw)).name || text
      case 'officer':
      case 'officerId':
      case 'memberIds':
        return person(raw)
      case 'industry':
      case 'industryId':
        return names.industry(Number(raw)) || text
      case 'country':
        return names.country(text)
      case 'province':
        return names.province(text) || text
      default:
        return isIsoDate(text) ? names.day(text) : clipped(text)
    }
  }

  /** Who joined and who left. */
  function team(before: unknown, after: unknown): string {
    const { joined, left } = teamChange(before, after)
    const told = (ids: unknown[]) => ids.map(person).join(names.comma)
    return [
      joined.length > 0 ? timeline('joined', { names: told(joined) }) : '',
      left.length > 0 ? timeline('left', { names: told(left) }) : '',
    ]
      .filter(Boolean)
      .join(' · ')
  }
  return {
    value,
    team,
    label: (of: CaseNoun, field: string) => word(of, `field.${field}`) ?? field,
    stage: (of: CaseNoun, stage: unknown) => word(of, `stage.${String(stage)}`) ?? String(stage),
    verb: (of: CaseNoun, verb: string) =>
      word(of, `log.${verb.replace('.', '_')}`) ?? word(of, `log.${verb.split('.')[1]}`) ?? verb,
    reasonCode: (of: CaseNoun, code: unknown) =>
      word(of, `${of === 'lead' ? 'disqualifyReason' : 'endReason'}.${String(code)}`) ?? String(code),
  }
}

/** A long note is told by its beginning; the record has it whole. */
const clipped = (text: string) => ([...text].length > 160 ? `${[...text].slice(0, 160).join('')}…` : text)
