import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { nounOfNumber } from '@/domain/merge/merge'
import { choicesIn, momentIn } from '../href'
import { MergeBeside } from '../merge-beside'
import { MergePick } from '../merge-pick'

type Props = {
  params: Promise<{ number: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const numberIn = (text: string) => decodeURIComponent(text).trim().toUpperCase()

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const number = numberIn((await params).number)
  return { title: (await getTranslations('merge'))('pick.title', { number }) }
}

/** `/merge/C-2026-0001` finds the other one; `?with=C-2026-0002` shows both. */
export default async function MergePage({ params, searchParams }: Props) {
  const [kept, asked] = [numberIn((await params).number), await searchParams]
  const noun = nounOfNumber(kept) ?? notFound()
  const permit = await page(`${noun}.merge`)
  const one = (name: string) => (typeof asked[name] === 'string' ? (asked[name] as string).trim() : '')
  const other = one('with').toUpperCase()
  // a number that was typed is the other one itself
  const typed = nounOfNumber(one('q').toUpperCase()) === noun ? one('q').toUpperCase() : ''
  const chosen = choicesIn(asked)
  if (other || typed)
    return (
      <MergeBeside
        permit={permit}
        asked={{
          kept,
          other: other || typed,
          chosen,
          changed: one('changed') || null,
          since: momentIn(one('since')),
        }}
      />
    )
  return <MergePick permit={permit} number={kept} text={one('q').slice(0, 100)} />
}
