import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { Section } from '@/components/page'
import { listProcedures } from '@/db/read/procedure'
import type { SearchParams } from '@/domain/filter/parameter'
import { DealFrame } from '../deal-frame'
import { type DealParams, dealOf, dealTitle } from '../deal-of'
import { recordAsked } from '../record-asked'
import { AddSteps } from './add-steps'
import { askedStep } from './asked-step'
import { StepList } from './step-list'

type Props = { params: DealParams; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return dealTitle(params, (await getTranslations('procedure'))('title'))
}

/** What has to be settled before a deal is approved: steps side by side and one after the other. */
export default async function ProceduresPage({ params, searchParams }: Props) {
  const found = await dealOf((await params).number)
  const { deal } = found
  const [address, permit, t] = await Promise.all([
    searchParams,
    page('procedure.read'),
    getTranslations('procedure'),
  ])
  const asked = await recordAsked(deal.number, address)
  const { steps, offered } = await listProcedures(permit, deal.id)
  const { total, settled, overdue, blocking } = deal.procedures
  const may = deal.can.edit
  return (
    <DealFrame found={found} asked={asked} address={address} part="procedures">
      <div className="page-body grid max-w-260 gap-4 pt-3">
        <Section
          title={t('title')}
          note={total > 0 ? t('says', { total, settled }) : undefined}
          aside={
            overdue > 0 ? <b className="text-red">{t('overdueCount', { count: overdue })}</b> : undefined
          }
        >
          {deal.next === 'approved' && total > 0 ? (
            <p className="mb-2 text-13 text-ink-2">
              {blocking > 0 ? t('blocking', { count: blocking }) : t('clear')}
            </p>
          ) : null}
          <StepList deal={deal} steps={steps} open={askedStep(address, deal, steps)} search={asked.search} />
        </Section>
        {may ? <AddSteps deal={deal} steps={steps} offered={offered} /> : null}
      </div>
    </DealFrame>
  )
}
