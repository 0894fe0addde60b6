import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { may, page } from '@/access/page'
import { undoBulkAction } from '@/app/(bureau)/bulk/actions'
import { KeptLines } from '@/app/(bureau)/bulk/bulk-lines'
import { bulkWords } from '@/app/(bureau)/bulk/bulk-words'
import { LinkButton } from '@/components/button'
import { Form, type FormAction, Submit } from '@/components/form'
import { Icon } from '@/components/icon'
import { Breadcrumb, Page, PageHead, Section } from '@/components/page'
import { getBulk } from '@/db/read/bulk'
import { type BulkVerb, bulkLists, bulkNoun, bulkPermission, reverseOf, undoable } from '@/domain/bulk/bulk'
import type { SearchParams } from '@/domain/filter/parameter'
import { formWords } from '@/i18n/form-words'

type Props = { params: Promise<{ list: string; id: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bulk'))('title') }
}

/** What came of one's own run: what changed, what did not and why, and how it is turned back. */
export default async function BulkDonePage({ params, searchParams }: Props) {
  const [{ list: word, id }, query] = await Promise.all([params, searchParams])
  const { rest, undone } = query as { rest?: string; undone?: string }
  const list = bulkLists.find(one => one === word) ?? notFound()
  if (!/^[0-9a-f-]{36}$/.test(id)) notFound()
  const answer = (await getBulk(await page(`${bulkNoun(list)}.read`), id)) ?? notFound()
  const verb = answer.permission.split('.')[1] as BulkVerb
  const [frame, words, say] = await Promise.all([
    getTranslations('frame.nav'),
    formWords(),
    bulkWords(list, verb, {}),
  ])
  const { t, why } = say
  const { changed, kept } = answer
  const back = reverseOf[verb]
  const mayReverse = back ? await may(bulkPermission(list, back) ?? answer.permission) : null
  const reverse = new URLSearchParams([['verb', back ?? ''], ...changed.map(({ number }) => ['n', number])])
  return (
    <Page>
      <Breadcrumb
        label={frame(list)}
        items={[{ label: frame(list), href: `/${list}` }, { label: t('title') }]}
      />
      <PageHead
        title={undone ? t('undone') : t('done', { verb: say.verb })}
        says={t('counted', { changed: changed.length, kept: kept.length })}
      >
        {undoable.includes(verb) && !undone && changed.length > 0 ? (
          <Form
            action={undoBulkAction as FormAction}
            words={words}
            hidden={{ list, verb, of: id }}
            aria-label={t('undo')}
          >
            <Submit look="plain">
              <Icon name="undo-2" />
              {t('undo')}
            </Submit>
          </Form>
        ) : null}
        {back && mayReverse && changed.length > 0 ? (
          <LinkButton href={`/bulk/${list}?${reverse}`}>
            <Icon name="undo-2" />
            {t(`verb.${back}`)}
          </LinkButton>
        ) : null}
        {rest?.startsWith('?') ? (
          <LinkButton look="primary" href={`/bulk/${list}${rest}`}>
            {t('next')}
            <Icon name="arrow-right" />
          </LinkButton>
        ) : (
          <LinkButton look="primary" href={`/${list}`}>
            {t('backToList')}
          </LinkButton>
        )}
      </PageHead>
      <div className="page-body">
        <Section title={t(undone ? 'undoneTitle' : 'didTitle')} count={changed.length}>
          <ul className="rows">
            {changed.map(row => (
              <li key={row.number}>
                <span className="flex flex-wrap items-baseline gap-x-3">
                  <span className="text-12 text-ink-3">{row.number}</span>
                  <a className="link" href={`/${list}/${row.number}`}>
                    {row.name}
                  </a>
                </span>
              </li>
            ))}
          </ul>
        </Section>
        <KeptLines list={list} kept={kept} why={why} />
      </div>
    </Page>
  )
}
