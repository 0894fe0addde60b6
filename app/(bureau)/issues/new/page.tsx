import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { page } from '@/access/page'
import { LinkButton } from '@/components/button'
import { Field } from '@/components/field'
import { Form, type FormAction, Submit } from '@/components/form'
import { TextInput } from '@/components/inputs'
import { Breadcrumb, Page, PageHead } from '@/components/page'
import { formWords } from '@/i18n/form-words'
import { createIssueAction } from '../actions'
import { IssueFields } from '../issue-fields'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('issue'))('act.new') }
}

/** What blocks a lead or deal; the address names which, else the form asks for its number. */
export default async function NewIssuePage({ searchParams }: { searchParams: Promise<{ record?: string }> }) {
  await page('issue.create')
  const [t, common, words, { record }] = await Promise.all([
    getTranslations('issue'),
    getTranslations('common'),
    formWords(),
    searchParams,
  ])
  const number = record && /^[LD]-\d{4}-\d{1,9}$/.test(record) ? record : undefined
  const back = number ? `/${number.startsWith('L') ? 'leads' : 'deals'}/${number}` : '/issues'
  return (
    <Page>
      <Breadcrumb
        label={t('title')}
        items={[
          { label: t('title'), href: '/issues' },
          ...(number ? [{ label: number, href: back }] : []),
          { label: t('act.new') },
        ]}
      />
      <PageHead title={t('act.new')} />
      <div className="page-body">
        <Form
          action={createIssueAction as FormAction}
          words={words}
          draft="issue.create"
          hidden={{ number }}
          says={{ text: t('said.created') }}
          className="form-column"
          aria-label={t('act.new')}
        >
          {number ? null : (
            <Field name="number" label={t('field.record')} required={common('say.required')}>
              <TextInput maxLength={20} placeholder="D-2026-0001" />
            </Field>
          )}
          <IssueFields />
          <div className="form-foot">
            <Submit>{t('act.create')}</Submit>
            <LinkButton look="quiet" href={back}>
              {common('act.cancel')}
            </LinkButton>
          </div>
        </Form>
      </div>
    </Page>
  )
}
