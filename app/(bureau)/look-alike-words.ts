import { getTranslations } from 'next-intl/server'
import { blocks, type LookAlike, type LookAlikeNoun } from '@/domain/duplicate/look-alike'
import type { Outcome } from '@/domain/outcome'
import type { LookAlikeWords, ShownMatch } from './look-alike-panel'
import { naming } from './naming'

/** What is typed: a lead that converts types a company. */
export type TypedAs = LookAlikeNoun | 'convert'

const base = { company: '/companies', contact: '/contacts', lead: '/leads', deal: '/deals' } as const
/* Where the form can go on with what is on file, and how that is said. */
const usable: Record<TypedAs, readonly string[]> = {
  company: [],
  convert: ['company'],
  contact: ['contact'],
  lead: ['company', 'contact', 'lead'],
  deal: ['company'],
}

export async function lookAlikeWords(): Promise<LookAlikeWords> {
  const t = await getTranslations('duplicate.panel')
  return {
    blocks: t('blocks'),
    warns: t('warns'),
    ask: t('ask'),
    different: t('different'),
    differentHint: t('differentHint'),
    go: t('go'),
  }
}

/** Matches as the form shows them: what it is, by what it looks the same, whose it is, since when. */
export async function shownMatches(matches: readonly LookAlike[], as: TypedAs): Promise<ShownMatch[]> {
  const [t, names] = await Promise.all([getTranslations('duplicate'), naming()])
  return matches.map(({ key, noun, how, name, number, deskId, officerId, since }) => ({
    key,
    blocks: blocks(how),
    name,
    says: [
      number ?? t(`noun.${noun}`),
      t(`how.${how}`),
      deskId === null ? '' : names.desk(deskId).name,
      deskId === null ? '' : names.person(officerId) || t('panel.nobody'),
      t('panel.since', { day: names.day(names.dateOf(new Date(since))) }),
    ]
      .filter(Boolean)
      .join(' · '),
    href: number ? `${base[noun]}/${number}` : null,
    same:
      number && noun !== 'deal' && usable[as].includes(noun)
        ? t(`same.${as === 'contact' ? 'person' : noun}`)
        : null,
  }))
}

/** A refused entry with its matches in words. */
export async function withMatches<T, C>(outcome: Outcome<T, C>, as: TypedAs): Promise<Outcome<T, C>> {
  if (outcome.kind !== 'invalid' || !outcome.matches) return outcome
  return { ...outcome, matches: (await shownMatches(outcome.matches, as)) as never }
}
