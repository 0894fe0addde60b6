import { getTranslations } from 'next-intl/server'
import type { SearchGroup, SearchHit } from '@/db/read/search'
import { bestMarked, marked, type Piece } from '@/domain/search/mark'
import { hasNumber, type SearchNoun, type SearchQuery } from '@/domain/search/query'
import { nameIn } from '@/domain/user/user'
import { naming } from '../naming'
import { places } from './search-place'

/** A hit as it is shown; an issue or a task has no number: `matched` is the other text that was found, where it is not the title; `facts` tell it apart. */
export type ShownHit = {
  href: string
  number: Piece[]
  title: Piece[]
  lang?: string
  matched: Piece[] | null
  facts: string[]
}

/** How the hits of a group are shown, in the reader's language. */
export async function searchShown({ terms, detail }: SearchQuery) {
  const [names, lead, deal, issue, task] = await Promise.all([
    naming(),
    getTranslations('lead'),
    getTranslations('deal'),
    getTranslations('issue'),
    getTranslations('task'),
  ])
  // a phone number as one, where it is one
  const asked = [...(detail ? [[detail]] : []), terms]
  const plain = (text: string): Piece[] => [{ text, mark: false }]

  function factsOf(noun: SearchNoun, hit: SearchHit): string[] {
    const stages = {
      lead: () => lead(`stage.${hit.stage as 'new'}`),
      deal: () => deal(`stage.${hit.stage as 'approved'}`),
    }
    const stage = noun === 'lead' || noun === 'deal' ? stages[noun]() : ''
    const [starts = '', ends = ''] = noun === 'event' ? (hit.note ?? '').split('/') : []
    const facts = {
      company: () => [hit.note && names.country(hit.note)],
      contact: () => [hit.note, hit.also[0]],
      lead: () => [names.desk(hit.deskId ?? 0).name, stage, names.person(hit.officerId)],
      deal: () => [hit.also[0], names.desk(hit.deskId ?? 0).name, stage, names.person(hit.officerId)],
      event: () => [
        starts === ends ? names.fullDay(starts) : `${names.fullDay(starts)} – ${names.fullDay(ends)}`,
        hit.also[0],
      ],
      issue: () => [
        hit.also[1],
        hit.stage === 'closed' && issue('state.closed'),
        hit.note && names.day(hit.note),
        names.person(hit.officerId),
      ],
      task: () => [
        hit.stage === 'done' && task('state.done'),
        hit.note && names.day(hit.note),
        names.person(hit.officerId),
      ],
    }
    return facts[noun]().filter(fact => typeof fact === 'string' && fact !== '') as string[]
  }

  return function shown({ noun, hits }: Pick<SearchGroup, 'noun' | 'hits'>): ShownHit[] {
    return hits.map(hit => {
      const inLanguage = noun === 'deal' || noun === 'event'
      const title = inLanguage ? nameIn(names.locale, hit.name, hit.names) : hit.name
      const facts = factsOf(noun, hit)
      const texts = [
        title,
        ...(hasNumber(noun) ? [hit.number] : []),
        hit.name,
        ...Object.values(hit.names),
        ...hit.also,
      ]
      const best = asked.map(words => bestMarked(texts, words)).find(Boolean)
      const seen = best && (best.text === title || best.text === hit.number)
      return {
        href: `${places[noun]}/${hit.number}`,
        number: !hasNumber(noun) ? [] : (best?.text === hit.number && best.pieces) || plain(hit.number),
        title: (best?.text === title && best.pieces) || (marked(title, terms) ?? plain(title)),
        lang: inLanguage ? undefined : (hit.nameLocale ?? undefined),
        matched: best && !seen ? best.pieces : null,
        facts: best && !seen ? facts.filter(fact => fact !== best.text) : facts,
      }
    })
  }
}
