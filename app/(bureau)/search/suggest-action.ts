'use server'
import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { ask } from '@/access/ask'
import type { SuggestGroup } from '@/components/suggest'
import { recentRecords, searchRecords } from '@/db/read/search'
import { searchText } from '@/domain/name/search-text'
import type { Actor } from '@/domain/policy/actor'
import { marked } from '@/domain/search/mark'
import { type SearchQuery, searchQuery } from '@/domain/search/query'
import { frameNouns } from '../frame-nouns'
import { recordAt } from './search-place'
import { type ShownHit, searchShown } from './search-shown'

const input = z.object({
  text: z.string().max(2000),
  places: z.boolean(),
  recent: z.array(z.string().max(100)).max(20),
})
const FEW = 5
const FEW_RECENT = 8

/**
 * What one may mean while one types: the best of each kind, with `places` also pages and actions; last all results.
 * Before one types: what of `recent`, addresses of records, is still there.
 */
export const suggestAction = ask('search.read', input, async (permit, asked): Promise<SuggestGroup[]> => {
  const query = searchQuery(asked.text)
  const recent = asked.recent.map(recordAt).filter(record => record !== null)
  const [t, shown, found, opened, places] = await Promise.all([
    getTranslations('search'),
    searchShown(query),
    searchRecords(permit, query, { count: FEW, show: { limit: FEW } }),
    recentRecords(permit, recent),
    asked.places ? placesOf(permit.actor, query) : [],
  ])
  const records = found.map(group => ({
    label: t(`noun.${group.noun}`),
    items: shown(group).map(itemOf),
  }))
  const before = {
    label: t('suggest.recent'),
    items: opened.slice(0, FEW_RECENT).flatMap(({ noun, hit }) => shown({ noun, hits: [hit] }).map(itemOf)),
  }
  const all = `/search?${new URLSearchParams({ q: query.text })}`
  const words = t(found.length ? 'suggest.all' : 'suggest.none', { query: query.text })
  const last = { label: t('title'), items: [{ href: all, pieces: [{ text: words, mark: false }] }] }
  return [
    ...(before.items.length ? [before] : []),
    ...places,
    ...records,
    ...(query.terms.length ? [last] : []),
  ]
})

const itemOf = ({ href, title, lang, matched, number, facts }: ShownHit): SuggestGroup['items'][number] => ({
  href,
  pieces: title,
  lang,
  note: [
    matched ? matched.map(piece => piece.text).join('') : '',
    number.map(piece => piece.text).join(''),
    ...facts,
  ]
    .filter(Boolean)
    .join(' · '),
})

/** Pages and actions of this person's frame whose name has the words, by sound too; all of them without a word. */
async function placesOf({ role }: Pick<Actor, 'role'>, { terms }: SearchQuery): Promise<SuggestGroup[]> {
  const [t, frame, locale] = await Promise.all([
    getTranslations('search.suggest'),
    getTranslations('frame'),
    getLocale(),
  ])
  const { work, admin, quick } = frameNouns(role)
  const pages = [...work, ...admin]
    .flatMap(noun => [noun, noun.beside ?? []].flat())
    .map(({ href, word }) => ({ href, label: frame(`nav.${word}`) }))
  const settings = { href: '/settings', label: frame('nav.settings') }
  const acts = quick.map(({ href, word }) => ({ href, label: frame(word) }))
  const group = (label: string, items: { href: string; label: string }[]): SuggestGroup => ({
    label,
    items: items
      .filter(item =>
        terms.every(term => [term, term.toUpperCase()].some(form => searchText(item.label).includes(form))),
      )
      .map(item => ({
        href: item.href,
        lang: locale,
        pieces: marked(item.label, terms) ?? [{ text: item.label, mark: false }],
      })),
  })
  return [group(t('acts'), acts), group(t('pages'), [...pages, settings])].filter(
    ({ items }) => items.length > 0,
  )
}
