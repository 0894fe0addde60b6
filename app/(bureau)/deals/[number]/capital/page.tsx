import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { naming } from '@/app/(bureau)/naming'
import { LinkButton } from '@/components/button'
import { EmptyState, Section } from '@/components/page'
import type { SearchParams } from '@/domain/filter/parameter'
import { DealFrame } from '../deal-frame'
import { type DealParams, dealTitle } from '../deal-of'
import { recordAsked } from '../record-asked'
import { ArrivalTable } from './arrival-table'
import { CapitalActDialog } from './capital-act'
import { CapitalFigures } from './capital-figures'
import { capitalAsked, capitalOf } from './capital-of'
import { PlanTable } from './plan-table'
import { StructureTable } from './structure-table'

type Props = { params: DealParams; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return dealTitle(params, (await getTranslations('deal.part'))('capital'))
}

/** A deal's capital: what was agreed and whether it adds up, what is expected, what came. */
export default async function DealCapitalPage({ params, searchParams }: Props) {
  const here = await capitalOf((await params).number)
  const { found, capital, can } = here
  const { deal } = found
  const { do: _, id: __, part: ___, ...address } = (await searchParams) as Record<string, string>
  const [asked, t, names] = await Promise.all([
    recordAsked(deal.number, address),
    getTranslations('capital'),
    naming(),
  ])
  const base = `/deals/${deal.number}/capital${asked.search}`
  const href = (more: string) => `${base}${asked.search ? '&' : '?'}${more}`
  const { updatedAt, version } = capital
  const edit = can.edit ? (
    <LinkButton
      small
      look={capital.parts.length === 0 ? 'primary' : undefined}
      href={`/deals/${deal.number}/capital/edit`}
    >
      {t('act.edit')}
    </LinkButton>
  ) : null
  return (
    <DealFrame found={found} asked={asked} address={address} part="capital">
      <div className="page-body">
        {capital.parts.length === 0 ? (
          <EmptyState title={t('record.noStructure')} says={t('record.noStructureSays')}>
            {edit}
          </EmptyState>
        ) : (
          <>
            <CapitalFigures deal={deal} capital={capital} />
            <Section
              title={t('record.structure')}
              id="structure"
              note={
                updatedAt
                  ? t('record.version', {
                      version,
                      name: names.person(capital.updatedBy),
                      at: names.moment(updatedAt),
                    })
                  : null
              }
              aside={edit}
            >
              <StructureTable deal={deal} capital={capital} />
            </Section>
            <div className="mt-5 grid gap-x-8 gap-y-4 lg:grid-cols-2 [&>*]:min-w-0">
              <div>
                <PlanTable found={here} href={href} />
              </div>
              <div>
                <ArrivalTable found={here} href={href} />
              </div>
            </div>
          </>
        )}
      </div>
      <CapitalActDialog found={here} asked={capitalAsked(await searchParams, here)} back={base} />
    </DealFrame>
  )
}
