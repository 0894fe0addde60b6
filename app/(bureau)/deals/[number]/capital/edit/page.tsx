import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { amountInputProps } from '@/app/(bureau)/amount-words'
import { type DealParams, dealTitle } from '@/app/(bureau)/deals/[number]/deal-of'
import { naming } from '@/app/(bureau)/naming'
import { LinkButton } from '@/components/button'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { DateInput } from '@/components/inputs'
import { Breadcrumb, Page, PageHead } from '@/components/page'
import { capitalFormValues, rowsOf } from '@/domain/capital/form'
import { MOST_PARTS } from '@/domain/capital/structure-input'
import type { SearchParams } from '@/domain/filter/parameter'
import { exact } from '@/domain/money/words'
import { formWords } from '@/i18n/form-words'
import { editCapitalAction } from '../actions'
import { capitalOf } from '../capital-of'
import { PartRow } from './part-row'

type Props = { params: DealParams; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return dealTitle(params, (await getTranslations('capital.act'))('edit'))
}

/** The whole structure in one form: a row a part, a few more than are filled. */
export default async function EditCapitalPage({ params, searchParams }: Props) {
  const { found, capital, can } = await capitalOf((await params).number)
  if (!can.edit) notFound()
  const [t, deals, common, words, amount, asked, names] = await Promise.all([
    getTranslations('capital'),
    getTranslations('deal'),
    getTranslations('common.act'),
    formWords(),
    amountInputProps(),
    searchParams,
    naming(),
  ])
  const { deal } = found
  const here = `/deals/${deal.number}/capital`
  const stood = capital.parts.map(part => ({
    ...part,
    minor: part.money?.minor ?? null,
    currency: part.money?.currency ?? 'CNY',
  }))
  const values = capitalFormValues(stood)
  const rows = rowsOf(stood.length, Number((asked as { rows?: string }).rows) || 0)
  return (
    <Page>
      <Breadcrumb
        label={deals('title')}
        items={[
          { label: deals('title'), href: '/deals' },
          { label: deal.number, href: `/deals/${deal.number}` },
          { label: t('record.structure'), href: here },
          { label: common('edit') },
        ]}
      />
      <PageHead
        title={`${t('act.edit')} · ${deal.name}`}
        says={`${t('record.total')} ${deal.total.money ? exact(deal.total.money) : t('closing.no_total')}`}
      />
      <div className="page-body">
        <Form
          action={editCapitalAction as FormAction}
          words={words}
          draft={`${deal.number}.capital`}
          hidden={{ number: deal.number, version: capital.version }}
          says={{ text: t('said.saved') }}
          className="grid gap-4"
          aria-label={t('act.edit')}
        >
          <p className="max-w-160 text-ink-2">{t('ask.structureSays')}</p>
          <ol className="grid gap-4">
            {Array.from({ length: rows }, (_, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row of the form is its place
              <PartRow key={row} row={row} values={values} amount={amount} stands={row < stood.length} />
            ))}
          </ol>
          <div className="form-column">
            <Field name="effectiveOn" label={deals('field.effectiveOn')} hint={t('ask.effectiveHint')}>
              <DateInput defaultValue={names.today} max={names.today} className="!w-auto" />
            </Field>
          </div>
          <div className="form-foot">
            <Submit>{common('save')}</Submit>
            <LinkButton look="quiet" href={here}>
              {common('cancel')}
            </LinkButton>
            {rows < MOST_PARTS ? (
              <LinkButton look="quiet" href={`${here}/edit?rows=${rows + 6}`}>
                {t('act.more')}
              </LinkButton>
            ) : null}
          </div>
        </Form>
      </div>
    </Page>
  )
}
