import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { may, page } from '@/access/page'
import { editDealAction } from '@/app/(bureau)/deals/actions'
import { DealFields } from '@/app/(bureau)/deals/deal-fields'
import { dealQuestions } from '@/app/(bureau)/deals/deal-questions'
import { FieldTarget } from '@/app/(bureau)/deals/field-target'
import { lookAlikeWords } from '@/app/(bureau)/look-alike-words'
import { LookAlikes } from '@/app/(bureau)/look-alikes'
import { LinkButton } from '@/components/button'
import { Form, type FormAction, Submit } from '@/components/form'
import { Breadcrumb, Page, PageHead } from '@/components/page'
import { pickContacts } from '@/db/read/contact-pick'
import { getDeal } from '@/db/read/deal-record'
import { formWords } from '@/i18n/form-words'
import { linkedOptions } from './linked-options'

type Props = { params: Promise<{ number: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await params).number} · ${(await getTranslations('deal'))('editTitle')}` }
}

export default async function EditDealPage({ params }: Props) {
  const permit = await page('deal.read')
  const deal = await getDeal(permit, decodeURIComponent((await params).number))
  if (!deal?.can.edit) notFound()
  const [t, common, words, contacts] = await Promise.all([
    getTranslations('deal'),
    getTranslations('common.act'),
    formWords(),
    may('contact.read').then(asks => (asks ? pickContacts(asks, '', deal.companyId) : [])),
  ])
  const here = `/deals/${deal.number}`
  return (
    <Page>
      <Breadcrumb
        label={t('title')}
        items={[
          { label: t('title'), href: '/deals' },
          { label: deal.number, href: here },
          { label: t('act.edit') },
        ]}
      />
      <PageHead title={deal.name} />
      <div className="page-body">
        <Form
          action={editDealAction as FormAction}
          words={words}
          draft={deal.number}
          hidden={{ number: deal.number, version: deal.version }}
          says={{ text: t('said.done') }}
          className="form-column"
          aria-label={t('editTitle')}
        >
          <DealFields
            questions={await dealQuestions(deal.values)}
            {...(await linkedOptions(deal, contacts))}
            open
          >
            <LookAlikes noun="deal" self={deal.id} words={await lookAlikeWords()} />
          </DealFields>
          <div className="form-foot">
            <Submit>{t('ask.save')}</Submit>
            <LinkButton look="quiet" href={here}>
              {common('cancel')}
            </LinkButton>
          </div>
        </Form>
        <FieldTarget />
      </div>
    </Page>
  )
}
