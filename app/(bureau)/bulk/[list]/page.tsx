import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { may, page } from '@/access/page'
import { Banner, Breadcrumb, Page, PageHead } from '@/components/page'
import { previewBulk } from '@/db/write/bulk'
import {
  type BulkVerb,
  bulkLists,
  bulkNoun,
  bulkPermission,
  MOST_AT_ONCE,
  MOST_BY_FILTER,
} from '@/domain/bulk/bulk'
import { bulkInput } from '@/domain/bulk/input'
import type { SearchParams } from '@/domain/filter/parameter'
import { parseInput } from '@/domain/outcome'
import { BulkAsk } from '../bulk-ask'
import { bulkAsked } from '../bulk-asked'
import { BulkPreview } from '../bulk-preview'
import { picked } from './picked'

type Props = { params: Promise<{ list: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bulk'))('title') }
}

/** What is to be done to many records: what decides about them, then what will change and what will not. */
export default async function BulkPage({ params, searchParams }: Props) {
  const [{ list: word }, query] = await Promise.all([params, searchParams])
  const list = bulkLists.find(one => one === word) ?? notFound()
  const verb = String(query instanceof URLSearchParams ? '' : query.verb) as BulkVerb
  const permission = bulkPermission(list, verb) ?? notFound()
  const permit = (await may(permission)) ?? notFound()
  const asked = bulkAsked(verb, query)
  const [t, frame, found] = await Promise.all([
    getTranslations('bulk'),
    getTranslations('frame.nav'),
    picked(await page(`${bulkNoun(list)}.read`), list, asked),
  ])
  const items = (found?.rows ?? []).map(({ number, version }) => `${number}.${version}`)
  const fields = { reason: '—', ...asked.fields, items, submission: randomUUID() }
  const input = asked.complete && items.length > 0 ? parseInput(bulkInput, fields) : null
  const preview = input?.kind === 'done' ? await previewBulk(permit, input.value) : null
  const last = found?.rows.at(-1)?.id ?? 0
  const more = found ? found.total - found.before - found.rows.length : 0
  const from = (found?.before ?? 0) + 1
  return (
    <Page>
      <Breadcrumb
        label={frame(list)}
        items={[{ label: frame(list), href: `/${list}${asked.of}` }, { label: t('title') }]}
      />
      <PageHead
        title={t(`verb.${verb}`)}
        says={
          found
            ? more + found.before > 0
              ? t('lot', { from, to: from + found.rows.length - 1, total: found.total })
              : t('says', { count: found.rows.length })
            : null
        }
      />
      <div className="page-body">
        {found === null ? (
          <Banner tone="amber" icon="info">
            {t('tooManyMatch', { most: MOST_BY_FILTER })}
          </Banner>
        ) : items.length === 0 ? (
          <Banner tone="amber" icon="info">
            {t('none')}
          </Banner>
        ) : (
          <BulkAsk list={list} verb={verb} asked={asked} />
        )}
        {asked.numbers.length > MOST_AT_ONCE ? (
          <Banner tone="amber" icon="info">
            {t('too_many', { max: MOST_AT_ONCE })}
          </Banner>
        ) : null}
        {more > 0 ? (
          <Banner icon="info">{t('moreFollow', { count: more, most: MOST_AT_ONCE })}</Banner>
        ) : null}
        {preview?.kind === 'conflict' ? (
          <BulkPreview
            list={list}
            verb={verb}
            asked={asked}
            answer={preview.theirs}
            rest={more > 0 ? nextLot(query, last) : ''}
          />
        ) : preview ? (
          <Banner tone="red" icon="triangle-alert" role="alert">
            {t('unreadable')}
          </Banner>
        ) : null}
      </div>
    </Page>
  )
}

/** The same question of those that follow. */
function nextLot(query: SearchParams, after: number): string {
  const next = new URLSearchParams()
  for (const [name, value] of Object.entries(query as Record<string, string | string[] | undefined>))
    if (name !== 'after') for (const one of [value ?? []].flat()) next.append(name, one)
  next.set('after', String(after))
  return `?${next}`
}
