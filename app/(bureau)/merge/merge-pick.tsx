import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { TextFilter } from '@/app/(bureau)/text-filter'
import { ListKeys } from '@/components/list-keys'
import { Page, PageHead, Section } from '@/components/page'
import type { MergePermission } from '@/db/read/merge'
import { pickMerge } from '@/db/read/merge-pick'
import type { Permit } from '@/domain/policy/permit'
import { naming } from '../naming'
import { besideHref } from './href'
import { MergeCrumbs } from './merge-crumbs'

/** The other one is found by number or name; those that look like it are offered. */
export async function MergePick({
  permit,
  number,
  text,
}: {
  permit: Permit<MergePermission>
  number: string
  text: string
}) {
  const [t, act, names, found] = await Promise.all([
    getTranslations('merge.pick'),
    getTranslations('merge.act'),
    naming(),
    pickMerge(permit, number, text),
  ])
  if (!found) notFound()
  const { of, picks } = found
  return (
    <Page>
      <MergeCrumbs number={number} />
      <PageHead title={t('title', { number })} says={`${of.name} · ${t('says')}`} />
      <div className="page-body max-w-160">
        <TextFilter action={`/merge/${number}`} label={t('label')} value={text || null} carry={[]} />
        <div className="mt-4">
          <Section title={text ? t('found') : t('likely')} count={picks.length}>
            {picks.length === 0 ? <p className="text-ink-2">{text ? t('none') : t('noneLike')}</p> : null}
            <ListKeys>
              <ul className="rows" aria-label={act('with')}>
                {picks.map(pick => (
                  <li key={pick.number} data-row className="flex flex-wrap items-baseline gap-x-3">
                    <a className="link" href={besideHref(number, pick.number)}>
                      {pick.number} {pick.name}
                    </a>
                    <span className="text-12 text-ink-3">
                      {t('changed', { at: names.moment(pick.updatedAt) })}
                    </span>
                  </li>
                ))}
              </ul>
            </ListKeys>
          </Section>
        </div>
      </div>
    </Page>
  )
}
