import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/page'
import { Pager } from '@/components/pager'
import { Tabs } from '@/components/tabs'
import { type ImportRecord, importRowsOf, type PreviewRow } from '@/db/read/import'
import type { Permit } from '@/domain/policy/permit'
import { BadRows } from './bad-rows'
import { RowsToRule } from './rows-to-rule'
import { RowsToWrite } from './rows-to-write'
import { WarnedRows } from './warned-rows'

const shown = ['bad', 'ask', 'warned', 'create', 'update', 'same', 'skip'] as const
type Shown = (typeof shown)[number]
const SIZE = 50

type Props = {
  permit: Permit<'import.read'>
  batch: ImportRecord
  show: string | undefined
  page: number
  rules: boolean
}

/** The rows by what becomes of them: errors first, then what waits for a ruling, what should be looked at, what will be written. */
export async function ImportPreview({ permit, batch, show, page, rules }: Props) {
  const [t, common] = await Promise.all([getTranslations('import'), getTranslations('common.list')])
  const { counts } = batch
  if (!counts) return null
  const count = (plan: Shown) => counts[plan] ?? 0
  const some = shown.filter(plan => count(plan) > 0)
  const plan = some.find(one => one === show) ?? some[0]
  if (!plan) return null
  const plans = plan === 'warned' ? plan : [plan]
  const rows = await importRowsOf(permit, batch.id, { plans, page, size: SIZE })
  const pages = Math.ceil(count(plan) / SIZE)
  return (
    <Section title={t('rows')} count={counts.rows}>
      <Tabs
        label={t('rows')}
        items={some.map(one => ({
          label: t(`plan.${one}`),
          href: `/import/${batch.id}?show=${one}`,
          current: one === plan,
          count: count(one),
        }))}
      />
      <Rows plan={plan} batch={batch} rows={rows} rules={rules} />
      {pages > 1 ? (
        <Pager
          page={page}
          pages={pages}
          says={common('range', {
            from: (page - 1) * SIZE + 1,
            to: (page - 1) * SIZE + rows.length,
            total: count(plan),
          })}
          href={n => `/import/${batch.id}?show=${plan}&page=${n}`}
          words={{ label: common('pages'), previous: common('previousPage'), next: common('nextPage') }}
        />
      ) : null}
    </Section>
  )
}

type RowsOf = { plan: Shown; batch: ImportRecord; rows: PreviewRow[]; rules: boolean }

function Rows({ plan, batch, rows, rules }: RowsOf) {
  if (plan === 'bad') return <BadRows batch={batch} rows={rows} />
  if (plan === 'warned') return <WarnedRows batch={batch} rows={rows} />
  if (plan === 'ask') return <RowsToRule batch={batch} rows={rows} rules={rules} />
  return <RowsToWrite batch={batch} rows={rows} plan={plan} />
}
