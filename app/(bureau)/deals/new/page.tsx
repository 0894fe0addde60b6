import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { may, page } from '@/access/page'
import { LinkButton } from '@/components/button'
import { Form, type FormAction, Submit } from '@/components/form'
import { Breadcrumb, Page, PageHead } from '@/components/page'
import { formWords } from '@/i18n/form-words'
import { createDealAction } from '../actions'
import { DealFields } from '../deal-fields'
import { dealQuestions } from '../deal-questions'
import { NewDealFields } from '../new-deal-fields'
import { newDealFrom } from '../new-deal-from'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('deal'))('newTitle') }
}

type Asked = Promise<{ company?: string; event?: string }>

export default async function NewDealPage({ searchParams }: { searchParams: Asked }) {
  const { actor } = await page('deal.create')
  const [t, words, from, mayOpen] = await Promise.all([
    getTranslations('deal'),
    formWords(),
    newDealFrom(actor, await searchParams),
    may('deal.open'),
  ])
  const questions = await dealQuestions(from.values)
  return (
    <Page>
      <Breadcrumb
        label={t('title')}
        items={[{ label: t('title'), href: '/deals' }, { label: t('newTitle') }]}
      />
      <PageHead title={t('newTitle')}>
        {mayOpen ? <LinkButton href="/deals/open">{t('act.open')}</LinkButton> : null}
      </PageHead>
      <div className="page-body">
        <Form
          action={createDealAction as FormAction}
          words={words}
          draft="deal.create"
          says={{ text: t('said.created') }}
          className="form-column"
          aria-label={t('newTitle')}
        >
          <DealFields questions={questions} company={from.company} event={from.event} mayName open={false}>
            <NewDealFields questions={questions} actor={actor} />
          </DealFields>
          <div className="form-foot">
            <Submit>{t('ask.create')}</Submit>
          </div>
        </Form>
      </div>
    </Page>
  )
}
