import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { Form, type FormAction, Submit } from '@/components/form'
import { Breadcrumb, Page, PageHead } from '@/components/page'
import { formWords } from '@/i18n/form-words'
import { openDealAction } from '../actions'
import { DealFields } from '../deal-fields'
import { dealQuestions } from '../deal-questions'
import { NewDealFields } from '../new-deal-fields'
import { newDealFrom } from '../new-deal-from'
import { OpeningFields } from './opening-fields'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('deal'))('openTitle') }
}

export default async function OpenDealPage() {
  const { actor } = await page('deal.open')
  const [t, words, from] = await Promise.all([getTranslations('deal'), formWords(), newDealFrom(actor, {})])
  const questions = await dealQuestions({ ...from.values, status: 'active', stage: 'negotiation' })
  return (
    <Page>
      <Breadcrumb
        label={t('title')}
        items={[{ label: t('title'), href: '/deals' }, { label: t('openTitle') }]}
      />
      <PageHead title={t('openTitle')} />
      <div className="page-body">
        <p className="mb-4 max-w-160 text-ink-2">{t('openSays')}</p>
        <Form
          action={openDealAction as FormAction}
          words={words}
          draft="deal.open"
          says={{ text: t('said.created') }}
          className="form-column"
          aria-label={t('openTitle')}
        >
          <DealFields questions={questions} mayName open={false}>
            <NewDealFields questions={questions} actor={actor} opening />
            <OpeningFields questions={questions} />
          </DealFields>
          <div className="form-foot">
            <Submit>{t('ask.create')}</Submit>
          </div>
        </Form>
      </div>
    </Page>
  )
}
