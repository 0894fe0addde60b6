import { getTranslations } from 'next-intl/server'
import { Breadcrumb } from '@/components/page'
import { type MergeNoun, nounOfNumber, placeOf } from '@/domain/merge/merge'

/** From the list of the noun over the record to the merge. */
export async function MergeCrumbs({ number }: { number: string }) {
  const noun: MergeNoun = nounOfNumber(number) ?? 'company'
  const [t, company, contact, lead, deal] = await Promise.all([
    getTranslations('merge.act'),
    getTranslations('company'),
    getTranslations('contact'),
    getTranslations('lead'),
    getTranslations('deal'),
  ])
  const lists = {
    company: { label: company('title'), href: '/companies' },
    contact: { label: contact('title'), href: '/contacts' },
    lead: { label: lead('title'), href: '/leads' },
    deal: { label: deal('title'), href: '/deals' },
  }
  return (
    <Breadcrumb
      label={t('with')}
      items={[lists[noun], { label: number, href: `${placeOf[noun]}/${number}` }, { label: t('merge') }]}
    />
  )
}
