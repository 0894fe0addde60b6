import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/button'
import { Icon } from '@/components/icon'
import { Banner, Page, PageHead } from '@/components/page'
import { getMergePreview, type MergePermission, type MergePreview } from '@/db/read/merge'
import type { Choices } from '@/domain/merge/choose'
import { UNDO_DAYS } from '@/domain/merge/merge'
import type { Permit } from '@/domain/policy/permit'
import { mergeWords } from '../merge-words'
import { naming } from '../naming'
import { besideHref } from './href'
import { MergeCrumbs } from './merge-crumbs'
import { MergeForm } from './merge-form'

type Asked = { kept: string; other: string; chosen: Choices; changed: string | null; since: Date | null }

/** Two records before they become one; or why they do not, and what can be done about it. */
export async function MergeBeside({ permit, asked }: { permit: Permit<MergePermission>; asked: Asked }) {
  const { kept, other, chosen, changed, since } = asked
  const [t, seen] = await Promise.all([
    getTranslations('merge'),
    getMergePreview(permit, { kept, other, changed, since }),
  ])
  return (
    <Page>
      <MergeCrumbs number={kept} />
      <PageHead
        title={t('beside.title', { kept, other })}
        says={t('beside.says', { kept, other, days: UNDO_DAYS })}
      >
        <LinkButton look="quiet" href={`/merge/${kept}`}>
          {t('act.another')}
        </LinkButton>
        {kept !== other && seen.kind !== 'gone' ? (
          <LinkButton href={besideHref(other, kept)}>
            <Icon name="rotate-ccw" />
            {t('act.swap', { number: other })}
          </LinkButton>
        ) : null}
      </PageHead>
      <div className="page-body">
        {seen.kind === 'done' ? (
          <>
            {changed ? <Changed preview={seen.value} number={changed} /> : null}
            <MergeForm
              key={`${seen.value.kept.version} ${seen.value.other.version}`}
              preview={seen.value}
              chosen={chosen}
            />
          </>
        ) : (
          <Refused outcome={seen} />
        )}
      </div>
    </Page>
  )
}

async function Changed({ preview, number }: { preview: MergePreview; number: string }) {
  const [t, names, words] = await Promise.all([getTranslations('merge'), naming(), mergeWords(preview.noun)])
  const record = [preview.kept, preview.other].find(one => one.number === number)
  if (!record) return null
  const { updatedAt, updatedBy } = record
  return (
    <div className="mb-4">
      <Banner tone="amber" icon="triangle-alert" role="alert">
        {t('changed', { number, name: names.person(updatedBy), at: names.moment(updatedAt) })}
        {preview.changed.length > 0
          ? ` ${t('changedFields', { fields: preview.changed.map(words.label).join(names.comma) })}`
          : null}
      </Banner>
    </div>
  )
}

type No = Exclude<Awaited<ReturnType<typeof getMergePreview>>, { kind: 'done' }>

async function Refused({ outcome }: { outcome: No }) {
  const t = (await getTranslations()) as unknown as (key: string, values?: Record<string, unknown>) => string
  const said = outcome.kind === 'refused' ? t(outcome.reason, outcome.values) : t('merge.refused.gone')
  return (
    <Banner tone="red" icon="ban" role="alert">
      {said}
    </Banner>
  )
}
